/// Finds many literals in one walk over UTF-8, whatever their case.
///
/// The scanner is an Aho–Corasick automaton that takes words and marks for letters: a literal stands
/// only where words begin and end, so that a text is gone through word by word. There is no backtracking;
/// the time depends on the length of the text and the number of matches only. Build it once and use it
/// for every text.
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
  private let automaton: PhraseAutomaton
  private let lengths: [Int]

  /// Makes a scanner.
  ///
  /// A literal that begins or ends with a letter or digit counts only where the word begins or ends too.
  ///
  /// - Parameter literals: what to look for; an empty one is never found. One that stands twice is
  ///   found under both indices.
  public init(_ literals: [String]) {
    count = literals.count
    lengths = literals.map { $0.utf8.count }
    automaton = PhraseAutomaton(
      literals.enumerated().flatMap { index, literal in
        CaseVariants.of(literal).map { (bytes: $0, number: index) }
      })
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
    var state = PhraseAutomaton.root
    var index = range.lowerBound
    while index < range.upperBound {
      state = automaton.next(after: state, at: &index, in: utf8, before: range.upperBound)
      if state != PhraseAutomaton.root, automaton.firstOutput[Int(state)] >= 0 {
        report(state, endingAt: index, in: utf8, body)
      }
    }
  }

  private func report(
    _ state: Int32, endingAt end: Int, in utf8: [UInt8], _ body: (Match) -> Void
  ) {
    var output = automaton.firstOutput[Int(state)]
    while output >= 0 {
      let found = automaton.outputs[Int(output)]
      let range = (end - lengths[found.literal])..<end
      if Words.isWhole(range, in: utf8) { body(Match(literal: found.literal, range: range)) }
      output = found.next
    }
  }
}
