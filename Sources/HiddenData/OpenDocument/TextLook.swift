/// How words look where a walk through a document stands, from the styles around them.
struct TextLook {
  private(set) var look = HTMLLook()
  private let styles: OpenDocumentStyles
  /// Letters in automatic colour are always told from their ground.
  private var isAutomatic = true

  init(_ styles: OpenDocumentStyles, ground: HTMLColour?) {
    self.styles = styles
    look.ground = ground
  }

  /// Why words here are not seen; nil where they are.
  var reason: String? {
    if let hidden = look.hidden { return hidden }
    var look = look
    if isAutomatic { look.colour = nil }
    return look.reason
  }

  /// Whether it is a style that hides, and not a colour or a size.
  var isHidden: Bool { look.hidden != nil || look.size < 2 }

  /// The look within an element.
  func within(_ element: XMLElement) -> TextLook {
    var inner = self
    switch element.name.local {
    case "p", "h":
      inner.ground(element["style-name"], "paragraph", "paragraph-properties")
      inner.letters(element["style-name"], "paragraph")
    case "span", "a", "ruby-text": inner.letters(element["style-name"], "text")
    case "table": inner.ground(element["style-name"], "table", "table-properties")
    case "table-row": inner.ground(element["style-name"], "table-row", "table-row-properties")
    case "table-cell", "covered-table-cell":
      inner.ground(element["style-name"], "table-cell", "table-cell-properties")
    case "section": inner.ground(element["style-name"], "section", "section-properties")
    case "frame", "custom-shape", "rect", "ellipse", "text-box", "polygon", "path", "circle",
      "caption", "line",
      "connector", "polyline", "regular-polygon":
      let family =
        element.attributes.contains {
          $0.name.local == "style-name" && $0.name.space.contains("presentation")
        }
        ? "presentation" : "graphic"
      inner.ground(element["style-name"], family, "graphic-properties")
      inner.letters(element["style-name"], family)
      inner.letters(element["text-style-name"], "paragraph")
    default: break
    }
    return inner
  }

  private mutating func ground(_ name: String?, _ family: String, _ list: String) {
    guard name != nil else { return }
    if styles.hasChild("background-image", list, of: name, family) {
      look.ground = nil
      return
    }
    let fill = styles.value("fill", list, of: name, family)
    switch fill {
    case "bitmap", "gradient", "hatch": look.ground = nil
    case "solid":
      if let colour = styles.value("fill-color", list, of: name, family).flatMap(HTMLColour.init) {
        look.ground = colour
      }
    default:
      if let written = styles.value("background-color", list, of: name, family),
        let colour = HTMLColour(written), colour.alpha > 0.5
      {
        look.ground = colour
      } else if family == "graphic" || family == "presentation" {
        // A shape without a ground of its own may lie on anything.
        look.ground = fill == "none" ? nil : look.ground
      }
    }
  }

  private mutating func letters(_ name: String?, _ family: String) {
    func value(_ property: String) -> String? {
      family == "paragraph"
        ? styles.valueOrDefault(property, "text-properties", of: name, family)
        : styles.value(property, "text-properties", of: name, family)
    }
    switch value("display") {
    case "none": look.hidden = "hidden letters"
    case "true": if look.hidden == "hidden letters" { look.hidden = nil }
    case "condition": if value("condition") == "none" { look.hidden = "hidden letters" }
    default: break
    }
    let ink = ["use-window-font-color", "color"]
    let isInherited = family == "paragraph" || ink.contains { value($0) != nil }
    if isInherited, let letters = styles.nearest(ink, "text-properties", of: name, family) {
      if letters["use-window-font-color"] == "true" {
        isAutomatic = true
      } else if let colour = letters["color"].flatMap(HTMLColour.init) {
        look.colour = colour
        isAutomatic = false
      }
    }
    if let opacity = value("opacity").flatMap({ Double($0.filter { $0 != "%" }) }), opacity < 5 {
      look.colour?.alpha = 0
    }
    if let back = value("background-color").flatMap(HTMLColour.init), back.alpha > 0.5,
      family == "text"
    {
      look.ground = back
    }
    if let size = value("font-size").flatMap({ HTMLLook.length($0, of: look.size) }) {
      look.size = size
    }
    if let scale = value("text-scale").flatMap({ Double($0.filter { $0 != "%" }) }), scale < 5 {
      look.size = 0
    }
  }
}
