/// How the content of cells looks, by their style; each style is resolved once.
final class CellLooks {
  private struct Base {
    var look: HTMLLook
    var showsNothing: Bool
  }

  private let styles: OpenDocumentStyles
  private var known: [String: Base] = [:]

  init(_ styles: OpenDocumentStyles) { self.styles = styles }

  /// Why the content of a cell is not seen; nil where it is.
  func unseen(_ cell: XMLElement, style: String?) -> String? {
    if cell.name.local == "covered-table-cell" { return "under a merged cell" }
    let base = base(style)
    if base.showsNothing { return "with a number format that shows nothing" }
    // Words with a style of their own within the cell count by themselves.
    let spans = cell.descendants("span").filter { !$0.text.withoutOuterBlanks.isEmpty }
    guard !spans.isEmpty else { return base.look.reason }
    let plain = cell.all("p").reduce(0) { $0 + $1.text.count }
    let inSpans = spans.reduce(0) { $0 + $1.text.count }
    let reasons = spans.map { look(of: $0["style-name"], on: base.look).reason }
    return reasons.compactMap { $0 }.first ?? (plain > inSpans ? base.look.reason : nil)
  }

  private func base(_ style: String?) -> Base {
    if let base = known[style ?? ""] { return base }
    func letters(_ property: String) -> String? {
      styles.valueOrDefault(property, "text-properties", of: style, "table-cell")
    }
    let list = "table-cell-properties"
    let written = styles.valueOrDefault("background-color", list, of: style, "table-cell")
    let ground = written.flatMap { $0 == "transparent" ? nil : HTMLColour($0) }
    let isPicture = styles.hasChild("background-image", list, of: style, "table-cell")
    var look = HTMLLook()
    look.ground = isPicture ? nil : ground ?? HTMLColour(255, 255, 255)
    // Automatic colour is always told from its ground.
    let ink = styles.nearest(
      ["use-window-font-color", "color"], "text-properties", of: style, "table-cell")
    if ink?["use-window-font-color"] != "true" {
      look.colour = ink?["color"].flatMap(HTMLColour.init)
    }
    if let size = letters("font-size").flatMap({ HTMLLook.length($0, of: 16) }) { look.size = size }
    let base = Base(look: look, showsNothing: styles.showsNothing(cell: style))
    known[style ?? ""] = base
    return base
  }

  private func look(of span: String?, on base: HTMLLook) -> HTMLLook {
    var look = base
    func value(_ property: String) -> String? {
      styles.value(property, "text-properties", of: span, "text")
    }
    if let colour = value("color").flatMap(HTMLColour.init) { look.colour = colour }
    if let back = value("background-color").flatMap(HTMLColour.init), back.alpha > 0.5 {
      look.ground = back
    }
    if let size = value("font-size").flatMap({ HTMLLook.length($0, of: 16) }) { look.size = size }
    if value("display") == "none" { look.hidden = "hidden letters" }
    return look
  }
}
