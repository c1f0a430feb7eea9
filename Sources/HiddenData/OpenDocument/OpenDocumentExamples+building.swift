/// Builds the small files of the examples.
extension OpenDocumentExamples {
  static let names =
    ["office", "text", "style", "table", "meta"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }.joined(separator: " ")
    + #" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0""#
    + #" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0""#
    + #" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0""#
    + #" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink""#

  static func content(_ kind: String, _ body: String, styles: String = "") -> [UInt8] {
    Array(
      ("<office:document-content \(names)><office:automatic-styles>\(styles)</office:automatic-styles>"
        + "<office:body><office:\(kind)>\(body)</office:\(kind)></office:body></office:document-content>")
        .utf8)
  }

  static func sheet(
    _ rows: String, styles: String = "", before: String = "", more: String = "", after: String = "",
    parts: [(String, [UInt8])] = []
  ) -> [UInt8] {
    package(
      "spreadsheet", content("spreadsheet", before + table(rows) + more + after, styles: styles),
      parts)
  }

  static func table(_ rows: String) -> String {
    "<table:table table:name=\"S\">\(rows)</table:table>"
  }

  static func row(_ text: String, _ attributes: String = "", cells: [String]? = nil) -> String {
    let cells = (cells ?? [text]).map {
      "<table:table-cell><text:p>\($0)</text:p></table:table-cell>"
    }
    return "<table:table-row\(attributes)>\(cells.joined())</table:table-row>"
  }

  static func cell(_ content: String, _ attributes: String = "") -> String {
    "<table:table-row><table:table-cell\(attributes)>\(content)</table:table-cell></table:table-row>"
  }

  static func tableStyle(_ name: String, _ family: String, _ properties: String) -> String {
    "<style:style style:name=\"\(name)\" style:family=\"\(family)\">\(properties)</style:style>"
  }

  static func cellStyle(_ name: String, _ colour: String, _ ground: String = "") -> String {
    let back =
      ground.isEmpty ? "" : #"<style:table-cell-properties fo:background-color="\#(ground)"/>"#
    return tableStyle(name, "table-cell", back + #"<style:text-properties fo:color="\#(colour)"/>"#)
  }

  static func text(
    _ body: String, styles: String = "", parts: [(String, [UInt8])] = []
  ) -> [UInt8] {
    package("text", content("text", body, styles: styles), parts)
  }

  static func meta(_ fields: String) -> String {
    "<office:document-meta \(names)><office:meta>\(fields)</office:meta></office:document-meta>"
  }

  private static func package(
    _ kind: String, _ content: [UInt8], _ parts: [(String, [UInt8])]
  ) -> [UInt8] {
    let type = Array("application/vnd.oasis.opendocument.\(kind)".utf8)
    return ZipWriter.file(
      [("mimetype", type), ("content.xml", content)] + parts.map { (name: $0.0, bytes: $0.1) })
  }
}
