import Documents

/// Puts the picture that a slide shows of an embedded object in the object's place.
struct ObjectPictures {
  let part: String

  func replace(in tree: XMLElement, _ edit: inout OfficePackageEdit) throws(Unreadable) {
    var frames: [(list: XMLElement, at: Int, frame: XMLElement)] = []
    tree.visit { list in
      for (at, child) in list.children.enumerated() {
        if case .element(let frame) = child, frame.name.local == "graphicFrame",
          !frame.descendants("oleObj").isEmpty
        {
          frames.append((list, at, frame))
        }
      }
    }
    for (list, at, frame) in frames {
      let objects = frame.descendants("oleObj")
      if let picture = objects.lazy.compactMap({ $0.first("pic") }).first {
        name(picture, after: frame)
        list.children[at] = .element(picture)
      } else if let id = objects.lazy.compactMap({ $0["spid"] }).first,
        let picture = try oldPicture(id, frame, &edit)
      {
        list.children[at] = .element(picture)
      } else {
        // Nothing of it is seen.
        list.children[at] = .text("")
      }
    }
  }

  private func name(_ picture: XMLElement, after frame: XMLElement) {
    guard let own = DrawnShape.properties(of: picture),
      let name = DrawnShape.properties(of: frame)
    else { return }
    own.attributes = name.attributes.filter { ["id", "name"].contains($0.name.local) }
  }

  /// Before 2010 the picture was kept in a drawing of the older kind (VML), under the number of its shape.
  private func oldPicture(
    _ id: String, _ frame: XMLElement, _ edit: inout OfficePackageEdit
  ) throws(Unreadable) -> XMLElement? {
    for drawing in try edit.relationships(of: part) where drawing.kind == "vmlDrawing" {
      guard let vml = try edit.tree(of: drawing.target),
        let shape = vml.descendants("shape").first(where: { $0["id"] == id || $0["spid"] == id }),
        let data = shape.first("imagedata"),
        let picture = data["relid"] ?? data["id"],
        let image = try edit.relationships(of: drawing.target).first(where: { $0.id == picture })
      else { continue }
      let taken = Set(try edit.relationships(of: part).map(\.id))
      var number = 1
      while taken.contains("object\(number)") { number += 1 }
      try edit.addRelationship(
        from: part, id: "object\(number)", type: image.type, to: image.target)
      return element(frame, relationship: "object\(number)")
    }
    return nil
  }

  private func element(_ frame: XMLElement, relationship: String) -> XMLElement? {
    guard let place = frame.first("xfrm") else { return nil }
    let prefix = frame.prefix
    let drawing = place.elements.first.map { ($0.prefix, $0.name.space) } ?? ("a", "")
    func slide(_ name: String, _ children: [XMLElement] = []) -> XMLElement {
      let element = XMLElement(XMLName(name, frame.name.space), prefix: prefix)
      element.children = children.map { .element($0) }
      return element
    }
    func draw(_ name: String, _ children: [XMLElement] = []) -> XMLElement {
      let element = XMLElement(XMLName(name, drawing.1), prefix: drawing.0)
      element.children = children.map { .element($0) }
      return element
    }
    let properties = slide("cNvPr")
    properties.attributes = (DrawnShape.properties(of: frame)?.attributes ?? [])
      .filter { ["id", "name"].contains($0.name.local) }
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let blip = draw("blip")
    blip.attributes = [
      XMLAttribute(XMLName("o"), prefix: "xmlns", value: relations),
      XMLAttribute(XMLName("embed", relations), prefix: "o", value: relationship),
    ]
    let box = draw("xfrm", place.elements)
    box.attributes = place.attributes
    let form = draw("prstGeom", [draw("avLst")])
    form.attributes = [XMLAttribute(XMLName("prst"), value: "rect")]
    return slide(
      "pic",
      [
        slide("nvPicPr", [properties, slide("cNvPicPr"), slide("nvPr")]),
        slide("blipFill", [blip, draw("stretch", [draw("fillRect")])]),
        slide("spPr", [box, form]),
      ])
  }
}
