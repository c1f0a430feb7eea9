/// An estimated area on a page, in twentieths of a point.
struct WordRoom {
  /// Counted from 1; 0 is every page, where headers and footers are.
  var page = 1
  var left = 0
  var top = 0
  var right = 0
  var bottom = 0

  /// How wide and high the overlap with another area is; nothing where they lie apart.
  func overlap(_ other: WordRoom) -> (width: Int, height: Int)? {
    guard page == other.page || page == 0 || other.page == 0 else { return nil }
    let wide = min(right, other.right) - max(left, other.left)
    let high = min(bottom, other.bottom) - max(top, other.top)
    return wide > 0 && high > 0 ? (wide, high) : nil
  }

  /// Taller by so much above and below.
  func grown(_ by: Int) -> WordRoom {
    WordRoom(page: page, left: left, top: top - by, right: right, bottom: bottom + by)
  }
}

/// The paper of a section.
struct WordPaper {
  var width = 11_906
  var height = 16_838
  var left = 1_440
  var right = 1_440
  var top = 1_440
  var bottom = 1_440
  var header = 708
  var footer = 708
  var columns = 1

  init(_ section: XMLElement?) {
    func read(_ name: String, _ attribute: String, _ value: inout Int, _ least: Int) {
      guard let number = section?.word(name)?.number(attribute) else { return }
      value = min(max(number, least), 40_000)
    }
    read("pgSz", "w", &width, 1_000)
    read("pgSz", "h", &height, 1_000)
    read("pgMar", "left", &left, 0)
    read("pgMar", "right", &right, 0)
    if let top = section?.word("pgMar")?.number("top") { self.top = min(abs(top), 40_000) }
    if let bottom = section?.word("pgMar")?.number("bottom") {
      self.bottom = min(abs(bottom), 40_000)
    }
    read("pgMar", "header", &header, 0)
    read("pgMar", "footer", &footer, 0)
    read("cols", "num", &columns, 1)
    if width - left - right < 500 { (left, right) = (0, 0) }
    if height - top - bottom < 500 { (top, bottom) = (0, 0) }
    columns = min(columns, 10)
  }

  var columnWidth: Int { (width - left - right) / columns }
}

/// Estimates where the paragraphs of a document lie, well enough to tell what a shape is drawn over.
struct WordLayout {
  private var paper: WordPaper
  private var page = 1
  private var top: Int
  private var row: ObjectIdentifier?
  private var cell: ObjectIdentifier?
  private var rowTop = 0
  private var rowBottom = 0

  static func arrange(_ file: WordPackage) {
    let sections = file.body.root.descendants("sectPr")
    var layout = WordLayout(WordPaper(sections.first))
    for paragraph in file.body.paragraphs where paragraph.box == nil {
      layout.place(paragraph)
      if let end = paragraph.element.word("pPr")?.word("sectPr"),
        let index = sections.firstIndex(where: { $0 === end }), index + 1 < sections.count
      {
        layout.begin(sections[index + 1])
      }
    }
    for story in file.stories where story.kind == .header || story.kind == .footer {
      var layout = WordLayout(WordPaper(sections.first))
      layout.page = 0
      layout.top = layout.paper.header
      for paragraph in story.paragraphs where paragraph.box == nil { layout.place(paragraph) }
      guard story.kind == .footer else { continue }
      let shift = layout.paper.height - layout.paper.footer - layout.top
      for paragraph in story.paragraphs {
        paragraph.room?.top += shift
        paragraph.room?.bottom += shift
      }
    }
  }

  private init(_ paper: WordPaper) {
    self.paper = paper
    top = paper.top
  }

  private mutating func begin(_ section: XMLElement) {
    paper = WordPaper(section)
    guard section.word("type")?["val"] != "continuous" else { return }
    nextPage()
  }

  private mutating func nextPage() {
    page += 1
    top = paper.top
  }

  private mutating func place(_ paragraph: WordParagraph) {
    enterCell(paragraph.cell)
    if paragraph.property("pageBreakBefore")?.isOn == true, page > 0 { nextPage() }
    var left = paper.left
    var width = paper.columnWidth
    if let inner = paragraph.cell {
      left += inner.left
      if inner.width > 0 { width = inner.width }
    }
    let indent = paragraph.property("ind")
    left += limited(indent?.number("left") ?? indent?.number("start") ?? 0, 20_000)
    width = max(width - limited(indent?.number("left") ?? 0, 20_000), 300)

    let size = paragraph.pieces.map(\.look.size).max() ?? 22
    let spacing = paragraph.property("spacing")
    let rule = spacing?["lineRule"] ?? "auto"
    let line = limited(spacing?.number("line") ?? 240, 4_000)
    let natural = min(max(size, 2), 400) * 12
    let height =
      switch rule {
      case "exact": max(line, 1)
      case "atLeast": max(line, natural)
      default: natural * max(line, 1) / 240
      }
    let length = paragraph.text.unicodeScalars.count
    let wide = length.clamped * min(max(size, 2), 400) * 5
    let breaks = paragraph.text.utf8.lazy.filter { $0 == 10 }.count
    let lines = 1 + min(wide / width + breaks, 2_000)

    top += limited(spacing?.number("before") ?? 0, 4_000)
    if page > 0, paragraph.cell == nil, top + height > paper.height - paper.bottom { nextPage() }
    var room = WordRoom(
      page: page, left: left, top: top, right: left + min(wide, width),
      bottom: top + lines * height)
    switch paragraph.property("jc")?["val"] {
    case "right", "end":
      (room.left, room.right) = (left + width - min(wide, width), left + width)
    case "center":
      let free = (width - min(wide, width)) / 2
      (room.left, room.right) = (left + free, left + free + min(wide, width))
    default: break
    }
    paragraph.room = room
    top = room.bottom + limited(spacing?.number("after") ?? 0, 4_000)
    rowBottom = max(rowBottom, top)
    let isBroken = paragraph.element.descendants("br").contains { $0["type"] == "page" }
    if isBroken, page > 0 { nextPage() }
    while page > 0, top > paper.height - paper.bottom, paragraph.cell == nil {
      page += 1
      top -= paper.height - paper.top - paper.bottom
    }
  }

  /// Cells of a row stand side by side, so each begins where the row does.
  private mutating func enterCell(_ next: WordCell?) {
    let nextCell = next.map { ObjectIdentifier($0) }
    if next?.row != row {
      if row != nil { top = max(top, rowBottom) }
      rowTop = top
      rowBottom = top
    } else if nextCell != cell, next != nil {
      top = rowTop
    }
    row = next?.row
    cell = nextCell
  }

  private func limited(_ value: Int, _ most: Int) -> Int { min(max(value, -most), most) }
}
