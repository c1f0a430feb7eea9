/// Builds the small documents that the inspectors carry.
enum WordExample {
  /// A further part: the kind of relationship that leads to it, its name, what is in it.
  typealias Part = (kind: String, name: String, xml: String)

  /// Declarations of the namespaces that documents use.
  static let names =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
    + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#
    + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#
    + #"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#
    + #"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#
    + #"xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" "#
    + #"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" "#
    + #"xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" "#
    + #"xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" "#
    + #"xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office""#

  private static let types = [
    "styles": "styles", "settings": "settings", "header": "header", "footer": "footer",
    "footnotes": "footnotes", "comments": "comments", "people": "people",
    "glossaryDocument": "document.glossary",
  ]

  /// A document with this body.
  static func file(
    _ body: String, _ parts: [Part] = [], external: [(kind: String, target: String)] = []
  ) -> [UInt8] {
    let base = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    var overrides = ["word/document.xml": base + "document.main+xml"]
    var relations: [(id: String, kind: String, target: String)] = []
    for (index, part) in parts.enumerated() {
      relations.append(("p\(index + 1)", part.kind, part.name))
      if let type = types[part.kind] { overrides["word/" + part.name] = base + type + "+xml" }
    }
    for (index, link) in external.enumerated() {
      relations.append(("x\(index + 1)", link.kind, link.target))
    }
    let main = "<w:document \(names)><w:body>\(body)</w:body></w:document>"
    let list: [(String, String)] =
      [
        ("[Content_Types].xml", OfficeExample.contentTypes(overrides)),
        (
          "_rels/.rels",
          OfficeExample.relationships([("m", "officeDocument", "word/document.xml")])
        ),
        ("word/document.xml", main),
        (
          "word/_rels/document.xml.rels",
          OfficeExample.relationships(
            relations, external: Set(external.indices.map { "x\($0 + 1)" }))
        ),
      ] + parts.map { ("word/" + $0.name, $0.xml) }
    return OfficeExample.package(list)
  }

  /// A paragraph of one run.
  static func paragraph(_ text: String, _ look: String = "", _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(run(text, look))</w:p>"
  }

  /// A run.
  static func run(_ text: String, _ look: String = "") -> String {
    #"<w:r><w:rPr>\#(look)</w:rPr><w:t xml:space="preserve">\#(text)</w:t></w:r>"#
  }

  /// A part with a root of WordprocessingML.
  static func part(_ kind: String, _ name: String, _ root: String, _ inner: String) -> Part {
    (kind, name, "<w:\(root) \(names)>\(inner)</w:\(root)>")
  }

  /// Settings.
  static func settings(_ inner: String) -> Part {
    part("settings", "settings.xml", "settings", inner)
  }

  /// Styles.
  static func styles(_ inner: String) -> Part { part("styles", "styles.xml", "styles", inner) }

  /// A drawing in front of the text, or elsewhere, at a place relative to its paragraph, in points.
  static func shape(
    x: Int = 0, y: Int = 0, width: Int = 300, height: Int = 20, behind: Bool = false,
    fill: String = #"<a:solidFill><a:srgbClr val="000000"/></a:solidFill>"#, text: String = "",
    wrap: String = "wrapNone", from: (String, String) = ("column", "paragraph")
  ) -> String {
    let box =
      text.isEmpty
      ? "" : "<wps:txbx><w:txbxContent>\(text)</w:txbxContent></wps:txbx>"
    let (wide, high) = (width * 12_700, height * 12_700)
    return #"<w:r><w:drawing><wp:anchor behindDoc="\#(behind ? 1 : 0)" relativeHeight="2">"#
      + #"<wp:positionH relativeFrom="\#(from.0)"><wp:posOffset>\#(x * 12_700)</wp:posOffset>"#
      + #"</wp:positionH><wp:positionV relativeFrom="\#(from.1)"><wp:posOffset>"#
      + #"\#(y * 12_700)</wp:posOffset></wp:positionV><wp:extent cx="\#(wide)" cy="\#(high)"/>"#
      + #"<wp:\#(wrap)/><wp:docPr id="1" name="Rectangle 1"/><a:graphic><a:graphicData "#
      + #"uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>"#
      + #"<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="\#(wide)" cy="\#(high)"/></a:xfrm>"#
      + #"<a:prstGeom prst="rect"/>\#(fill)</wps:spPr>\#(box)<wps:bodyPr/></wps:wsp>"#
      + "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
  }
}
