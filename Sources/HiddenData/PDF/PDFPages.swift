/// The pages of a version of a file.
enum PDFPages {
  private static let inherited = ["Resources", "MediaBox", "CropBox", "Rotate"]

  /// The pages in order, each with what it inherits.
  static func list(of revision: PDFRevision) -> [(number: Int, dictionary: PDFDictionary)] {
    let root = revision.value(revision.trailer, "Root").dictionary ?? [:]
    var pages: [(number: Int, dictionary: PDFDictionary)] = []
    var open: [(object: PDFObject, inherited: PDFDictionary)] = []
    if let tree = root["Pages"] { open.append((tree, [:])) }
    var seen: Set<Int> = []
    while let (object, above) = open.popLast() {
      let number = object.reference ?? 0
      if number > 0, !seen.insert(number).inserted { continue }
      guard var dictionary = revision.resolve(object).dictionary else { continue }
      for key in inherited where dictionary[key] == nil { dictionary[key] = above[key] }
      if let kids = revision.value(dictionary, "Kids").array {
        let own = dictionary.filter { inherited.contains($0.key) }
        for kid in kids.reversed() { open.append((kid, own)) }
      } else if number > 0 {
        pages.append((number, dictionary))
      }
    }
    return pages
  }

  /// The numbers of the streams that a page consists of.
  static func contents(_ page: PDFDictionary) -> [Int] {
    switch page["Contents"] {
    case .reference(let number): [number]
    case .array(let list): list.compactMap(\.reference)
    default: []
    }
  }
}
