/// Goes through a story in the order of reading and gathers its paragraphs, pieces, fields and shapes.
final class WordWalk {
  /// What holds where the walk is.
  struct State {
    var revisions = WordRevisions()
    var cell: WordCell?
    var table: Table?
    var box: WordShape?
    var look = WordLook()
    var frame = WordFrame()
  }

  /// A table that the walk is in.
  final class Table {
    let style: WordStyleSheet.Table
    let flags: Int
    let rows: Int
    let grid: [Int]
    let left: Int
    let shading: WordGround?
    var row = -1
    var column = 0
    var columns = 0
    var exactHeight: Int?
    var rowElement: XMLElement

    init(_ element: XMLElement, _ style: WordStyleSheet.Table, theme: WordTheme) {
      self.style = style
      let properties = element.word("tblPr")
      flags = Self.flags(properties?.word("tblLook"))
      rows = Self.count(element, "tr", past: "tc")
      grid = element.word("tblGrid")?.all("gridCol").map { $0.number("w") ?? 0 } ?? []
      left = properties?.word("tblInd")?.number("w") ?? 0
      shading = properties?.word("shd").flatMap { theme.shading($0) }
      rowElement = element
    }

    private static func flags(_ look: XMLElement?) -> Int {
      guard let look else { return 0x04A0 }
      if let value = look["val"].flatMap({ Int($0, radix: 16) }) { return value }
      let bits = [
        ("firstRow", 0x20), ("lastRow", 0x40), ("firstColumn", 0x80), ("lastColumn", 0x100),
        ("noHBand", 0x200), ("noVBand", 0x400),
      ]
      return bits.reduce(0) { sum, bit in
        ["1", "true", "on"].contains(look[bit.0] ?? "") ? sum | bit.1 : sum
      }
    }

    static func count(_ element: XMLElement, _ name: String, past limit: String) -> Int {
      var count = 0
      element.explore { inner in
        if inner === element { return true }
        if inner.name.local == name { count += 1 }
        return ![name, limit, "tbl"].contains(inner.name.local)
      }
      return count
    }
  }

  let file: WordPackage
  let story: WordStory
  var paragraph: WordParagraph?
  var fields = WordFieldStack()
  private var count = 0

  static func read(_ story: WordStory, of file: WordPackage) {
    let walk = WordWalk(file, story)
    walk.walk(story.root, State())
    story.fields += walk.fields.rest()
  }

  private init(_ file: WordPackage, _ story: WordStory) {
    self.file = file
    self.story = story
  }

  func walkChildren(_ element: XMLElement, _ state: State) {
    for child in element.children {
      if case .element(let inner) = child { walk(inner, state) }
    }
  }

  private func walk(_ element: XMLElement, _ state: State) {
    var state = state
    if element.isAlternate {
      if let shown = element.first("Choice") ?? element.first("Fallback") {
        walkChildren(shown, state)
      }
      return
    }
    guard element.isWord || element.name.local == "r" else {
      drawing(element, state)
      return
    }
    switch element.name.local {
    case "p": begin(element, state)
    case "r":
      let own = element.word("rPr")
      state.look = look(own, state)
      // Runs of mathematics say in their own properties that they were deleted.
      if let mark = own?.word("del") { state.revisions.deleted = WordRevision(mark) }
      runChildren(element, state)
    case "ins": walkRevised(element, state) { $0.inserted = $1 }
    case "del": walkRevised(element, state) { $0.deleted = $1 }
    case "moveFrom": walkRevised(element, state) { $0.movedAway = $1 }
    case "moveTo": walkRevised(element, state) { $0.movedHere = $1 }
    case "fldSimple":
      fields.begin(element)
      fields.addCode(element["instr"] ?? "", nil)
      fields.separate(nil)
      walkChildren(element, state)
      end(nil)
    case "tbl":
      let style = file.styles.table(element.at("tblPr", "tblStyle")?["val"])
      state.table = Table(element, style, theme: file.theme)
      walkChildren(element, state)
    case "tr": row(element, state)
    case "tc": cell(element, state)
    case "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "sdtEndPr", "tblGrid",
      "docPartPr":
      return
    default: walkChildren(element, state)
    }
  }

  private func walkRevised(
    _ element: XMLElement, _ state: State,
    _ set: (inout WordRevisions, WordRevision) -> Void
  ) {
    var state = state
    set(&state.revisions, WordRevision(element))
    walkChildren(element, state)
  }

  private func begin(_ element: XMLElement, _ state: State) {
    count += 1
    let outer = paragraph
    let own = element.word("pPr")
    let properties = file.styles.paragraphProperties(own)
    let shading = properties.lazy.compactMap { $0.word("shd") }.first
    let paragraph = WordParagraph(
      element, number: count, properties: properties, box: state.box, cell: state.cell,
      shading: shading.flatMap { file.theme.shading($0) },
      layer: file.styles.layer(own?.word("pStyle")?["val"], kind: "paragraph"))
    story.paragraphs.append(paragraph)
    state.box?.paragraphs.append(paragraph)
    self.paragraph = paragraph
    walkChildren(element, state)
    self.paragraph = outer ?? (state.box == nil ? paragraph : nil)
  }

  private func row(_ element: XMLElement, _ state: State) {
    var state = state
    let properties = element.word("trPr")
    if let deleted = properties?.word("del") { state.revisions.deleted = WordRevision(deleted) }
    if let inserted = properties?.word("ins") { state.revisions.inserted = WordRevision(inserted) }
    if let table = state.table {
      table.row += 1
      table.column = 0
      table.rowElement = element
      table.columns = Table.count(element, "tc", past: "p")
      let height = properties?.word("trHeight")
      table.exactHeight = height?["hRule"] == "exact" ? height?.number("val") : nil
    }
    walkChildren(element, state)
  }

  private func cell(_ element: XMLElement, _ state: State) {
    var state = state
    let properties = element.word("tcPr")
    if let deleted = properties?.word("cellDel") {
      state.revisions.deleted = WordRevision(deleted)
    }
    if let inserted = properties?.word("cellIns") {
      state.revisions.inserted = WordRevision(inserted)
    }
    if let table = state.table {
      let style = table.cell()
      let direct = properties?.word("shd").flatMap { file.theme.shading($0) }
      let spans = min(max(properties?.word("gridSpan")?.number("val") ?? 1, 1), 64)
      let (left, width) = table.room(spans)
      state.cell = WordCell(
        layer: style.layer, shading: direct ?? style.shading ?? table.shading,
        exactHeight: table.exactHeight, left: left, width: width,
        row: ObjectIdentifier(table.rowElement), outer: state.cell)
      table.column += spans
    }
    state.table = nil
    walkChildren(element, state)
  }

  /// How a run looks where the walk is.
  func look(_ properties: XMLElement?, _ state: State) -> WordLook {
    let own = properties?.word("rStyle")?["val"]
    return WordLook(
      defaults: file.styles.defaults, table: state.cell?.layer ?? WordLayer(),
      paragraph: paragraph?.layer ?? file.styles.layer(nil, kind: "paragraph"),
      character: own == nil ? WordLayer() : file.styles.layer(own, kind: "character"),
      direct: WordLayer(properties, theme: file.theme))
  }
}

extension WordWalk.Table {
  /// What the style says of the cell that the walk is at.
  func cell() -> WordStyleSheet.Cell {
    let isFirstRow = flags & 0x20 != 0 && row == 0
    let isLastRow = flags & 0x40 != 0 && row == rows - 1
    let isFirstColumn = flags & 0x80 != 0 && column == 0
    let cellsLeft = columns > 0 ? column >= max(columns, grid.count) - 1 : false
    let isLastColumn = flags & 0x100 != 0 && cellsLeft
    var kinds: [String] = []
    // Later ones stand over earlier ones (ECMA-376 part 1, 17.7.6).
    if flags & 0x400 == 0, !isFirstColumn, !isLastColumn {
      let band = column - (flags & 0x80 != 0 ? 1 : 0)
      kinds.append(band % 2 == 0 ? "band1Vert" : "band2Vert")
    }
    if flags & 0x200 == 0, !isFirstRow, !isLastRow {
      let band = row - (flags & 0x20 != 0 ? 1 : 0)
      kinds.append(band % 2 == 0 ? "band1Horz" : "band2Horz")
    }
    if isFirstColumn { kinds.append("firstCol") }
    if isLastColumn { kinds.append("lastCol") }
    if isFirstRow { kinds.append("firstRow") }
    if isLastRow { kinds.append("lastRow") }
    if isFirstRow && isFirstColumn { kinds.append("nwCell") }
    if isFirstRow && isLastColumn { kinds.append("neCell") }
    if isLastRow && isFirstColumn { kinds.append("swCell") }
    if isLastRow && isLastColumn { kinds.append("seCell") }
    var cell = kinds.reduce(style.whole) { under, kind in
      style.conditions[kind].map { under.under($0) } ?? under
    }
    // In a corner, programs differ in whether row or column has the last word.
    let corner = kinds.filter { $0.hasSuffix("Row") || $0.hasSuffix("Col") }
    let grounds = corner.compactMap { style.conditions[$0]?.shading }
    if let first = grounds.first, grounds.contains(where: { $0 != first }) { cell.shading = .mixed }
    return cell
  }

  /// Where the cell lies in the table and how wide it is.
  func room(_ spans: Int) -> (left: Int, width: Int) {
    guard column < grid.count else { return (left, 0) }
    let before = grid[..<column].reduce(left) { $0 + $1 }
    let own = grid[column..<min(column + spans, grid.count)].reduce(0) { $0 + $1 }
    return (before, own)
  }
}
