/// Builds PDF documents for tests: a page is a stream of drawing commands.
struct PDFPages {
  /// The content of each page.
  var pages: [String]
  /// Added to the trailer.
  var trailer = ""
  /// What the directory of pages says of their number.
  var count: Int?

  var bytes: [UInt8] {
    var file = Array("%PDF-1.4\n".utf8)
    var places: [Int] = []
    func add(_ object: String) {
      places.append(file.count)
      file += "\(places.count) 0 obj\n\(object)\nendobj\n".utf8
    }
    add("<</Type/Catalog/Pages 2 0 R>>")
    let kids = pages.indices.map { "\(5 + 2 * $0) 0 R" }.joined(separator: " ")
    add("<</Type/Pages/Count \(count ?? pages.count)/Kids[\(kids)]>>")
    add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>")
    for (index, page) in pages.enumerated() {
      add(
        """
        <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents \(6 + 2 * index) 0 R
        /Resources<</Font<</F 3 0 R/B 4 0 R>>>>>>
        """)
      add("<</Length \(page.utf8.count)>>stream\n\(page)\nendstream")
    }
    let start = file.count
    file += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8
    for place in places {
      let digits = String(place)
      file += (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8
    }
    file += "trailer<</Root 1 0 R/Size \(places.count + 1)\(trailer)>>\n".utf8
    file += "startxref\n\(start)\n%%EOF\n".utf8
    return file
  }

  /// Draws lines under each other from a point; an empty line is a gap.
  static func lines(
    _ lines: [String], x: Double = 72, y: Double = 770, size: Double = 11, font: String = "F"
  ) -> String {
    var height = y
    var commands = ""
    for line in lines {
      let text = line.replacing("\\", with: "\\\\").replacing("(", with: "\\(")
        .replacing(")", with: "\\)")
      if !line.isEmpty { commands += "BT /\(font) \(size) Tf \(x) \(height) Td (\(text)) Tj ET\n" }
      height -= 1.25 * size
    }
    return commands
  }

  /// A picture of one grey dot, over the whole page.
  static let picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u{40} EI Q"
}
