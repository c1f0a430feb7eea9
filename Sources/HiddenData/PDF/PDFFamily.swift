/// Looks for one class of hidden things in a PDF, or a few that are alike.
protocol PDFFamily {
  static var classes: [HiddenDataClass] { get }
  static var examples: [InspectionExample] { get }
  static func inspect(_ file: PDFFile)
}

extension PDFFile {
  /// The dictionary from which the document hangs.
  var root: PDFDictionary { current.value(current.trailer, "Root").dictionary ?? [:] }

  func report(_ kind: HiddenDataClass, _ page: Int?, _ what: String, _ excerpt: String) {
    let place = page.map { "page \($0)" } ?? ""
    let joined = [place, what].filter { !$0.isEmpty }.joined(separator: ", ")
    run.report(kind, at: joined.isEmpty ? "the document" : joined, showing: excerpt)
  }

  /// A text of a dictionary that says something: a text string, or a stream of text.
  func text(_ dictionary: PDFDictionary, _ key: String) -> String? {
    let value = current.value(dictionary, key)
    let text =
      value.text ?? value.stream.flatMap { current.decoded($0)?.data }.map(PDFText.decode)
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return text
  }

  /// The text of a piece of HTML or XML, its marks left out.
  static func withoutMarks(_ text: String) -> String {
    var out = ""
    var isMark = false
    for character in text {
      switch character {
      case "<":
        isMark = true
        if !out.isEmpty, !out.hasSuffix(" ") { out += " " }
      case ">" where isMark: isMark = false
      default: if !isMark { out.append(character) }
      }
    }
    for (mark, meant) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
    ] { out = out.replacing(mark, with: meant) }
    return out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Runs of at least five characters that people could read, in bytes of whatever kind.
  static func printable(_ bytes: [UInt8]) -> [String] {
    var runs: [String] = []
    var run: [UInt8] = []
    for byte in bytes.prefix(4 << 20) {
      if byte >= 0x20, byte < 0x7F {
        run.append(byte)
      } else {
        if run.count >= 5 { runs.append(String(decoding: run, as: UTF8.self)) }
        run.removeAll(keepingCapacity: true)
        if runs.count >= 500 { return runs }
      }
    }
    if run.count >= 5 { runs.append(String(decoding: run, as: UTF8.self)) }
    return runs
  }

  /// The leaves of a tree of names or numbers, in order, without going round in circles.
  func leaves(_ root: PDFObject?, _ list: String) -> [(key: PDFObject, value: PDFObject)] {
    var open = [root ?? .null]
    var seen: Set<Int> = []
    var result: [(PDFObject, PDFObject)] = []
    while let object = open.popLast(), result.count < 200_000 {
      if let number = object.reference, !seen.insert(number).inserted { continue }
      guard let node = current.resolve(object).dictionary else { continue }
      let pairs = current.value(node, list).array ?? []
      for index in stride(from: 0, to: pairs.count - 1, by: 2) {
        result.append((current.resolve(pairs[index]), pairs[index + 1]))
      }
      open += (current.value(node, "Kids").array ?? []).reversed()
    }
    return result
  }
}
