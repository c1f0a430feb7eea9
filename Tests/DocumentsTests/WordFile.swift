/// Builds Word documents for tests.
struct WordFile {
  /// The content of the body, in WordprocessingML with the prefix `w`.
  var body: String
  /// Other parts by the kind of their relationship: `footnotes`, `numbering`.
  var parts: [(kind: String, content: String)] = []
  var mainPart = "word/document.xml"
  var contentType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
  var isStrict = false

  private var space: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
      : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  }

  private var relationship: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }

  static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

  /// The document part.
  var document: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <w:document xmlns:w="\(space)" xmlns:mc="\(Self.compatibility)"><w:body>\(body)</w:body>\
    </w:document>
    """
  }

  var zip: ZipFile {
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    let folder = mainPart.split(separator: "/").dropLast().joined(separator: "/")
    let name = mainPart.split(separator: "/").last ?? ""
    var file = ZipFile([
      (
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/\(mainPart)" ContentType="\(contentType)"/></Types>
        """
      ),
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(relations)"><Relationship Id="a" \
        Type="\(relationship)/officeDocument" Target="/\(mainPart)"/></Relationships>
        """
      ),
      (mainPart, document),
    ])
    let links = parts.enumerated().map { index, part in
      "<Relationship Id='r\(index)' Type='\(relationship)/\(part.kind)' Target='p\(index).xml'/>"
    }
    file.add(
      "\(folder)/_rels/\(name).rels",
      Array("<Relationships xmlns='\(relations)'>\(links.joined())</Relationships>".utf8))
    for (index, part) in parts.enumerated() {
      file.add("\(folder)/p\(index).xml", Array(part.content.utf8))
    }
    return file
  }

  var bytes: [UInt8] { zip.bytes }

  /// A paragraph of one run.
  static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  /// A part with a root element of this name.
  func part(_ kind: String, _ root: String, _ content: String) -> (kind: String, content: String) {
    (kind, "<w:\(root) xmlns:w=\"\(space)\">\(content)</w:\(root)>")
  }

  /// A table of cells, each of which is paragraphs.
  static func table(_ rows: [[[String]]]) -> String {
    let inside = rows.map { row in
      "<w:tr>"
        + row.map { "<w:tc>" + $0.map { paragraph($0) }.joined() + "</w:tc>" }.joined() + "</w:tr>"
    }
    return "<w:tbl>\(inside.joined())</w:tbl>"
  }
}
