import Documents

/// The shapes of a slide, layout or master from the back to the front, groups opened, hidden ones left out.
struct SlideDrawing {
  private(set) var shapes: [DrawnShape] = []
  private let look: SlideLook
  private let part: String
  private let package: OfficePackage
  /// Shapes of one slide that are compared with each other; see ``SlideText``.
  static let most = 5_000

  /// - Parameter placeholders: Whether placeholders are drawn: on a slide they are, on a layout they only
  ///   invite.
  init(
    _ tree: XMLElement, _ look: SlideLook, part: String, package: OfficePackage, placeholders: Bool
  ) {
    self.look = look
    self.part = part
    self.package = package
    guard let list = tree.first("cSld")?.first("spTree") else { return }
    add(list, Affine(), groupFill: .none, placeholders)
  }

  /// Elements in a tree of shapes, of alternatives the first, as a program of today draws it.
  static func elements(of tree: XMLElement) -> [XMLElement] {
    tree.elements.flatMap { element -> [XMLElement] in
      guard element.name.local == "AlternateContent" else { return [element] }
      return (element.first("Choice") ?? element.first("Fallback"))?.elements ?? []
    }
  }

  private mutating func add(
    _ tree: XMLElement, _ outer: Affine, groupFill: DrawingFill, _ placeholders: Bool
  ) {
    for element in Self.elements(of: tree) where shapes.count < Self.most {
      guard !DrawnShape.isHidden(element) else { continue }
      switch element.name.local {
      case "grpSp":
        let properties = element.first("grpSpPr")
        let fill = properties.flatMap { DrawingFill(in: $0, look.colours) } ?? groupFill
        add(element, outer.after(Self.group(properties)), groupFill: fill, placeholders)
      case "sp", "pic", "graphicFrame", "cxnSp":
        if !placeholders, SlideLook.placeholder(of: element) != nil { continue }
        draw(element, outer, groupFill)
      default: break
      }
    }
  }

  private mutating func draw(_ element: XMLElement, _ outer: Affine, _ groupFill: DrawingFill) {
    let lineage = look.ancestors(of: element)
    let frames = ([element] + lineage).lazy.compactMap { Self.frame(of: $0) }
    guard let frame = frames.first, let box = Self.box(frame) else { return }
    if let stroke = stroke(element, box, outer) {
      shapes.append(stroke)
      return
    }
    let isPicture = element.name.local == "pic"
    // What a chart, a table or a diagram paints is not known here.
    var fill = DrawingFill.translucent
    if isPicture {
      fill = pictureFill(element)
    } else if element.name.local == "sp" {
      fill = shapeFill(element, lineage, groupFill)
    } else if element.name.local == "cxnSp" {
      fill = .none
    } else if let table = element.descendants("tbl").first,
      TableLook(table, look).isOpaque(table)
    {
      fill = .opaque
    }
    let geometry = ([element] + lineage).lazy.compactMap { $0.first("spPr") }
      .first { $0.first("prstGeom") != nil || $0.first("custGeom") != nil }
    shapes.append(
      DrawnShape(
        element, outer.after(box.transform), width: box.width, height: box.height, fill: fill,
        outline: element.name.local == "cxnSp" ? .nothing : ShapeOutline(geometry),
        isPicture: isPicture))
  }

  /// A level or upright line so thick that it hides what is under it.
  private func stroke(_ element: XMLElement, _ box: Box, _ outer: Affine) -> DrawnShape? {
    let properties = element.first("spPr")
    guard let line = properties?.first("ln"),
      let thickness = PresentationStructure.number(line["w"]), thickness >= 50_000,
      box.width == 0 || box.height == 0, box.width + box.height > 0,
      let fill = DrawingFill(in: line, look.colours), fill.isOpaque
    else { return nil }
    let (x, y) = (box.transform.e, box.transform.f)
    let half = thickness / 2
    let frame =
      box.width == 0
      ? Affine.box(x - half, y, thickness, box.height)
      : Affine.box(x, y - half, box.width, thickness)
    return DrawnShape(
      element, outer.after(frame), width: max(box.width, thickness),
      height: max(box.height, thickness), fill: fill, outline: .box, isPicture: false)
  }

  private func shapeFill(
    _ element: XMLElement, _ lineage: [XMLElement], _ groupFill: DrawingFill
  ) -> DrawingFill {
    for shape in [element] + lineage {
      guard let properties = shape.first("spPr") else { continue }
      if properties.first("grpFill") != nil { return groupFill }
      if let fill = DrawingFill(in: properties, look.colours) { return fill }
    }
    if PresentationStructure.isOn(element["useBgFill"]) { return look.background }
    if let reference = element.first("style")?.first("fillRef") { return look.styled(reference) }
    return .none
  }

  /// A picture is opaque unless its format or the slide makes it transparent.
  private func pictureFill(_ element: XMLElement) -> DrawingFill {
    guard let blipFill = element.first("blipFill"), let blip = blipFill.first("blip") else {
      return .translucent
    }
    if DrawingFill(blipFill, look.colours) == .translucent { return .translucent }
    guard let id = blip["embed"],
      let target = package.relationships(of: part).first(where: { $0.id == id }),
      !target.isExternal, let bytes = package.part(target.target)
    else { return .translucent }
    switch FirstBytes(bytes) {
    case .jpeg: return .opaque
    case .png: return PictureOpacity.isOpaque(png: bytes) ? .opaque : .translucent
    default: return .translucent
    }
  }

  private static func frame(of element: XMLElement) -> XMLElement? {
    element.first("xfrm") ?? element.first("spPr")?.first("xfrm")
  }

  private typealias Box = (transform: Affine, width: Double, height: Double)

  private static func box(_ frame: XMLElement) -> Box? {
    guard let offset = frame.first("off"), let size = frame.first("ext"),
      let x = PresentationStructure.number(offset["x"]),
      let y = PresentationStructure.number(offset["y"]),
      let width = PresentationStructure.number(size["cx"]),
      let height = PresentationStructure.number(size["cy"])
    else { return nil }
    let turn = turn(frame, SlidePoint(x: x + width / 2, y: y + height / 2))
    return (turn.after(.box(x, y, width, height)), width, height)
  }

  private static func turn(_ frame: XMLElement, _ center: SlidePoint) -> Affine {
    .turn(
      PresentationStructure.number(frame["rot"]) ?? 0,
      flipX: PresentationStructure.isOn(frame["flipH"]),
      flipY: PresentationStructure.isOn(frame["flipV"]), about: center)
  }

  /// From the coordinates within a group to those around it.
  private static func group(_ properties: XMLElement?) -> Affine {
    guard let frame = properties?.first("xfrm"), let outer = box(frame),
      let offset = frame.first("chOff"), let size = frame.first("chExt"),
      let x = PresentationStructure.number(offset["x"]),
      let y = PresentationStructure.number(offset["y"]),
      let width = PresentationStructure.number(size["cx"]), width != 0,
      let height = PresentationStructure.number(size["cy"]), height != 0
    else { return Affine() }
    let unit = Affine(a: 1 / width, d: 1 / height, e: -x / width, f: -y / height)
    return outer.transform.after(unit)
  }
}

/// Whether anything shows through a picture.
enum PictureOpacity {
  /// A picture that cannot be read, or is very large, counts as transparent: then it hides nothing.
  static func isOpaque(png bytes: [UInt8]) -> Bool {
    guard let raster = try? PNGRaster(bytes, PNGChunks(bytes), limits: InspectionLimits()) else {
      return false
    }
    guard raster.hasAlpha else {
      return bytes.position(of: Array("tRNS".utf8), from: 8) == nil
    }
    guard raster.width * raster.height <= 16_000_000 else { return false }
    let pixels = raster.rgba()
    return stride(from: 3, to: pixels.count, by: 4).allSatisfy { pixels[$0] >= 250 }
  }
}
