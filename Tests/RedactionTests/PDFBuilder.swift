/// Puts a PDF together from its objects: number 1 is the catalog, 2 the pages, 3 the usual font.
struct PDFBuilder {
  private var objects: [[UInt8]] = []
  private var pages: [Int] = []
  /// Entries of the catalog and the trailer beside the usual ones.
  var catalog = ""
  var trailer = ""

  init() {
    objects = [[], [], Array(Self.font.utf8)]
  }

  static let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
  static let keep = "Response to your request"
  /// The line that has to stay on every page.
  static let head = "BT /F1 14 Tf 60 780 Td (\(keep)) Tj ET\n"

  /// A line of which the middle is secret, on the usual place.
  static func line(_ secret: String, y: Int = 500) -> String {
    "BT /F1 12 Tf 60 \(y) Td (The officer was ) Tj (\(secret)) Tj ( on that day.) Tj ET\n"
  }

  /// Adds an object and answers its number.
  mutating func add(_ body: String) -> Int {
    objects.append(Array(body.utf8))
    return objects.count
  }

  /// Puts another object in the place of one.
  mutating func replace(_ number: Int, _ body: String) { objects[number - 1] = Array(body.utf8) }

  /// Adds a stream and answers its number.
  mutating func stream(_ entries: String, _ data: [UInt8]) -> Int {
    objects.append(
      Array("<<\(entries)/Length \(data.count)>>\nstream\n".utf8) + data
        + Array("\nendstream".utf8))
    return objects.count
  }

  mutating func stream(_ entries: String, _ text: String) -> Int {
    stream(entries, Array(text.utf8))
  }

  /// Adds a page of 595 by 842 points.
  mutating func page(
    _ content: String, fonts: String = "", resources: String = "", entries: String = ""
  ) {
    let stream = stream("", content)
    let box = entries.contains("/MediaBox") ? "" : "/MediaBox[0 0 595 842]"
    pages.append(
      add(
        "<</Type/Page/Parent 2 0 R\(box)/Contents \(stream) 0 R\(entries)"
          + "/Resources<</Font<</F1 3 0 R\(fonts)>>\(resources)>>>>"))
  }

  /// The file.
  func bytes() -> [UInt8] {
    var all = objects
    all[0] = Array("<</Type/Catalog/Pages 2 0 R\(catalog)>>".utf8)
    let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
    all[1] = Array("<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>".utf8)
    var file = Array("%PDF-1.7\n".utf8)
    var starts: [Int] = []
    for (index, body) in all.enumerated() {
      starts.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
    }
    let table = file.count
    file += Array("xref\n0 \(all.count + 1)\n0000000000 65535 f \n".utf8)
    for start in starts {
      let digits = String(start)
      file += Array(
        (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
    }
    file += Array(
      "trailer\n<</Size \(all.count + 1)/Root 1 0 R\(trailer)>>\nstartxref\n\(table)\n%%EOF\n".utf8)
    return file
  }

  /// A file of one page.
  static func onePage(
    _ content: String, fonts: String = "", resources: String = "", entries: String = "",
    with more: (inout PDFBuilder) -> Void = { _ in }
  ) -> [UInt8] {
    var builder = PDFBuilder()
    more(&builder)
    builder.page(content, fonts: fonts, resources: resources, entries: entries)
    return builder.bytes()
  }
}
