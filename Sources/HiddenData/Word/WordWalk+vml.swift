/// Drawings in VML, which old documents and fallbacks are in.
extension WordWalk {
  func vml(_ element: XMLElement, _ state: State) {
    var state = state
    let style = VMLStyle(element["style"] ?? "")
    if !state.frame.isGroup {
      state.frame = Self.frame(element, style)
    }
    if element.name.local == "group" {
      let size = VMLStyle.pair(element["coordsize"]) ?? (1_000, 1_000)
      let origin = VMLStyle.pair(element["coordorigin"]) ?? (0, 0)
      var inner = state.frame
      let wide: Double
      let high: Double
      if state.frame.isGroup {
        inner.start = state.frame.place(style.plain("left") ?? 0, style.plain("top") ?? 0)
        wide = (style.plain("width") ?? 0) * state.frame.scale.x
        high = (style.plain("height") ?? 0) * state.frame.scale.y
      } else {
        (wide, high) = (Double(state.frame.width), Double(state.frame.height))
      }
      inner.isGroup = true
      inner.origin = origin
      inner.scale = (size.0 > 0 ? wide / size.0 : 1, size.1 > 0 ? high / size.1 : 1)
      state.frame = inner
      walkChildren(element, state)
      return
    }
    let shape = state.frame.shape(
      x: style.whole("left"), y: style.whole("top"), width: style.whole("width"),
      height: style.whole("height"))
    if let name = element["id"], shape.name.isEmpty { shape.name = name }
    shape.isHidden = shape.isHidden || style["visibility"] == "hidden" || style["display"] == "none"
    shape.isPicture = element.first("imagedata") != nil
    shape.isArea =
      !["line", "arc", "curve"].contains(element.name.local) && element.first("textpath") == nil
    shape.fill = fill(element)
    if shape.isPicture { shape.fill = .mixed }
    enter(shape, element, state)
  }

  private static func frame(_ element: XMLElement, _ style: VMLStyle) -> WordFrame {
    var frame = WordFrame()
    frame.root = element
    frame.width = style.length("width") ?? 0
    frame.height = style.length("height") ?? 0
    frame.isInline = style["position"] != "absolute"
    let depth = style["z-index"].flatMap { XMLElement.number($0) } ?? 0
    frame.isBehind = depth < 0
    frame.order = depth
    let wrap = element.first("wrap")?["type"] ?? "none"
    frame.isWrapped = wrap != "none"
    func position(_ axis: String, _ names: [String], _ base: String) -> WordShape.Position {
      var position = WordShape.Position(base: base)
      if let relative = style["mso-position-\(axis)-relative"] {
        position.base = relative == "text" ? base : relative.replacing("-area", with: "")
      }
      position.offset = names.lazy.compactMap { style.length($0) }.first ?? 0
      if let alignment = style["mso-position-\(axis)"], alignment != "absolute" {
        position.alignment = alignment
      }
      return position
    }
    frame.horizontal = position("horizontal", ["margin-left", "left"], "column")
    frame.vertical = position("vertical", ["margin-top", "top"], "paragraph")
    return frame
  }

  private func fill(_ element: XMLElement) -> WordShape.Fill {
    let detail = element.first("fill")
    let isOff = { (value: String?) in ["f", "false", "0"].contains(value?.lowercased() ?? "") }
    if isOff(element["filled"]) || isOff(detail?["on"]) { return .none }
    if let kind = detail?["type"], kind != "solid" { return .mixed }
    if let opacity = detail?["opacity"] ?? element["opacity"],
      let part = VMLStyle.fraction(opacity), part < 0.9
    {
      return .translucent
    }
    let colour = (detail?["color"] ?? element["fillcolor"]).flatMap { WordColour($0) }
    return .colour(colour ?? .white)
  }
}

/// The list of settings in an attribute of VML that is written like a style sheet.
struct VMLStyle {
  private var values: [String: String] = [:]

  init(_ text: String) {
    for setting in text.split(separator: ";") {
      let parts = setting.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      values[String(parts[0]).stripped.lowercased()] = String(parts[1]).stripped
    }
  }

  subscript(_ name: String) -> String? { values[name]?.lowercased() }

  /// A number without a unit.
  func plain(_ name: String) -> Double? {
    values[name].flatMap { Double($0.filter { $0.isNumber || $0 == "." || $0 == "-" }) }
  }

  func whole(_ name: String) -> Int? { plain(name).flatMap { Int(exactly: $0.rounded()) }?.clamped }

  /// A length in EMU.
  func length(_ name: String) -> Int? {
    guard let value = plain(name), let text = values[name] else { return nil }
    let units = [
      ("pt", 12_700.0), ("in", 914_400), ("cm", 360_000), ("mm", 36_000), ("px", 9_525),
      ("pc", 152_400), ("em", 152_400),
    ]
    let unit = units.first { text.hasSuffix($0.0) }?.1 ?? 9_525
    return Int(exactly: (value * unit).rounded())?.clamped
  }

  /// `1000,2000` as two numbers.
  static func pair(_ text: String?) -> (Double, Double)? {
    let parts = text?.split(separator: ",", omittingEmptySubsequences: false).map {
      Double(String($0).stripped) ?? 0
    }
    guard let parts, parts.count == 2 else { return nil }
    return (parts[0], parts[1])
  }

  /// `0.5`, `50%`, `32768f` as a part of one.
  static func fraction(_ text: String) -> Double? {
    if text.hasSuffix("f") { return Double(text.dropLast()).map { $0 / 65_536 } }
    if text.hasSuffix("%") { return Double(text.dropLast()).map { $0 / 100 } }
    return Double(text)
  }
}
