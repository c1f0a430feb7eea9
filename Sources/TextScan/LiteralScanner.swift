/// Finds many literals in one walk over UTF-8, whatever their case.
///
/// The scanner is an Aho–Corasick automaton made into a table: one look-up a byte, no backtracking,
/// so that the time depends on the length of the text and the number of matches only. Build it once
/// and use it for every text.
///
/// ASCII letters match in either case at no cost. Other letters match in the case in which the literal
/// has them, in the other case, and in any mixture as long as a literal has no more than six of them.
public struct LiteralScanner: Sendable {
  /// A literal where it stands.
  public struct Match: Equatable, Sendable {
    /// The index of the literal in the list that the scanner was made of.
    public var literal: Int
    /// Where it stands, in bytes.
    public var range: Range<Int>

    /// Makes a match.
    public init(literal: Int, range: Range<Int>) {
      self.literal = literal
      self.range = range
    }
  }

  /// How many literals it looks for.
  public let count: Int
  /// The class of each byte: bytes that no literal has share class 0, the cases of a letter share one.
  private let classes: [UInt8]
  private let width: Int
  /// `state * width + class` → the next row (its offset in this table); the top bit says that a
  /// literal ends there.
  private let table: [UInt32]
  /// For each state, what ends in it: an index into `outputs`, or -1.
  private let firstOutput: [Int32]
  private let outputs: [Output]
  private let lengths: [Int]
  private let wholeWords: Bool

  private struct Output: Sendable {
    var literal: Int
    /// The next shorter literal that ends at the same place; -1 after the last.
    var next: Int32
  }

  private static let accepts: UInt32 = 1 << 31

  /// Makes a scanner.
  ///
  /// - Parameters:
  ///   - literals: what to look for; an empty one is never found. One that stands twice is found
  ///     under both indices.
  ///   - wholeWords: whether a literal that begins or ends with a letter or digit counts only where
  ///     the word begins or ends too.
  public init(_ literals: [String], wholeWords: Bool = true) {
    var trie = Trie()
    for (index, literal) in literals.enumerated() {
      for variant in CaseVariants.of(literal) { trie.insert(variant, literal: index) }
    }
    let automaton = trie.automaton()
    count = literals.count
    lengths = literals.map { $0.utf8.count }
    self.wholeWords = wholeWords
    classes = trie.classes
    width = trie.width
    firstOutput = automaton.firstOutput
    outputs = automaton.outputs.map { Output(literal: $0.literal, next: $0.next) }
    let width = UInt32(trie.width)
    let accepting = automaton.firstOutput.map { $0 >= 0 }
    table = automaton.next.map { state in
      state * width | (accepting[Int(state)] ? LiteralScanner.accepts : 0)
    }
  }

  /// Every match, in the order in which they end; of those that end together the longest first.
  public func matches(in utf8: [UInt8]) -> [Match] {
    var found: [Match] = []
    scan(utf8, in: utf8.indices) { found.append($0) }
    return found
  }

  /// Calls `body` with every match within a range. Words are judged by the whole text.
  @inline(__always)
  public func scan(_ utf8: [UInt8], in range: Range<Int>, _ body: (Match) -> Void) {
    var state: UInt32 = 0
    for index in range {
      let next = table[Int(state) + Int(classes[Int(utf8[index])])]
      state = next & ~LiteralScanner.accepts
      if next & LiteralScanner.accepts != 0 {
        report(Int(state) / width, endingAt: index + 1, in: utf8, body)
      }
    }
  }

  private func report(
    _ state: Int, endingAt end: Int, in utf8: [UInt8], _ body: (Match) -> Void
  ) {
    var output = firstOutput[state]
    while output >= 0 {
      let found = outputs[Int(output)]
      let range = (end - lengths[found.literal])..<end
      if !wholeWords || Words.isWhole(range, in: utf8) {
        body(Match(literal: found.literal, range: range))
      }
      output = found.next
    }
  }
}
