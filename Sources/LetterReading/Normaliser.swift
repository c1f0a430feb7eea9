import TextScan

/// The first stage: from the text as it was decoded to text without accidents of its transport.
///
/// - Line ends become one line feed; blank lines are remembered in ``Line/afterGap``.
/// - Blanks of all kinds, no-break spaces too, become one blank; a tab or a run of four or more blanks
///   within a line becomes a tab, since it may divide the columns of a table.
/// - Soft hyphens, zero-width characters, directional marks and variation selectors go.
/// - Quotes become straight, dashes hyphens, bullets `•`, ligatures letters.
/// - `19^th` loses its caret; of HTML that came as text the tags go.
struct Normaliser {
  private let source: [UInt8]
  private let isMarkup: Bool
  private var out: [UInt8] = []
  private var anchors: [NormalText.Anchor] = []
  private var distance = 0
  private var lines: [Line] = []
  private var lineStart = 0
  private var indent = 0
  private var gap = false
  private var blanks = 0
  private var blankSource = 0
  private var sawTab = false

  private let isCutShort: Bool

  private init(_ text: String, longest: Int) {
    let bytes = text.utf8
    isCutShort = bytes.count > longest
    var kept = isCutShort ? Array(bytes.prefix(longest)) : Array(bytes)
    // Not in the middle of a character.
    while isCutShort, kept.last.map({ $0 >= 0x80 }) ?? false { kept.removeLast() }
    source = kept
    isMarkup = MarkupTag.isMarkup(source)
    out.reserveCapacity(source.count)
  }

  /// Normalises a text, or as much of it as is read.
  static func normalise(
    _ text: String, longest: Int = LetterReader.longest
  ) -> (text: NormalText, lines: [Line]) {
    var normaliser = Normaliser(text, longest: longest)
    normaliser.run()
    return (
      NormalText(
        bytes: normaliser.out, anchors: normaliser.anchors, original: normaliser.source,
        isCutShort: normaliser.isCutShort),
      normaliser.lines
    )
  }

  private mutating func run() {
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte >= 0x80 {
        index = beyondASCII(at: index)
      } else if Normaliser.isPlain(byte) {
        index = plain(at: index)
      } else if byte > 0x20 {
        index = visible(byte, at: index)
      } else {
        switch byte {
        case 0x0A, 0x0C, 0x0B: endLine()
        case 0x0D where index + 1 < source.count && source[index + 1] == 0x0A: break
        case 0x0D: endLine()
        case 0x09: blank(at: index, isTab: true)
        default: blank(at: index, isTab: false)
        }
        index += 1
      }
    }
    endLine()
  }

  /// Whether a byte always stands for itself.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x80 && byte != 0x26 && byte != 0x3C && byte != 0x5E
  }

  /// Takes words with single blanks between them as they stand.
  private mutating func plain(at start: Int) -> Int {
    if blanks > 0 || out.count == lineStart { flushBlanks() }
    mark(start)
    var end = start + 1
    while end < source.count {
      if Normaliser.isPlain(source[end]) {
        end += 1
      } else if source[end] == 0x20, end + 1 < source.count, Normaliser.isPlain(source[end + 1]) {
        end += 2
      } else {
        break
      }
    }
    out += source[start..<end]
    return end
  }

  private mutating func visible(_ byte: UInt8, at index: Int) -> Int {
    if isMarkup, byte == 0x3C, let tag = MarkupTag(at: index, in: source) {
      if tag.breaksLine { endLine() }
      return tag.end
    }
    if isMarkup, byte == 0x26, let entity = MarkupTag.entity(at: index, in: source) {
      if entity.byte == 0x20 {
        blank(at: index, isTab: false)
      } else {
        put(entity.byte, from: index)
      }
      return entity.end
    }
    let isOrdinal =
      byte == 0x5E && index > 0 && Words.isDigit(source[index - 1]) && index + 1 < source.count
      && [0x73, 0x6E, 0x72, 0x74].contains(source[index + 1])
    if !isOrdinal { put(byte, from: index) }
    return index + 1
  }

  private mutating func beyondASCII(at index: Int) -> Int {
    let (scalar, length) = UTF8Scalar.decode(source, at: index)
    switch CharacterTable.treatment(of: scalar) {
    case .keep:
      for offset in 0..<length { put(source[index + offset], from: index + offset) }
    case .drop: break
    case .blank: blank(at: index, isTab: false)
    case .endLine: endLine()
    case .replace(let bytes):
      for byte in bytes { put(byte, from: index) }
    }
    return index + length
  }

  private mutating func blank(at index: Int, isTab: Bool) {
    if blanks == 0 { blankSource = index }
    blanks += 1
    sawTab = sawTab || isTab
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8, from index: Int) {
    if blanks > 0 || out.count == lineStart { flushBlanks() }
    append(byte, from: index)
  }

  private mutating func flushBlanks() {
    if out.count == lineStart {
      indent = blanks
    } else if blanks > 0 {
      append(sawTab || blanks > 3 ? 0x09 : 0x20, from: blankSource)
    }
    blanks = 0
    sawTab = false
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, from index: Int) {
    mark(index)
    out.append(byte)
  }

  /// Remembers where what is put next comes from.
  @inline(__always)
  private mutating func mark(_ index: Int) {
    if index - out.count != distance {
      distance = index - out.count
      anchors.append(NormalText.Anchor(text: out.count, source: index))
    }
  }

  private mutating func endLine() {
    blanks = 0
    sawTab = false
    if out.count > lineStart {
      lines.append(Line(range: lineStart..<out.count, indent: indent, afterGap: gap))
      out.append(0x0A)
      // The line feed stands for whatever ended the line; its own place is never asked for.
      distance = Int.min
      lineStart = out.count
      gap = false
    } else {
      gap = true
    }
  }
}
