/// Drawings in DrawingML.
extension WordWalk {
  func drawing(_ element: XMLElement, _ state: State) {
    var state = state
    switch element.name.local {
    case "anchor", "inline":
      state.frame = WordFrame(anchor: element)
      walkChildren(element, state)
    case "wgp", "grpSp", "wpc":
      state.frame = state.frame.group(element.at("grpSpPr", "xfrm"))
      walkChildren(element, state)
    case "wsp", "pic":
      let properties = element.first("spPr")
      let offset = properties?.at("xfrm", "off")
      let extent = properties?.at("xfrm", "ext")
      let shape = state.frame.shape(
        x: offset?.number("x"), y: offset?.number("y"), width: extent?.number("cx"),
        height: extent?.number("cy"))
      if let name = (element.first("cNvPr") ?? element.at("nvPicPr", "cNvPr"))?["name"],
        state.frame.isGroup || shape.name.isEmpty
      {
        shape.name = name
      }
      shape.isPicture = element.name.local == "pic"
      fill(shape, properties, style: element.first("style"))
      if shape.isPicture { shape.fill = picture(element) }
      enter(shape, element, state)
    case "Fallback": return
    case "shape", "rect", "roundrect", "oval", "polyline", "line", "group", "image", "arc", "curve":
      element.name.space == "urn:schemas-microsoft-com:vml"
        ? vml(element, state) : walkChildren(element, state)
    default: walkChildren(element, state)
    }
  }

  /// Takes a shape into the story and goes on within it.
  func enter(_ shape: WordShape, _ element: XMLElement, _ state: State) {
    var state = state
    shape.anchor = paragraph
    shape.order = story.shapes.count
    story.shapes.append(shape)
    state.box = shape
    state.cell = nil
    state.table = nil
    let outer = fields
    fields = WordFieldStack()
    walkChildren(element, state)
    story.fields += fields.rest()
    fields = outer
  }

  private func fill(_ shape: WordShape, _ properties: XMLElement?, style: XMLElement?) {
    let geometry = properties?.first("prstGeom")?["prst"] ?? ""
    let hollow = [
      "line", "straightConnector1", "frame", "halfFrame", "donut", "arc", "leftBracket",
      "rightBracket", "leftBrace", "rightBrace", "bracketPair", "bracePair",
    ]
    shape.isArea = !hollow.contains(geometry) && !geometry.contains("Connector")
    let line = properties?.first("ln")
    if !shape.isArea, let pen = line?.number("w"), pen >= 76_200,
      let ink = line?.first("solidFill").flatMap({ file.theme.drawn($0) }), ink.opacity > 0.9
    {
      // A thick line covers as a bar does.
      shape.isArea = true
      shape.inset.y -= pen / 2
      shape.height = max(shape.height, pen)
      shape.fill = .colour(ink.colour)
      return
    }
    for element in properties?.elements ?? [] {
      switch element.name.local {
      case "noFill":
        shape.fill = .none
        return
      case "solidFill":
        shape.fill =
          file.theme.drawn(element).map {
            $0.opacity > 0.9 ? .colour($0.colour) : .translucent
          } ?? .mixed
        return
      case "gradFill", "blipFill", "pattFill", "grpFill":
        shape.fill = .mixed
        return
      default: continue
      }
    }
    if let reference = style?.first("fillRef"), (reference.number("idx") ?? 0) > 0 {
      shape.fill = file.theme.drawn(reference).map { .colour($0.colour) } ?? .mixed
    }
  }

  private func picture(_ element: XMLElement) -> WordShape.Fill {
    let fade = element.descendants("alphaModFix").first?["amt"]
    return (WordTheme.part(fade) ?? 1) < 0.9 ? .translucent : .mixed
  }
}
