/// What one level of formatting says of how characters look; nil where it says nothing.
struct WordLayer {
  var vanish: Bool?
  var specVanish: Bool?
  var webHidden: Bool?
  var ink: WordInk?
  /// A highlight; the outer nil says nothing, the inner one takes it away.
  var highlight: WordColour??
  /// Shading; likewise.
  var shading: WordGround??
  /// In half points.
  var size: Int?
  /// Width in per cent.
  var scale: Int?

  init() {}

  init(_ properties: XMLElement?, theme: WordTheme) {
    guard let properties else { return }
    var effect: WordInk?
    var hasOutline = false
    for child in properties.children {
      guard case .element(let element) = child else { continue }
      switch element.name.local {
      case "vanish": vanish = element.isOn
      case "specVanish": specVanish = element.isOn
      case "webHidden": webHidden = element.isOn
      case "color" where element.isWord:
        ink = theme.colour(element).map { .colour($0) } ?? .auto
      case "outline", "emboss", "imprint": hasOutline = hasOutline || element.isOn
      case "textOutline": hasOutline = hasOutline || element.first("solidFill") != nil
      case "textFill": effect = Self.effect(element, theme)
      case "highlight":
        highlight = .some(element["val"].flatMap { $0 == "none" ? nil : WordColour($0) })
      case "shd": shading = .some(theme.shading(element))
      case "sz": size = Self.halfPoints(element)
      case "w": scale = element["val"].flatMap { XMLElement.number($0.replacing("%", with: "")) }
      default: break
      }
    }
    // Letters with a line around them show on any ground.
    ink = hasOutline ? .auto : effect ?? ink
  }

  /// Half points are meant where no unit stands.
  private static func halfPoints(_ element: XMLElement) -> Int? {
    guard let value = element.number("val") else { return nil }
    return element["val"]?.contains { $0.isLetter } == true ? value / 10 : value
  }

  /// What an effect of Word 2010 fills characters with.
  private static func effect(_ element: XMLElement, _ theme: WordTheme) -> WordInk? {
    if element.first("noFill") != nil { return .invisible }
    guard let fill = element.first("solidFill"), let drawn = theme.drawn(fill) else { return nil }
    return drawn.opacity < 0.05 ? .invisible : .colour(drawn.colour)
  }

  /// This level with a nearer one over it.
  func under(_ nearer: WordLayer) -> WordLayer {
    var result = self
    result.vanish = nearer.vanish ?? vanish
    result.specVanish = nearer.specVanish ?? specVanish
    result.webHidden = nearer.webHidden ?? webHidden
    result.ink = nearer.ink ?? ink
    result.highlight = nearer.highlight ?? highlight
    result.shading = nearer.shading ?? shading
    result.size = nearer.size ?? size
    result.scale = nearer.scale ?? scale
    return result
  }
}

/// How characters look in the end.
struct WordLook {
  var isHidden = false
  /// Hidden in a browser only.
  var isWebHidden = false
  var ink = WordInk.auto
  var highlight: WordColour?
  /// Shading of the characters themselves.
  var shading: WordGround?
  var size = 20
  var scale = 100

  init() {}

  /// Lays the levels over each other.
  ///
  /// Hiding is a switch that styles of different kinds turn against each other, and that formatting by hand
  /// sets whatever they say (ECMA-376 part 1, 17.7.3).
  init(
    defaults: WordLayer, table: WordLayer, paragraph: WordLayer, character: WordLayer,
    direct: WordLayer
  ) {
    let all = defaults.under(table).under(paragraph).under(character).under(direct)
    let styles = [table, paragraph, character].filter { $0.vanish == true }.count
    let toggled = defaults.vanish == true || styles % 2 == 1
    isHidden = direct.vanish ?? toggled
    if all.specVanish == true { isHidden = true }
    isWebHidden = all.webHidden == true
    ink = all.ink ?? .auto
    if case .some(let value) = all.highlight { highlight = value }
    if case .some(let value) = all.shading { shading = value }
    size = all.size ?? 20
    scale = all.scale ?? 100
  }
}
