/// A word, a number or a mark.
public struct Token: Equatable, Sendable {
  /// What it is.
  public enum Kind: Sendable {
    /// Letters, with apostrophes and hyphens between them.
    case word
    /// Digits, with a comma or a full stop between them: `1,200`, `4.5`.
    case number
    /// Any other byte that is no blank.
    case mark
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands, in bytes.
  public var range: Range<Int>

  /// Makes a token.
  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// Reads tokens one after another from a range of UTF-8, keeping nothing.
public struct Tokeniser: Sendable {
  private let utf8: [UInt8]
  private let end: Int
  /// Where the next token is looked for.
  public var position: Int

  /// Makes a tokeniser of a range.
  public init(_ utf8: [UInt8], in range: Range<Int>) {
    self.utf8 = utf8
    let range = range.clamped(to: 0..<utf8.count)
    end = range.upperBound
    position = range.lowerBound
  }

  /// The next token; nil at the end of the range.
  public mutating func next() -> Token? {
    while position < end, Words.isBlank(utf8[position]) { position += 1 }
    guard position < end else { return nil }
    let start = position
    let first = utf8[start]
    position += 1
    if Words.isDigit(first) {
      run(Words.isDigit) { $0 == 0x2C || $0 == 0x2E }
      return Token(kind: .number, range: start..<position)
    }
    if Words.isLetter(first) {
      run(Words.isLetter) { $0 == 0x27 || $0 == 0x2D }
      return Token(kind: .word, range: start..<position)
    }
    return Token(kind: .mark, range: start..<position)
  }

  /// The next token without going on to it.
  public func peek() -> Token? {
    var copy = self
    return copy.next()
  }

  @inline(__always)
  private mutating func run(_ belongs: (UInt8) -> Bool, joinedBy joins: (UInt8) -> Bool) {
    while position < end {
      if belongs(utf8[position]) {
        position += 1
      } else if position + 1 < end, joins(utf8[position]), belongs(utf8[position + 1]) {
        position += 2
      } else {
        return
      }
    }
  }
}
