/// The five-word runs of a passage, as a set: two passages are alike as far as they share them.
///
/// Words are taken without regard to case, punctuation and line breaks, so that a paragraph copied
/// into another letter is still the same paragraph after it has been wrapped differently.
public struct Shingles: Equatable, Sendable {
  /// Words in a run.
  public static let width = 5

  /// A hash of each distinct run, in ascending order.
  let hashes: [UInt64]

  /// Cuts a text into its runs of five words; a text of fewer words is one run.
  public init(_ text: some StringProtocol) {
    let words = Shingles.words(of: text)
    guard !words.isEmpty else {
      hashes = []
      return
    }
    let last = max(words.count - Shingles.width, 0)
    let runs = (0...last).map { start in
      words[start..<min(start + Shingles.width, words.count)].reduce(Shingles.seed) {
        Shingles.mix($0, $1)
      }
    }
    hashes = Array(Set(runs)).sorted()
  }

  /// The number of distinct runs.
  public var count: Int { hashes.count }

  /// Whether the text had no words.
  public var isEmpty: Bool { hashes.isEmpty }

  /// How alike two passages are: the runs that both have, over those that either has; 0 to 1
  /// (Jaccard's index).
  public func similarity(to other: Shingles) -> Double {
    guard !isEmpty, !other.isEmpty else { return 0 }
    var shared = 0
    var (mine, theirs) = (0, 0)
    while mine < hashes.count, theirs < other.hashes.count {
      if hashes[mine] == other.hashes[theirs] {
        shared += 1
        mine += 1
        theirs += 1
      } else if hashes[mine] < other.hashes[theirs] {
        mine += 1
      } else {
        theirs += 1
      }
    }
    return Double(shared) / Double(count + other.count - shared)
  }

  // FNV-1a, 64 bits: the same on every machine, unlike the standard library's hashes.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3

  private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 { (hash ^ value) &* prime }

  /// A hash of each word in lower case; digits and letters make words, everything else parts them.
  private static func words(of text: some StringProtocol) -> [UInt64] {
    var words: [UInt64] = []
    var hash = seed
    var isInWord = false
    for scalar in text.unicodeScalars {
      var value = scalar.value
      let isPart: Bool
      if scalar.isASCII {
        switch value {
        case 0x30...0x39, 0x61...0x7A: isPart = true
        case 0x41...0x5A:
          isPart = true
          value += 0x20
        default: isPart = false
        }
      } else {
        isPart = scalar.properties.isAlphabetic
      }
      if isPart {
        hash = mix(hash, UInt64(value))
        isInWord = true
      } else if isInWord {
        words.append(hash)
        hash = seed
        isInWord = false
      }
    }
    if isInWord { words.append(hash) }
    return words
  }
}
