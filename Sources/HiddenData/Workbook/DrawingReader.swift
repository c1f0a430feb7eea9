/// Reads the objects of a drawing part.
struct DrawingReader {
  let palette: Palette

  func objects(_ tree: XMLElement) -> [DrawingObject] {
    var found: [DrawingObject] = []
    each(tree, isFallback: false) { element, isFallback in
      guard element.name.local.hasSuffix("Anchor") else { return }
      let anchor = ObjectAnchor(element)
      read(element, anchor, nil, isFallback, into: &found)
    }
    return found
  }

  /// The elements in one, with those that alternatives offer: what programs of today choose, and what
  /// they leave aside.
  private func each(
    _ parent: XMLElement, isFallback: Bool, _ body: (XMLElement, Bool) -> Void
  ) {
    for element in parent.elements {
      guard element.name.local == "AlternateContent" else {
        body(element, isFallback)
        continue
      }
      let choices = element.all("Choice")
      if let choice = choices.first { each(choice, isFallback: isFallback, body) }
      for other in choices.dropFirst() { each(other, isFallback: true, body) }
      for other in element.all("Fallback") {
        each(other, isFallback: isFallback || !choices.isEmpty, body)
      }
    }
  }

  private func read(
    _ parent: XMLElement, _ anchor: ObjectAnchor, _ share: ObjectShare?, _ isFallback: Bool,
    into found: inout [DrawingObject]
  ) {
    each(parent, isFallback: isFallback) { element, isFallback in
      switch element.name.local {
      case "grpSp":
        if let own = object(element, anchor, share, isFallback), own.isHidden {
          // What is in a hidden group is hidden with it.
          found.append(own)
        } else {
          group(element, anchor, share, isFallback, into: &found)
        }
      case "sp", "pic", "graphicFrame", "cxnSp", "contentPart":
        if let own = object(element, anchor, share, isFallback) { found.append(own) }
      default: break
      }
    }
  }

  private func group(
    _ element: XMLElement, _ anchor: ObjectAnchor, _ share: ObjectShare?, _ isFallback: Bool,
    into found: inout [DrawingObject]
  ) {
    let frame = element.first("grpSpPr")?.first("xfrm")
    func number(_ child: XMLElement?, _ name: String) -> Double { Double(child?[name] ?? "") ?? 0 }
    let (x, y) = (number(frame?.first("chOff"), "x"), number(frame?.first("chOff"), "y"))
    let width = number(frame?.first("chExt"), "cx")
    let height = number(frame?.first("chExt"), "cy")
    each(element, isFallback: isFallback) { child, isFallback in
      var own = ObjectShare()
      let place =
        (child.first("spPr") ?? child.first("grpSpPr"))?.first("xfrm")
        ?? child.first("xfrm")
      if let place, width > 0, height > 0 {
        own.left = (number(place.first("off"), "x") - x) / width
        own.top = (number(place.first("off"), "y") - y) / height
        own.right = own.left + number(place.first("ext"), "cx") / width
        own.bottom = own.top + number(place.first("ext"), "cy") / height
      }
      let share = share.map { own.within($0) } ?? own
      if child.name.local == "grpSp" {
        group(child, anchor, share, isFallback, into: &found)
      } else if let object = object(child, anchor, share, isFallback) {
        found.append(object)
      }
    }
  }

  private func object(
    _ element: XMLElement, _ anchor: ObjectAnchor, _ share: ObjectShare?, _ isFallback: Bool
  ) -> DrawingObject? {
    let kinds: Set = ["sp", "pic", "graphicFrame", "cxnSp", "contentPart", "grpSp"]
    guard kinds.contains(element.name.local) else { return nil }
    let properties = element.descendants("cNvPr").first
    let look = element.first("spPr")
    let described = [properties?["title"], properties?["descr"]].compactMap { $0 }
      .filter { !$0.isEmpty }
    let (grounds, isOpaque) = ground(element)
    let extent = look?.first("xfrm")?.first("ext")
    return DrawingObject(
      kind: element.name.local, name: properties?["name"] ?? "",
      description: described.joined(separator: "\n"),
      isHidden: properties?.isSet("hidden") ?? false, isFallback: isFallback, anchor: anchor,
      share: share, grounds: grounds, isOpaque: isOpaque,
      isFlat: [extent?["cx"], extent?["cy"]].contains {
        $0.flatMap { Int($0) }.map { $0 < 6_000 } ?? false
      },
      runs: runs(element), element: element)
  }

  /// The ground that an object has, and whether one cannot see through it.
  private func ground(_ element: XMLElement) -> ([Colour]?, Bool) {
    switch element.name.local {
    case "pic":
      let amount = element.descendants("alphaModFix").first.flatMap { Self.share($0["amt"]) }
      return ([], (amount ?? 1) >= 0.5)
    case "graphicFrame": return ([.white], true)
    case "sp": break
    default: return (nil, false)
    }
    for fill in element.first("spPr")?.elements ?? [] {
      switch fill.name.local {
      case "noFill": return (nil, false)
      case "solidFill":
        let (colour, alpha) = ObjectColour.read(fill, palette)
        return (colour.map { [$0] } ?? [], alpha >= 0.5)
      case "gradFill":
        let stops = fill.descendants("gs").map { ObjectColour.read($0, palette) }
        return (stops.compactMap(\.0), stops.allSatisfy { $0.1 >= 0.5 })
      case "blipFill", "pattFill", "grpFill": return ([], true)
      default: break
      }
    }
    if let reference = element.first("style")?.first("fillRef"), reference["idx"] ?? "0" != "0" {
      return (ObjectColour.read(reference, palette).0.map { [$0] } ?? [], true)
    }
    return (nil, false)
  }

  private func runs(_ element: XMLElement) -> [DrawingObject.Run] {
    let usual =
      element.first("style")?.first("fontRef").flatMap { ObjectColour.read($0, palette).0 }
      ?? palette.scheme("tx1")
    var runs: [DrawingObject.Run] = []
    for paragraph in element.descendants("p") {
      for run in paragraph.elements {
        switch run.name.local {
        case "r", "fld":
          let look = run.first("rPr")
          var colour = usual
          if look?.first("noFill") != nil { colour = nil }
          if let fill = look?.first("solidFill") {
            let (own, alpha) = ObjectColour.read(fill, palette)
            colour = alpha < 0.15 ? nil : own ?? usual
          }
          runs.append(
            DrawingObject.Run(
              text: run.first("t")?.text ?? "", colour: colour,
              size: look?["sz"].flatMap(Double.init).map { $0 / 100 }))
        case "br": runs.append(DrawingObject.Run(text: "\n", colour: usual, size: nil))
        default: break
        }
      }
      if !runs.isEmpty { runs.append(DrawingObject.Run(text: "\n", colour: usual, size: nil)) }
    }
    return runs
  }

  /// A share as drawings write it: in thousandths of a per cent, or with the sign.
  static func share(_ text: String?) -> Double? {
    guard let text else { return nil }
    if text.hasSuffix("%") { return Double(text.dropLast()).map { $0 / 100 } }
    return Double(text).map { $0 / 100_000 }
  }
}

/// A colour in a drawing, with what is done to it.
enum ObjectColour {
  /// The colour in an element, and how opaque it is from 0 to 1.
  static func read(_ parent: XMLElement, _ palette: Palette) -> (Colour?, Double) {
    guard let element = parent.elements.first(where: { $0.name.local.hasSuffix("Clr") }) else {
      return (nil, 1)
    }
    let value = element["val"] ?? ""
    var colour: Colour?
    switch element.name.local {
    case "srgbClr": colour = Colour(hex: value)
    case "schemeClr": colour = palette.scheme(value)
    case "sysClr":
      colour = Colour(hex: element["lastClr"] ?? (value == "window" ? "FFFFFF" : "000000"))
    case "prstClr": colour = ["white": Colour.white, "black": .black][value]
    case "scrgbClr":
      let parts = ["r", "g", "b"].map { DrawingReader.share(element[$0]) ?? 0 }
      colour = Colour(red: parts[0], green: parts[1], blue: parts[2])
    default: break
    }
    var alpha = 1.0
    for change in element.elements {
      guard let amount = DrawingReader.share(change["val"]) else { continue }
      switch change.name.local {
      case "alpha": alpha = amount
      case "lumMod":
        colour = colour.map { $0.withLightness($0.lightness * amount) }
      case "lumOff":
        colour = colour.map { $0.withLightness(min(1, $0.lightness + amount)) }
      case "tint": colour = colour?.mixed(with: .white, part: 1 - amount)
      case "shade": colour = colour?.mixed(with: .black, part: 1 - amount)
      default: break
      }
    }
    return (colour, alpha)
  }
}

extension Colour {
  /// The lightness of HSL.
  var lightness: Double { (max(red, green, blue) + min(red, green, blue)) / 2 }
}
