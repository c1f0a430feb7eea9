import Documents

/// What a page or a form says, without drawing it.
struct PDFContent {
  /// How much of it was read.
  enum Extent: Int, Comparable {
    /// What is painted and marked, and the comments.
    case operators
    /// That and the text.
    case text

    static func < (one: Extent, other: Extent) -> Bool { one.rawValue < other.rawValue }
  }

  let extent: Extent
  /// Its text, a line for each that is set by itself.
  var lines: [String] = []
  /// The names of what it paints with `Do`.
  var painted: [String] = []
  /// Marked content: its tag, and the dictionary or the name of one.
  var marks: [(tag: String, properties: PDFObject)] = []
  /// Comments between its operators.
  var comments: [String] = []
  /// Whether there are operators of text in it.
  var hasText = false

  var text: String { lines.joined(separator: "\n") }
}

/// Goes through the operators of a content stream.
struct PDFContentReader {
  private var lexer: PDFLexer
  private var operands: [PDFObject] = []
  private var content: PDFContent
  private var line = ""
  private let font: (String) -> PDFFont?
  private var current: PDFFont?

  /// Operands that an operator can have; more are those of a broken file.
  private static let mostOperands = 64

  static func read(
    _ bytes: [UInt8], _ wanted: PDFContent.Extent, font: @escaping (String) -> PDFFont?
  ) throws(Unreadable) -> PDFContent {
    var reader = PDFContentReader(lexer: PDFLexer(bytes), wanted, font: font)
    try reader.run()
    return reader.content
  }

  private init(
    lexer: PDFLexer, _ wanted: PDFContent.Extent, font: @escaping (String) -> PDFFont?
  ) {
    self.lexer = lexer
    content = PDFContent(extent: wanted)
    self.font = font
  }

  private mutating func run() throws(Unreadable) {
    while true {
      let token = lexer.next()
      switch token {
      case .end:
        endLine()
        for range in lexer.comments {
          content.comments.append(PDFText.decode(Array(lexer.bytes[range])))
        }
        return
      case .word(let word) where word != "true" && word != "false" && word != "null":
        perform(word)
        operands.removeAll(keepingCapacity: true)
      default:
        if let object = try lexer.object(beginning: token) {
          if operands.count >= Self.mostOperands { operands.removeFirst() }
          operands.append(object)
        }
      }
    }
  }

  private mutating func perform(_ word: String) {
    switch word {
    case "Tf":
      if content.extent == .text, operands.count >= 2,
        let name = operands[operands.count - 2].name
      {
        current = font(name)
      }
    case "Tj": show(operands.last)
    case "'", "\"":
      endLine()
      show(operands.last)
    case "TJ":
      for item in operands.last?.array ?? [] {
        if item.bytes != nil {
          show(item)
        } else if let gap = item.double, gap < -220, !line.isEmpty, !line.hasSuffix(" ") {
          // A gap as wide as a blank stands for one.
          line += " "
        }
      }
    case "Td", "TD":
      if (operands.last?.double ?? 1) != 0 { endLine() } else { separate() }
    case "T*", "BT", "ET": endLine()
    case "Tm": endLine()
    case "Do": operands.last?.name.map { content.painted.append($0) }
    case "BDC", "DP":
      if operands.count >= 2, let tag = operands[operands.count - 2].name,
        let properties = operands.last
      {
        content.marks.append((tag, properties))
      }
    case "BI": skipPicture()
    default: return
    }
  }

  private mutating func show(_ object: PDFObject?) {
    guard let bytes = object?.bytes else { return }
    content.hasText = true
    guard content.extent == .text else { return }
    line += current?.decode(bytes) ?? PDFFont.plain(bytes)
  }

  private mutating func separate() {
    if !line.isEmpty, !line.hasSuffix(" ") { line += " " }
  }

  private mutating func endLine() {
    if line.contains(where: { !$0.isWhitespace }) { content.lines.append(line) }
    line = ""
  }

  /// A picture within the operators: its bytes are not read as such.
  private mutating func skipPicture() {
    while true {
      switch lexer.next() {
      case .end: return
      case .word("ID"):
        var index = lexer.position + 1
        let bytes = lexer.bytes
        while index + 2 < lexer.end {
          let isEnd =
            bytes[index] == UInt8(ascii: "E") && bytes[index + 1] == UInt8(ascii: "I")
            && PDFLexer.isSpace(bytes[index - 1]) && PDFLexer.isSpace(bytes[index + 2])
          if isEnd {
            lexer.position = index + 2
            return
          }
          index += 1
        }
        lexer.position = lexer.end
        return
      default: continue
      }
    }
  }
}
