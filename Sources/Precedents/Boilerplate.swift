/// Passages of many letters, so that one can be asked whether it stands nearly word for word in
/// others.
///
/// Equal passages are kept once with the letters they stand in, so that a paragraph that every
/// letter of an archive carries costs no more to look up than one that stands alone.
public struct Boilerplate: Sendable {
  /// How alike two passages are from which on one counts as the other.
  public static let threshold = 0.5
  /// Fewer runs than this say too little to be recognised by: a heading, a courtesy.
  static let leastRuns = 6

  /// What was found of a passage elsewhere.
  public struct Match: Equatable, Sendable {
    /// The other letters in which it stands, in the order in which they were added.
    public var letters: [String]
    /// The number of letters that were looked through, without the passage's own.
    public var of: Int
    /// How alike the most similar passage is: 0.5 to 1.
    public var similarity: Double
  }

  private struct Passage: Sendable {
    let shingles: Shingles
    /// Indices of the letters it stands in, ascending.
    var letters: [Int]
  }

  private var letters: [String] = []
  private var passages: [Passage] = []
  private var passagesByRuns: [[UInt64]: Int] = [:]
  /// The passages in which a run occurs.
  private var postings: [UInt64: [Int32]] = [:]

  /// Makes an empty collection.
  public init() {}

  /// The number of letters.
  public var count: Int { letters.count }

  /// Adds a letter's passages.
  ///
  /// - Parameters:
  ///   - letter: a name that tells the letter from all others.
  ///   - passages: the text of each passage; short ones are passed over.
  public mutating func add(letter: String, passages texts: some Sequence<some StringProtocol>) {
    let number = letters.count
    letters.append(letter)
    for text in texts {
      let shingles = Shingles(text)
      guard shingles.count >= Boilerplate.leastRuns else { continue }
      if let known = passagesByRuns[shingles.hashes] {
        if passages[known].letters.last != number { passages[known].letters.append(number) }
        continue
      }
      let index = Int32(passages.count)
      passagesByRuns[shingles.hashes] = passages.count
      passages.append(Passage(shingles: shingles, letters: [number]))
      for run in shingles.hashes { postings[run, default: []].append(index) }
    }
  }

  /// Where a passage stands nearly word for word in letters other than its own.
  ///
  /// - Parameters:
  ///   - text: the passage.
  ///   - own: names of letters that are the passage's own and do not count.
  /// - Returns: nil where it stands in none, or is too short to tell.
  public func match(
    for text: some StringProtocol, except own: (String) -> Bool = { _ in false }
  ) -> Match? {
    let shingles = Shingles(text)
    guard shingles.count >= Boilerplate.leastRuns else { return nil }
    var shared: [Int32: Int] = [:]
    for run in shingles.hashes {
      for passage in postings[run] ?? [] { shared[passage, default: 0] += 1 }
    }
    var found: Set<Int> = []
    var best = 0.0
    for (index, count) in shared {
      let passage = passages[Int(index)]
      let either = shingles.count + passage.shingles.count - count
      let similarity = Double(count) / Double(either)
      guard similarity >= Boilerplate.threshold else { continue }
      let others = passage.letters.filter { !own(letters[$0]) }
      if !others.isEmpty { best = max(best, similarity) }
      found.formUnion(others)
    }
    guard !found.isEmpty else { return nil }
    return Match(
      letters: found.sorted().map { letters[$0] }, of: letters.count { !own($0) },
      similarity: best)
  }
}
