import TextScan

/// The phrases that the stages look for, all found in one walk through a text.
struct PhraseIndex: Sendable {
  /// Whose phrases they are.
  enum Seeker: Int, CaseIterable, Sendable {
    case blockKinds, cues, languages, roles, subsections
  }

  private let scanner: LiteralScanner
  /// For each phrase, whose it is and its number among those.
  private let places: [(seeker: Seeker, number: Int)]

  init(_ phrases: [Seeker: [String]]) {
    var all: [String] = []
    var places: [(seeker: Seeker, number: Int)] = []
    for seeker in Seeker.allCases {
      let own = phrases[seeker] ?? []
      all += own
      places += own.indices.map { (seeker, $0) }
    }
    scanner = LiteralScanner(all)
    self.places = places
  }

  /// Where all of them stand.
  func hits(in bytes: [UInt8]) -> PhraseHits {
    var hits = PhraseHits()
    scanner.scan(bytes, in: bytes.indices) { match in
      let place = places[match.literal]
      hits.add(LiteralScanner.Match(literal: place.number, range: match.range), of: place.seeker)
    }
    return hits
  }
}

/// Where phrases stand in a text, for each stage that seeks them.
struct PhraseHits: Sendable {
  private var matches = PhraseIndex.Seeker.allCases.map { _ in [LiteralScanner.Match]() }

  fileprivate mutating func add(_ match: LiteralScanner.Match, of seeker: PhraseIndex.Seeker) {
    matches[seeker.rawValue].append(match)
  }

  /// The matches of a stage in the order in which they end, numbered as its own list of phrases.
  subscript(seeker: PhraseIndex.Seeker) -> [LiteralScanner.Match] { matches[seeker.rawValue] }

  /// Calls `body` with each match that lies within a range.
  @inline(__always)
  func each(
    _ seeker: PhraseIndex.Seeker, in range: Range<Int>, _ body: (LiteralScanner.Match) -> Void
  ) {
    let own = matches[seeker.rawValue]
    var index = own.partitioningIndex { $0.range.upperBound > range.lowerBound }
    while index < own.count, own[index].range.upperBound <= range.upperBound {
      if own[index].range.lowerBound >= range.lowerBound { body(own[index]) }
      index += 1
    }
  }
}
