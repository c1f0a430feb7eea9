/// Builds the small PDFs that inspectors carry as examples.
struct PDFExample {
  /// The text on its one page.
  var text = "Response to your request"
  /// Operators of the page beside its text.
  var content = ""
  /// Annotations of the page, each an object of its own from number 10.
  var annotations: [String] = []
  /// Entries of the catalog, of the page, of the page's resources, and of the trailer.
  var catalog = ""
  var page = ""
  var resources = ""
  var trailer = ""
  /// Further objects by number; 1 to 5 are the document's own.
  var objects: [Int: String] = [:]
  /// What stands before the first object, and after the end.
  var head = ""
  var tail = ""

  /// The file with its table.
  var file: [UInt8] {
    var all: [Int: String] = [
      1: "<</Type/Catalog/Pages 2 0 R\(catalog)>>",
      2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      4: Self.stream("BT /F1 12 Tf 72 700 Td (\(text)) Tj ET \(content)"),
      5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for (index, annotation) in annotations.enumerated() { all[10 + index] = annotation }
    let list = annotations.indices.map { "\(10 + $0) 0 R" }.joined(separator: " ")
    all[3] =
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
      + "/Resources<</Font<</F1 5 0 R>>\(resources)>>"
      + (annotations.isEmpty ? "" : "/Annots[\(list)]") + "\(page)>>"
    all.merge(objects) { _, given in given }
    var out = Array("%PDF-1.7\n%\u{E2}\u{E3}\n\(head)".utf8)
    out += Self.section(all, at: out.count, trailer: "/Root 1 0 R\(trailer)", previous: nil)
    out += tail.utf8
    return out
  }

  /// The file saved again with changed objects after its end.
  func saved(_ changed: [Int: String]) -> [UInt8] {
    var out = file
    let needle = Array("startxref\n".utf8)
    var start = 0
    if let found = out.indices.last(where: { out[$0...].starts(with: needle) }) {
      for digit in out[(found + needle.count)...].prefix(while: { $0 >= 0x30 && $0 <= 0x39 }) {
        start = start * 10 + Int(digit - 0x30)
      }
    }
    out += Self.section(changed, at: out.count, trailer: "/Root 1 0 R\(trailer)", previous: start)
    return out
  }

  /// A stream with its length.
  static func stream(_ text: String, _ entries: String = "") -> String {
    "<<\(entries)/Length \(text.utf8.count)>>\nstream\n\(text)\nendstream"
  }

  private static func section(
    _ objects: [Int: String], at start: Int, trailer: String, previous: Int?
  ) -> [UInt8] {
    var out: [UInt8] = []
    var rows = ""
    for (number, object) in objects.sorted(by: { $0.key < $1.key }) {
      let offset = String(start + out.count)
      rows += "\(number) 1\n" + String(repeating: "0", count: 10 - offset.utf8.count)
      rows += "\(offset) 00000 n \n"
      out += "\(number) 0 obj\n\(object)\nendobj\n".utf8
    }
    let size = (objects.keys.max() ?? 0) + 1
    let table = start + out.count
    let free = previous == nil ? "0 1\n0000000000 65535 f \n" : ""
    let prev = previous.map { "/Prev \($0)" } ?? ""
    out += "xref\n\(free)\(rows)trailer\n<</Size \(size)\(trailer)\(prev)>>\n".utf8
    out += "startxref\n\(table)\n%%EOF\n".utf8
    return out
  }
}
