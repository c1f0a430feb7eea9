/// Builds small presentations: one master, one layout, a theme of black on white, and slides.
package struct PresentationExample {
  /// Slides as the contents of their trees of shapes, with attributes of the slide itself.
  package struct Slide {
    var shapes: String
    var attributes = ""
    /// Elements before the tree of shapes: a background.
    var background = ""
    var isListed = true
    /// Further relationships: id, kind, target.
    var links: [(id: String, kind: String, target: String)] = []

    package init(_ shapes: String) { self.shapes = shapes }
  }

  package var slides: [Slide]
  /// Further parts, and their content types.
  package var parts: [(String, String)] = []
  package var types: [String: String] = [:]
  /// Further relationships of the presentation and of the package.
  package var links: [(id: String, kind: String, target: String)] = []
  package var packageLinks: [(id: String, kind: String, target: String)] = []
  /// Elements at the end of the presentation part.
  package var lists = ""
  package var layoutShapes = ""

  package init(_ slides: Slide...) { self.slides = slides }

  package func file() -> [UInt8] { OfficeExample.package(allParts) }

  package var allParts: [(String, String)] {
    var parts = fixedParts
    var items = ""
    var types = self.types
    let office = "application/vnd.openxmlformats-officedocument."
    var links = [(id: "m1", kind: "slideMaster", target: "slideMasters/slideMaster1.xml")]
    for (index, slide) in slides.enumerated() {
      let name = "ppt/slides/slide\(index + 1).xml"
      types[name] = office + "presentationml.slide+xml"
      parts.append(
        (
          name,
          "<p:sld \(Self.spaces) \(slide.attributes)><p:cSld>\(slide.background)"
            + "\(Self.tree(slide.shapes))</p:cSld></p:sld>"
        ))
      parts.append(
        (
          OfficePackage.relationshipPart(of: name),
          OfficeExample.relationships(
            [(id: "l1", kind: "slideLayout", target: "../slideLayouts/slideLayout1.xml")]
              + slide.links)
        ))
      links.append((id: "s\(index)", kind: "slide", target: "slides/slide\(index + 1).xml"))
      if slide.isListed { items += #"<p:sldId id="\#(256 + index)" r:id="s\#(index)"/>"# }
    }
    types["ppt/presentation.xml"] = office + "presentationml.presentation.main+xml"
    types["ppt/slideMasters/slideMaster1.xml"] = office + "presentationml.slideMaster+xml"
    types["ppt/slideLayouts/slideLayout1.xml"] = office + "presentationml.slideLayout+xml"
    types["ppt/theme/theme1.xml"] = office + "theme+xml"
    parts.append(
      (
        "ppt/presentation.xml",
        "<p:presentation \(Self.spaces)><p:sldMasterIdLst>"
          + #"<p:sldMasterId id="2147483648" r:id="m1"/></p:sldMasterIdLst>"#
          + "<p:sldIdLst>\(items)</p:sldIdLst>"
          + #"<p:sldSz cx="9144000" cy="6858000"/>\#(lists)</p:presentation>"#
      ))
    parts.append(
      ("ppt/_rels/presentation.xml.rels", OfficeExample.relationships(links + self.links)))
    parts.append(("[Content_Types].xml", OfficeExample.contentTypes(types)))
    return parts + self.parts
  }

  private var fixedParts: [(String, String)] {
    [
      (
        "_rels/.rels",
        OfficeExample.relationships(
          [(id: "r1", kind: "officeDocument", target: "ppt/presentation.xml")] + packageLinks)
      ),
      (
        "ppt/slideMasters/slideMaster1.xml",
        "<p:sldMaster \(Self.spaces)><p:cSld>\(Self.tree(""))</p:cSld>"
          + #"<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1"/>"#
          + #"<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="l1"/></p:sldLayoutIdLst>"#
          + "</p:sldMaster>"
      ),
      (
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        OfficeExample.relationships([
          (id: "l1", kind: "slideLayout", target: "../slideLayouts/slideLayout1.xml"),
          (id: "t1", kind: "theme", target: "../theme/theme1.xml"),
        ])
      ),
      (
        "ppt/slideLayouts/slideLayout1.xml",
        "<p:sldLayout \(Self.spaces)><p:cSld name=\"Plain\">\(Self.tree(layoutShapes))</p:cSld>"
          + "</p:sldLayout>"
      ),
      (
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        OfficeExample.relationships([
          (id: "m1", kind: "slideMaster", target: "../slideMasters/slideMaster1.xml")
        ])
      ),
      (
        "ppt/theme/theme1.xml",
        "<a:theme \(Self.spaces)><a:themeElements><a:clrScheme name=\"Plain\">"
          + #"<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>"#
          + #"<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>"#
          + #"<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>"#
          + #"<a:accent1><a:srgbClr val="4F81BD"/></a:accent1>"#
          + "</a:clrScheme></a:themeElements></a:theme>"
      ),
    ]
  }

  package static let spaces =
    #"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#
    + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#
    + #"xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main""#

  static func tree(_ shapes: String) -> String {
    #"<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"#
      + "<p:grpSpPr/>\(shapes)</p:spTree>"
  }

  /// A box with text. Place and size in EMU.
  package static func box(
    _ text: String, x: Int = 914_400, y: Int = 914_400, width: Int = 3_000_000,
    height: Int = 600_000, fill: String = "<a:noFill/>", run: String = "", name: String = "Box 1",
    attributes: String = "", turn: String = "", shape: String = "rect"
  ) -> String {
    #"<p:sp><p:nvSpPr><p:cNvPr id="2" name="\#(name)" \#(attributes)/><p:cNvSpPr/><p:nvPr/>"#
      + #"</p:nvSpPr><p:spPr><a:xfrm \#(turn)><a:off x="\#(x)" y="\#(y)"/>"#
      + #"<a:ext cx="\#(width)" cy="\#(height)"/></a:xfrm>"#
      + #"<a:prstGeom prst="\#(shape)"><a:avLst/></a:prstGeom>\#(fill)</p:spPr>"#
      + "<p:txBody><a:bodyPr/><a:p>"
      + (text.isEmpty ? "" : "<a:r><a:rPr>\(run)</a:rPr><a:t>\(text)</a:t></a:r>")
      + "</a:p></p:txBody></p:sp>"
  }

  package static func solid(_ hex: String) -> String {
    #"<a:solidFill><a:srgbClr val="\#(hex)"/></a:solidFill>"#
  }
}
