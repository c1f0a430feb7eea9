import Documents

/// Takes the words of PDF apart: objects, operators, comments. Never reads past its end.
struct PDFLexer {
  /// What stands next.
  enum Token {
    case object(PDFObject)
    /// `obj`, `stream`, `R`, or an operator of a page.
    case word(String)
    case openArray, closeArray, openDictionary, closeDictionary
    case end
  }

  /// How deep arrays and dictionaries may lie in each other; no program writes a hundred.
  static let depth = 256

  let bytes: [UInt8]
  var position: Int
  let end: Int
  /// Where comments were passed over.
  var comments: [Range<Int>] = []

  init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    self.end = Swift.max(0, Swift.min(end ?? bytes.count, bytes.count))
    position = Swift.max(0, Swift.min(start, self.end))
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  mutating func skipSpace() {
    while position < end {
      if Self.isSpace(bytes[position]) {
        position += 1
      } else if bytes[position] == UInt8(ascii: "%") {
        let start = position
        while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        comments.append(start..<position)
      } else {
        return
      }
    }
  }

  mutating func next() -> Token {
    skipSpace()
    guard position < end else { return .end }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "["): return step(1, .openArray)
    case UInt8(ascii: "]"): return step(1, .closeArray)
    case UInt8(ascii: "<"):
      return peek(1) == byte ? step(2, .openDictionary) : .object(.string(hexString()))
    case UInt8(ascii: ">"):
      return peek(1) == byte ? step(2, .closeDictionary) : step(1, .word(">"))
    case UInt8(ascii: "("): return .object(.string(literalString()))
    case UInt8(ascii: "/"): return .object(.name(name()))
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"):
      return step(1, .word(String(UnicodeScalar(byte))))
    default: return numberOrWord()
    }
  }

  /// The next object; nil where a word or a closing bracket stands instead.
  mutating func object(depth: Int = Self.depth) throws(Unreadable) -> PDFObject? {
    let token = next()
    return try object(beginning: token, depth: depth)
  }

  mutating func object(
    beginning token: Token, depth: Int = Self.depth
  ) throws(Unreadable) -> PDFObject? {
    guard depth > 0 else {
      throw .tooMuch("objects lie more than \(Self.depth) deep in each other")
    }
    switch token {
    case .object(.int(let number)):
      // `12 0 R` is one object.
      let back = (position, comments.count)
      if case .object(.int(let generation)) = next(), generation >= 0, case .word("R") = next() {
        return .reference(number)
      }
      position = back.0
      comments.removeLast(comments.count - back.1)
      return .int(number)
    case .object(let object): return object
    case .word("true"): return .bool(true)
    case .word("false"): return .bool(false)
    case .word("null"): return .null
    case .openArray:
      var list: [PDFObject] = []
      while true {
        let token = next()
        switch token {
        case .closeArray, .end: return .array(list)
        case .word("endobj"), .word("endstream"): return .array(list)
        default:
          if let object = try object(beginning: token, depth: depth - 1) { list.append(object) }
        }
      }
    case .openDictionary: return .dictionary(try dictionary(depth: depth - 1))
    case .word, .closeArray, .closeDictionary, .end: return nil
    }
  }

  /// The rest of a dictionary whose `<<` was read.
  mutating func dictionary(depth: Int) throws(Unreadable) -> PDFDictionary {
    var entries: PDFDictionary = [:]
    while true {
      let back = position
      switch next() {
      case .closeDictionary, .end: return entries
      case .object(.name(let key)):
        let start = position
        let token = next()
        if let value = try object(beginning: token, depth: depth) {
          entries[key] = value
        } else {
          // A key without a value: what closes the dictionary is read again.
          position = start
          if case .word = token { _ = next() }
        }
      case .word("endobj"), .word("stream"):
        position = back
        return entries
      default: continue
      }
    }
  }

  func peek(_ ahead: Int) -> UInt8? {
    position + ahead < end ? bytes[position + ahead] : nil
  }

  private mutating func step(_ count: Int, _ token: Token) -> Token {
    position += count
    return token
  }
}
