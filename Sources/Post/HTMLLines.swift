/// Puts the text of an HTML message into lines, as a browser would: runs of blanks are one, and
/// what begins or ends a block begins a line.
struct HTMLLines {
  private var bytes: [UInt8] = []
  private var breaks = 0
  private var owesBlank = false
  private var owesTab = false
  // After the mark of a list entry nothing has been written on the line yet.
  private var isAtStart = true

  /// Whether blanks and line ends are kept as they are.
  var keepsBlanks = false

  /// The text so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a byte of text.
  mutating func add(_ byte: UInt8) {
    guard byte.isWhitespace else {
      flush()
      bytes.append(byte)
      isAtStart = false
      return
    }
    if !keepsBlanks {
      owesBlank = true
    } else if byte == .lineFeed {
      lineBreak()
    } else {
      flush()
      bytes.append(byte)
      isAtStart = false
    }
  }

  /// Begins a new line; two together leave one empty.
  mutating func lineBreak() {
    breaks = min(breaks + 1, 2)
    (owesBlank, owesTab) = (false, false)
  }

  /// Begins a new line unless one has begun, with an empty one before it where `blankLine`.
  mutating func block(blankLine: Bool) {
    breaks = max(breaks, blankLine ? 2 : 1)
    (owesBlank, owesTab) = (false, false)
  }

  /// Begins a cell of a table: cells of a row stand on one line, a tab apart.
  mutating func cell() {
    owesTab = breaks == 0 && !isAtStart
    owesBlank = false
  }

  /// Writes a mark at the beginning of a line.
  mutating func mark(_ text: String) {
    flush()
    bytes += text.utf8
    isAtStart = true
  }

  private mutating func flush() {
    if breaks > 0 {
      if !bytes.isEmpty { bytes += repeatElement(.lineFeed, count: breaks) }
      (breaks, isAtStart) = (0, true)
    }
    if owesTab {
      bytes.append(.tab)
    } else if owesBlank, !isAtStart {
      bytes.append(.space)
    }
    (owesBlank, owesTab) = (false, false)
  }
}
