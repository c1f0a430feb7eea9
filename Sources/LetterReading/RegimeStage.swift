import InformationLaw

/// Tells under which law the letter answers.
///
/// A name of a law counts one; a name right after "dealt with under" and the like five; a regulation 12
/// or 13 three, since nobody cites those outside a letter under the Regulations.
struct RegimeStage {
  /// Whether a letter that names no law is an answer to a request all the same: it speaks of the
  /// request, of the Commissioner, of a review or of the public interest. Such a letter answers under FOIA until it says otherwise.
  static func isOfTheGenre(_ hits: CueHits) -> Bool {
    let signs: [Cue] = [
      .requestMentioned, .requestIntroduced, .regulatorNamed, .reviewAsked, .weighingHeading,
    ]
    return signs.contains { !hits[$0].isEmpty }
  }

  /// The regimes with their scores, the highest first; of equals FOIA comes first.
  static func scores(
    hits: CueHits, citations: [CitationStage.Found]
  ) -> [(regime: CitedRegime, score: Int)] {
    var scores: [CitedRegime: Int] = [:]
    let names: [(CitedRegime, Cue)] = [
      (.foia, .namesFOIA), (.eir, .namesEIR), (.foisa, .namesFOISA),
      (.dataProtection, .namesSubjectAccess),
    ]
    for (regime, cue) in names {
      for range in hits[cue] {
        let before = max(0, range.lowerBound - 60)..<range.lowerBound
        scores[regime, default: 0] += hits.has(.handledUnder, in: before) ? 5 : 1
      }
    }
    for citation in citations {
      guard let first = citation.references.first else { continue }
      switch citation.keyword {
      case .regulation where ["12", "13"].contains(first.section): scores[.eir, default: 0] += 3
      default: break
      }
    }
    // The names of the Scottish Act hold the words "freedom of information" too, but not the phrase
    // that counts for the other.
    if scores[.foisa, default: 0] > 0 { scores[.foisa, default: 0] += 1 }
    let order: [CitedRegime] = [.foia, .eir, .foisa, .dataProtection]
    return order.map { ($0, scores[$0, default: 0]) }.enumerated()
      .sorted { ($0.element.1, -$0.offset) > ($1.element.1, -$1.offset) }
      .map { (regime: $0.element.0, score: $0.element.1) }
  }
}
