/// Finds the tables of a text in one pass over its lines.
struct TableFinder {
  let text: TextBytes
  let words: WordTable
  private(set) var tables: [TableBlock] = []
  private var open: (separator: UInt8, count: Int, lines: [Range<Int>])?

  init(text: TextBytes, words: WordTable) {
    self.text = text
    self.words = words
    // What divides cells, what hides a divider, and what ends a line; everything else is passed over.
    var isMark = [Bool](repeating: false, count: 256)
    for mark in [0x09, 0x0A, 0x22, 0x2C, 0x3B, 0x7C] { isMark[mark] = true }
    isMark.withUnsafeBufferPointer { isMark in
      var start = 0
      var counts = Counts()
      for index in 0..<text.count {
        let byte = text.base[index]
        guard isMark[Int(byte)] else { continue }
        if byte == 0x0A {
          take(start..<index, counts)
          start = index + 1
          counts = Counts()
        } else {
          counts.add(byte)
        }
      }
      take(start..<text.count, counts)
    }
    close()
  }

  /// How often each separator stands in a line, outside quotation marks as far as they matter.
  private struct Counts {
    private var tabs = 0
    private var bars = 0
    private var commas = 0
    private var semicolons = 0
    private var isQuoted = false

    mutating func add(_ byte: UInt8) {
      switch byte {
      case 0x09: tabs += 1
      case 0x7C: bars += 1
      case 0x22: isQuoted.toggle()
      case 0x2C where !isQuoted: commas += 1
      case 0x3B where !isQuoted: semicolons += 1
      default: break
      }
    }

    var best: (separator: UInt8, count: Int) {
      tabs > 0
        ? (0x09, tabs) : bars > 0 ? (0x7C, bars) : commas > 0 ? (0x2C, commas) : (0x3B, semicolons)
    }
  }

  private mutating func take(_ line: Range<Int>, _ counts: Counts) {
    let (separator, count) = counts.best
    if let table = open, table.separator == separator, table.count == count {
      open?.lines.append(line)
      return
    }
    close()
    if count > 0 { open = (separator, count, [line]) }
  }

  /// Two lines with tabs or bars are a table; with commas three, which prose hardly has.
  private mutating func close() {
    guard let table = open else { return }
    open = nil
    let isMarked = table.separator == 0x09 || table.separator == 0x7C
    guard table.lines.count >= (isMarked ? 2 : 3), let first = table.lines.first,
      let last = table.lines.last
    else { return }
    let headings = TableBlock.cells(first, table.separator, in: text)
    let hasHeadings =
      headings.allSatisfy { !isNumber($0) || isYear($0) }
      && headings.contains { $0.contains { text.isASCIILetter($0) } || isYear($0) }
      && (isMarked || headings.allSatisfy { $0.count <= 48 })
    let roles = hasHeadings ? headings.map(role) : []
    tables.append(
      TableBlock(
        range: first.lowerBound..<last.upperBound,
        body: (hasHeadings ? min(first.upperBound + 1, last.upperBound) : first.lowerBound)..<last
          .upperBound,
        separator: table.separator, roles: roles, hasRoles: roles.contains { !$0.isEmpty },
        lines: table.lines.count))
  }

  private func isNumber(_ cell: Range<Int>) -> Bool {
    !cell.isEmpty && cell.allSatisfy { text.isDigit($0) || text[$0] == 0x2C || text[$0] == 0x2E }
  }

  private func isYear(_ cell: Range<Int>) -> Bool {
    cell.count == 4 && cell.allSatisfy { text.isDigit($0) }
      && (1990...2040).contains(text.value(cell))
  }

  /// What the words of a heading say together.
  private func role(_ cell: Range<Int>) -> WordRole {
    var role: WordRole = []
    var start = cell.lowerBound
    while start < cell.upperBound {
      var end = start
      while end < cell.upperBound, text.isAlphanumeric(end) { end += 1 }
      if end > start { role.formUnion(words[WordTable.hash((start..<end).map { text[$0] })]) }
      start = max(end, start + 1)
    }
    if cell.count == 1, text[cell.lowerBound] == 0x25 { role.formUnion(.notCount) }
    if cell.contains(where: { text[$0] == 0x25 || text[$0] == 0xA3 }) { role.formUnion(.notCount) }
    if role.contains(.otherName) { role.subtract(.name) }
    // A column of counts of people is not a column of their names: "Officers", "Number of patients".
    if role.contains(.filler), role.contains(.officer) { role.subtract(.name) }
    return role
  }
}
