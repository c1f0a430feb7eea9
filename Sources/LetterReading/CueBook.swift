import DataFiles
import TextScan

/// What a phrase of the genre says about a letter. The phrases are data: `cues.yaml`.
enum Cue: Int, CaseIterable, Sendable {
  // The request in the requester's words.
  case requestIntroduced
  case requestMentioned
  case requestHeading
  case requesterVoice
  case requesterLists
  case requesterSpeaks
  case answerBegins
  // What a citation is for.
  case deniedBefore
  case deniedAfter
  case exampleBefore
  case exemptionTalk
  // The regime.
  case namesFOIA
  case namesFOISA
  case namesEIR
  case namesSubjectAccess
  case handledUnder
  // What the letter does.
  case extends
  case reviews
  case reviewedHere
  case reviewHeading
  case neitherConfirms
  case confirmOrDeny
  case vexatious
  case costs
  case accessible
  case manifestlyUnreasonable
  case notHeld
  case confirmsHeld
  case gives
  case answerDocument
  case givesPart
  case withholdsAll
  case withholds
  case advises
  // Harm and balance.
  case weighs
  case weighingHeading
  case notWeighed
  case disclosureWins
  case harmArgued
  case standardWould
  case standardLikely
  case standardCould
  case standardMight
  case standardAdverse
  case substantially
  // Rights.
  case reviewNamed
  case reviewHinted
  case dissatisfied
  case reviewAsked
  case regulatorNamed
  case rightOffered
  case rightUsed
  case regulatorUsed
  case limitOnAsking
  case limitOnUs
  // Dates.
  case received
  case sent
  case apologises

  /// Its key in the file: `limit_on_us` for `limitOnUs`.
  var key: String {
    var key = ""
    for letter in "\(self)" {
      if letter.isUppercase, key.last?.isLowercase ?? false { key += "_" }
      key.append(letter)
    }
    return key.lowercased()
  }
}

/// The phrases of all cues.
struct CueBook: Sendable {
  /// The phrases, as ``PhraseIndex`` looks for them.
  let phrases: [String]
  private let cues: [Cue]

  /// Reads `cues.yaml`; every cue has to have phrases.
  init(_ node: DataNode) throws(DataFileError) {
    var phrases: [String] = []
    var cues: [Cue] = []
    try node.mapping { top throws(DataFileError) in
      for cue in Cue.allCases {
        let list = try top.required(cue.key)
        let words = try list.strings()
        guard !words.isEmpty else { throw list.error("'\(cue.key)' should have phrases") }
        phrases += words
        cues += Array(repeating: cue, count: words.count)
      }
    }
    self.phrases = phrases
    self.cues = cues
  }

  /// Where each cue stands in a text.
  func hits(in phrases: PhraseHits) -> CueHits {
    var hits = CueHits()
    for match in phrases[.cues] { hits.add(match.range, of: cues[match.literal]) }
    return hits
  }
}

/// Where the phrases of each cue stand, in the order in which they end.
struct CueHits: Sendable {
  private var ranges = Cue.allCases.map { _ in [Range<Int>]() }

  mutating func add(_ range: Range<Int>, of cue: Cue) { ranges[cue.rawValue].append(range) }

  /// Every place of a cue.
  subscript(cue: Cue) -> [Range<Int>] { ranges[cue.rawValue] }

  /// The first place of a cue within a range.
  func first(_ cue: Cue, in range: Range<Int>) -> Range<Int>? {
    let all = ranges[cue.rawValue]
    var index = all.partitioningIndex { $0.upperBound > range.lowerBound }
    while index < all.count, all[index].upperBound <= range.upperBound {
      if all[index].lowerBound >= range.lowerBound { return all[index] }
      index += 1
    }
    return nil
  }

  /// Whether a cue stands within a range.
  func has(_ cue: Cue, in range: Range<Int>) -> Bool { first(cue, in: range) != nil }
}
