/// A line of text, or a whole paragraph that fits on one, and where on the slide it stands.
struct TextRegion {
  var text: String
  var points: [SlidePoint]
  /// Its runs with what they look like.
  var runs: [TextRun]
  var paragraph: XMLElement
  /// What a table's cell is filled with; nil where what is under the text shows.
  var ground: DrawingFill?
}

/// A piece of text of one look.
struct TextRun {
  var element: XMLElement
  var text: String
  /// nil where it cannot be told.
  var colour: DrawingColour?
  var hasNoFill: Bool
  var highlight: DrawingColour?
  /// In points.
  var size: Double
}

/// Works out roughly where the words of a shape stand: half an em a letter, lines one fifth more than their
/// size. What is said of a region has to hold for all its points, so that a rough place does no harm.
struct TextRegions {
  let look: SlideLook

  /// The regions of a shape, a table's cells each by itself.
  func regions(of shape: DrawnShape) -> [TextRegion] {
    if shape.kind == "graphicFrame" { return tableRegions(shape) }
    guard let body = shape.element.first("txBody") else { return [] }
    return regions(
      body, owner: shape.element, width: shape.width, height: shape.height,
      transform: shape.transform)
  }

  private func regions(
    _ body: XMLElement, owner: XMLElement, width: Double, height: Double, transform: Affine
  ) -> [TextRegion] {
    let frame = TextFrame(owner, width: width, look)
    let room = max(width - frame.left - frame.right, 1)
    let scale = frame.fontScale
    var laid: [LaidLine] = []
    for paragraph in body.all("p").prefix(2_000) {
      let runs =
        owner.name.local == "tc" ? cellRuns(of: paragraph, owner) : runs(of: paragraph, owner)
      let text = runs.map(\.text).joined()
      let size = max((runs.map(\.size).max() ?? 18) * scale, 1) * 12_700
      let length = runs.reduce(0) { $0 + Double($1.text.count) * $1.size * scale * 12_700 * 0.5 }
      let lines = frame.wraps ? max((length / room).rounded(.up), 1) : 1
      laid.append(
        LaidLine(
          paragraph: paragraph, runs: runs, text: text,
          width: min(length, frame.wraps ? room : length), height: lines * size * 1.2,
          align: alignment(of: paragraph, owner)))
    }
    let placing = frame.placing(laid.reduce(0) { $0 + $1.height }, in: height)
    var y = placing.top
    var found: [TextRegion] = []
    for line in laid {
      let lineHeight = line.height * placing.squeeze
      defer { y += lineHeight }
      guard line.text.contains(where: { !$0.isWhitespace }) else { continue }
      let slack = room - line.width
      let x =
        frame.left
        + (line.align == "ctr" ? slack / 2 : line.align == "r" ? slack : 0)
      // Upright text and columns are somewhere in the box.
      let box =
        frame.isPlain
        ? Affine.box(
          x / max(width, 1), y / max(height, 1), line.width / max(width, 1),
          lineHeight / max(height, 1))
        : Affine()
      let points = [0.05, 0.3, 0.5, 0.7, 0.95].flatMap { across in
        [0.2, 0.5, 0.8].map { down in transform(box(SlidePoint(x: across, y: down))) }
      }
      found.append(
        TextRegion(
          text: line.text.edgesTrimmed, points: points, runs: line.runs,
          paragraph: line.paragraph))
    }
    return found
  }

  private func runs(of paragraph: XMLElement, _ owner: XMLElement) -> [TextRun] {
    let level = Self.level(of: paragraph)
    let inherited = SlideLook.textProperties(look.paragraphStyles(of: owner, level: level))
    return paragraph.elements.compactMap { run in
      guard Self.isRun(run) else { return nil }
      let text = run.name.local == "br" ? " " : run.first("t")?.text ?? ""
      let own = run.first("rPr")
      let chain = [own].compactMap { $0 } + inherited
      let size = chain.lazy.compactMap { PresentationStructure.number($0["sz"]) }.first ?? 1_800
      let fill = chain.lazy.compactMap { DrawingFill(in: $0, look.colours) }.first
      var colour: DrawingColour?
      if case .colour(let known)? = fill { colour = known }
      if fill == nil { colour = look.colours.scheme("tx1") ?? .black }
      if own?.first("hlinkClick") != nil { colour = look.colours.scheme("hlink") }
      // Letters with a line around them are seen whatever fills them.
      let line = own?.first("ln").flatMap { DrawingFill(in: $0, look.colours) } ?? .none
      if line != .none { colour = nil }
      return TextRun(
        element: run, text: text, colour: colour,
        hasNoFill: fill == DrawingFill.none && line == .none,
        highlight: own?.first("highlight").flatMap { look.colours.colour(in: $0) },
        size: size / 100)
    }
  }

  private static func level(of paragraph: XMLElement) -> Int {
    min(max(Int(paragraph.first("pPr")?["lvl"] ?? "") ?? 0, 0), 8)
  }

  private func alignment(of paragraph: XMLElement, _ owner: XMLElement) -> String {
    if let own = paragraph.first("pPr")?["algn"] { return own }
    let styles = look.paragraphStyles(of: owner, level: Self.level(of: paragraph))
    return styles.lazy.compactMap { $0["algn"] }.first ?? "l"
  }

  /// The style of a table colours its text in ways that are not known here: only colours that the cell sets
  /// itself count.
  private func cellRuns(of paragraph: XMLElement, _ cell: XMLElement) -> [TextRun] {
    zip(runs(of: paragraph, cell), paragraph.elements.filter(Self.isRun)).map { run, element in
      let own = [element.first("rPr"), cell.first("txBody")?.first("lstStyle")].compactMap { $0 }
      var run = run
      if !own.contains(where: { !$0.descendants("solidFill").isEmpty }) { run.colour = nil }
      return run
    }
  }

  static func isRun(_ element: XMLElement) -> Bool {
    ["r", "fld", "br"].contains(element.name.local)
  }

  private func tableRegions(_ shape: DrawnShape) -> [TextRegion] {
    guard let table = shape.element.descendants("tbl").first else { return [] }
    let columns = (table.first("tblGrid")?.all("gridCol") ?? []).map {
      max(PresentationStructure.number($0["w"]) ?? 0, 0)
    }
    let rows = table.all("tr")
    let heights = rows.map { max(PresentationStructure.number($0["h"]) ?? 0, 0) }
    let (width, height) = (max(columns.reduce(0, +), 1), max(heights.reduce(0, +), 1))
    var found: [TextRegion] = []
    let style = TableLook(table, look)
    var y = 0.0
    for (index, (row, rowHeight)) in zip(rows, heights).enumerated() {
      var x = 0.0
      for (cell, cellWidth) in zip(row.all("tc"), columns) {
        let box = Affine.box(x / width, y / height, cellWidth / width, rowHeight / height)
        if let body = cell.first("txBody") {
          let ground = style.ground(of: cell, row: index)
          found += regions(
            body, owner: cell, width: max(cellWidth, 1), height: max(rowHeight, 1),
            transform: shape.transform.after(box)
          ).map {
            var region = $0
            region.ground = ground
            return region
          }
        }
        x += cellWidth
      }
      y += rowHeight
    }
    return found
  }
}
