import Documents

/// A walk over the whole file, byte by byte, that believes no table: every object of every revision, and
/// everything that is no object.
struct PDFScan {
  private(set) var objects: [PDFSource.PDFIndirect] = []
  /// Bytes between objects that are none.
  private(set) var gaps: [Range<Int>] = []
  private(set) var comments: [Range<Int>] = []
  /// Where each `startxref` stands.
  private(set) var starts: [Int] = []
  /// Where each `%%EOF` ends.
  private(set) var ends: [Int] = []
  private(set) var trailers: [PDFDictionary] = []

  private let source: PDFSource
  private var position: Int

  init(_ source: PDFSource, length: (Int) -> Int?) throws(Unreadable) {
    self.source = source
    position = source.header
    // A stream would be a comment to its end if the first line were passed over otherwise.
    while position < source.bytes.count, !Self.endsLine(source.bytes[position]) { position += 1 }
    let first = source.header..<position
    if first.count > 12 { comments.append(first) }
    while position < source.bytes.count { try step(length) }
  }

  /// The last object of each number.
  var last: [Int: Int] {
    var result: [Int: Int] = [:]
    for object in objects { result[object.number] = object.range.lowerBound }
    return result
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func step(_ length: (Int) -> Int?) throws(Unreadable) {
    let bytes = source.bytes
    let byte = bytes[position]
    if PDFLexer.isSpace(byte) {
      position += 1
    } else if byte == UInt8(ascii: "%") {
      comment()
    } else if byte >= 0x30, byte <= 0x39,
      let object = try source.indirect(at: position, length: length)
    {
      objects.append(object)
      comments += object.comments
      if object.rest.contains(where: { !PDFLexer.isSpace(bytes[$0]) }) { gaps.append(object.rest) }
      position = max(object.range.upperBound, position + 1)
    } else if isWord("xref") {
      position += 4
      table()
    } else if isWord("startxref") {
      starts.append(position)
      position += 9
      _ = take { if case .object(.int) = $0 { true } else { false } }
    } else if isWord("trailer") {
      position += 7
      try trailer()
    } else {
      gap()
    }
  }

  private func isWord(_ word: String) -> Bool {
    source.bytes[position...].starts(with: word.utf8)
  }

  private mutating func comment() {
    let start = position
    let isEnd = isWord("%%EOF")
    while position < source.bytes.count, !Self.endsLine(source.bytes[position]) { position += 1 }
    if isEnd {
      ends.append(start + 5)
      // Somebody may have gone on in the same line.
      position = start + 5
    } else {
      comments.append(start..<position)
    }
  }

  /// Takes the next word where it is the one that is wanted.
  private mutating func take(_ isWanted: (PDFLexer.Token) -> Bool) -> Bool {
    var lexer = PDFLexer(source.bytes, from: position)
    guard isWanted(lexer.next()) else { return false }
    comments += lexer.comments
    position = lexer.position
    return true
  }

  private mutating func table() {
    while take({ token in
      switch token {
      case .object(.int), .word("n"), .word("f"): true
      default: false
      }
    }) {}
  }

  private mutating func trailer() throws(Unreadable) {
    var lexer = PDFLexer(source.bytes, from: position)
    if let dictionary = try lexer.object()?.dictionary {
      trailers.append(dictionary)
      comments += lexer.comments
      position = lexer.position
    }
  }

  /// Passes over what is no part of a PDF, to where one goes on.
  private mutating func gap() {
    let start = position
    position += 1
    while position < source.bytes.count {
      let before = source.bytes[position - 1]
      if PDFLexer.isSpace(before) || source.bytes[position] == UInt8(ascii: "%"), isAnchor { break }
      position += 1
    }
    gaps.append(start..<position)
  }

  private var isAnchor: Bool {
    switch source.bytes[position] {
    case UInt8(ascii: "%"): isWord("%%EOF")
    case UInt8(ascii: "x"): isWord("xref")
    case UInt8(ascii: "s"): isWord("startxref")
    case UInt8(ascii: "t"): isWord("trailer")
    case 0x30...0x39: isHeader
    default: false
    }
  }

  private var isHeader: Bool {
    var lexer = PDFLexer(source.bytes, from: position, to: position + 40)
    guard case .object(.int) = lexer.next(), case .object(.int) = lexer.next(),
      case .word(let word) = lexer.next()
    else { return false }
    return word.hasPrefix("obj") && lexer.comments.isEmpty
  }
}
