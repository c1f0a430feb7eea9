/// The styles of a document, each with all that it is based on.
final class WordStyleSheet {
  /// What a table style says of one kind of cell.
  struct Cell {
    var layer = WordLayer()
    var shading: WordGround?

    func under(_ nearer: Cell) -> Cell {
      Cell(layer: layer.under(nearer.layer), shading: nearer.shading ?? shading)
    }
  }

  /// A table style: what holds for all cells and what for some.
  struct Table {
    var whole = Cell()
    /// By the format's names: `firstRow`, `band1Horz`, `nwCell`…
    var conditions: [String: Cell] = [:]
  }

  let defaults: WordLayer
  /// What all paragraphs are unless a style or the paragraph says otherwise.
  let paragraphDefaults: XMLElement?
  private let theme: WordTheme
  private var styles: [String: XMLElement] = [:]
  private var usual: [String: String] = [:]
  private var layers: [String: WordLayer] = [:]
  private var tables: [String: Table] = [:]

  init(_ part: XMLElement?, theme: WordTheme) {
    self.theme = theme
    let base = part?.at("docDefaults", "rPrDefault", "rPr")
    defaults = WordLayer(base, theme: theme)
    paragraphDefaults = part?.at("docDefaults", "pPrDefault", "pPr")
    for style in part?.all("style") ?? [] {
      guard let id = style["styleId"] else { continue }
      if styles[id] == nil { styles[id] = style }
      if let value = style["default"], !["0", "false", "off"].contains(value) {
        usual[style["type"] ?? "paragraph"] = id
      }
    }
  }

  /// A style and those it is based on, nearest first.
  func chain(_ id: String?, kind: String) -> [XMLElement] {
    var chain: [XMLElement] = []
    var seen: Set<String> = []
    var next = id.flatMap { styles[$0] == nil ? nil : $0 } ?? usual[kind]
    while let id = next, seen.insert(id).inserted, let style = styles[id] {
      chain.append(style)
      next = style.word("basedOn")?["val"]
    }
    return chain
  }

  /// How a paragraph or character style makes characters look.
  func layer(_ id: String?, kind: String) -> WordLayer {
    let key = "\(kind)/\(id ?? "")"
    if let known = layers[key] { return known }
    let layer = chain(id, kind: kind).reversed().reduce(WordLayer()) {
      $0.under(WordLayer($1.word("rPr"), theme: theme))
    }
    layers[key] = layer
    return layer
  }

  /// The paragraph properties that hold for a paragraph, nearest first.
  func paragraphProperties(_ own: XMLElement?) -> [XMLElement] {
    let chain = chain(own?.word("pStyle")?["val"], kind: "paragraph")
    return [own].compactMap { $0 } + chain.compactMap { $0.word("pPr") }
      + [paragraphDefaults].compactMap { $0 }
  }

  /// A table style.
  func table(_ id: String?) -> Table {
    let key = id ?? ""
    if let known = tables[key] { return known }
    var table = Table()
    for style in chain(id, kind: "table").reversed() {
      table.whole = table.whole.under(cell(style))
      for condition in style.all("tblStylePr") {
        let kind = condition["type"] ?? ""
        if kind == "wholeTable" {
          table.whole = table.whole.under(cell(condition))
        } else {
          table.conditions[kind] = (table.conditions[kind] ?? Cell()).under(cell(condition))
        }
      }
    }
    tables[key] = table
    return table
  }

  private func cell(_ element: XMLElement) -> Cell {
    let shading = [element.at("tcPr", "shd"), element.at("pPr", "shd"), element.at("tblPr", "shd")]
    return Cell(
      layer: WordLayer(element.word("rPr"), theme: theme),
      shading: shading.lazy.compactMap { $0 }.first.flatMap { theme.shading($0) })
  }
}
