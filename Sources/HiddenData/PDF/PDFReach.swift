/// A dictionary that can be reached, and where it stands.
struct PDFNode {
  /// The number of the object that it is, or lies in; 0 for the trailer.
  var number: Int
  /// Whether it is that object itself.
  var isWhole: Bool
  /// The page that it belongs to, counted from 1; nil for what belongs to the document.
  var page: Int?
  /// The key under which it lies in what holds it.
  var key: String
  var dictionary: PDFDictionary
  var stream: PDFStream?
}

/// Everything that can be reached from the trailer, and from which page.
final class PDFReach {
  /// The pages in order, with what they inherit.
  let pages: [(number: Int, dictionary: PDFDictionary)]
  private(set) var nodes: [PDFNode] = []
  private(set) var numbers: Set<Int> = []
  private let revision: PDFRevision
  /// What a page points up or across to.
  private var later: [PDFObject] = []

  init(_ revision: PDFRevision) {
    self.revision = revision
    pages = PDFPages.list(of: revision)
    for (index, page) in pages.enumerated() {
      walk(.reference(page.number), page: index + 1, key: "Page")
    }
    var trailer = revision.trailer
    // Where the tables stand is no part of the document.
    for key in ["Prev", "XRefStm", "Encrypt", "Length", "Filter", "DecodeParms", "Index", "W"] {
      trailer[key] = nil
    }
    walk(.dictionary(trailer), page: nil, key: "Trailer")
    for object in later { walk(object, page: nil, key: "Parent") }
    later = []
    _ = revision.trailer["Encrypt"]?.reference.map { numbers.insert($0) }
  }

  /// What a person would say of a node's place.
  static func place(_ page: Int?) -> String { page.map { "page \($0)" } ?? "the document" }

  /// Goes over all that hangs together with an object, without going round in circles.
  private func walk(_ start: PDFObject, page: Int?, key: String) {
    var open: [(object: PDFObject, key: String)] = [(start, key)]
    while let (object, key) = open.popLast() {
      var number = 0
      var value = object
      if case .reference(let target) = object {
        guard numbers.insert(target).inserted else { continue }
        number = target
        value = revision.object(target)
      }
      visit(value, number: number, isWhole: true, page: page, key: key, to: &open)
    }
  }

  private func visit(
    _ object: PDFObject, number: Int, isWhole: Bool, page: Int?, key: String,
    to open: inout [(object: PDFObject, key: String)]
  ) {
    switch object {
    case .reference: open.append((object, key))
    case .array(let list):
      for item in list.reversed() {
        visit(item, number: number, isWhole: false, page: page, key: key, to: &open)
      }
    case .dictionary(let dictionary):
      nodes.append(
        PDFNode(
          number: number, isWhole: isWhole, page: page, key: key, dictionary: dictionary))
      enter(dictionary, number: number, page: page, to: &open)
    case .stream(let stream):
      nodes.append(
        PDFNode(
          number: number, isWhole: isWhole, page: page, key: key, dictionary: stream.dictionary,
          stream: stream))
      enter(stream.dictionary, number: number, page: page, to: &open)
    default: return
    }
  }

  private func enter(
    _ dictionary: PDFDictionary, number: Int, page: Int?,
    to open: inout [(object: PDFObject, key: String)]
  ) {
    for (key, value) in dictionary.ordered.reversed() {
      // From a page, what lies above it or on another page is not its own.
      let isElsewhere =
        ["Parent", "P", "Dest", "B"].contains(key) || key == "D" && dictionary["S"]?.name == "GoTo"
      if page != nil, isElsewhere {
        later.append(value)
        continue
      }
      visit(value, number: number, isWhole: false, page: page, key: key, to: &open)
    }
  }
}
