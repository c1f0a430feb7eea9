import DataFiles
import TextScan

/// What a phrase of the genre says about a letter. The phrases are data: `cues.yaml`.
enum Cue: String, CaseIterable, Sendable {
  // The request in the requester's words.
  case requestIntroduced = "request_introduced"
  case requestMentioned = "request_mentioned"
  case requestHeading = "request_heading"
  case requesterVoice = "requester_voice"
  case requesterLists = "requester_lists"
  case requesterSpeaks = "requester_speaks"
  case answerBegins = "answer_begins"
  // What a citation is for.
  case deniedBefore = "denied_before"
  case deniedAfter = "denied_after"
  case exampleBefore = "example_before"
  case exemptionTalk = "exemption_talk"
  // The regime.
  case namesFOIA = "names_foia"
  case namesFOISA = "names_foisa"
  case namesEIR = "names_eir"
  case namesSubjectAccess = "names_subject_access"
  case handledUnder = "handled_under"
  // What the letter does.
  case extends = "extends"
  case reviews = "reviews"
  case reviewedHere = "reviewed_here"
  case reviewHeading = "review_heading"
  case neitherConfirms = "neither_confirms"
  case confirmOrDeny = "confirm_or_deny"
  case vexatious = "vexatious"
  case costs = "costs"
  case accessible = "accessible"
  case manifestlyUnreasonable = "manifestly_unreasonable"
  case notHeld = "not_held"
  case confirmsHeld = "confirms_held"
  case gives = "gives"
  case answerDocument = "answer_document"
  case givesPart = "gives_part"
  case withholdsAll = "withholds_all"
  case withholds = "withholds"
  case advises = "advises"
  // Harm and balance.
  case weighs = "weighs"
  case weighingHeading = "weighing_heading"
  case notWeighed = "not_weighed"
  case disclosureWins = "disclosure_wins"
  case harmArgued = "harm_argued"
  case standardWould = "standard_would"
  case standardLikely = "standard_likely"
  case standardCould = "standard_could"
  case standardMight = "standard_might"
  case standardAdverse = "standard_adverse"
  case substantially = "substantially"
  // Rights.
  case reviewNamed = "review_named"
  case reviewHinted = "review_hinted"
  case dissatisfied
  case reviewAsked = "review_asked"
  case regulatorNamed = "regulator_named"
  case rightOffered = "right_offered"
  case rightUsed = "right_used"
  case regulatorUsed = "regulator_used"
  case limitOnAsking = "limit_on_asking"
  case limitOnUs = "limit_on_us"
  // Dates.
  case received = "received"
  case sent = "sent"
  case apologises = "apologises"
}

/// The phrases of all cues, looked for in one walk.
struct CueBook: Sendable {
  private let scanner: LiteralScanner
  private let cues: [Cue]

  /// Reads `cues.yaml`; every cue has to have phrases.
  init(_ node: DataNode) throws(DataFileError) {
    var phrases: [String] = []
    var cues: [Cue] = []
    try node.mapping { top throws(DataFileError) in
      for cue in Cue.allCases {
        let list = try top.required(cue.rawValue)
        let words = try list.strings()
        guard !words.isEmpty else { throw list.error("'\(cue.rawValue)' should have phrases") }
        phrases += words
        cues += Array(repeating: cue, count: words.count)
      }
    }
    scanner = LiteralScanner(phrases)
    self.cues = cues
  }

  /// Where each cue stands in a text.
  func hits(in bytes: [UInt8]) -> CueHits {
    var hits = CueHits()
    scanner.scan(bytes, in: bytes.indices) { hits.add($0.range, of: cues[$0.literal]) }
    return hits
  }
}

/// Where the phrases of each cue stand, in the order in which they end.
struct CueHits: Sendable {
  private var ranges: [Cue: [Range<Int>]] = [:]

  mutating func add(_ range: Range<Int>, of cue: Cue) { ranges[cue, default: []].append(range) }

  /// Every place of a cue.
  subscript(cue: Cue) -> [Range<Int>] { ranges[cue] ?? [] }

  /// The first place of a cue within a range.
  func first(_ cue: Cue, in range: Range<Int>) -> Range<Int>? {
    guard let all = ranges[cue] else { return nil }
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
