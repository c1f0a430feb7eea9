import InformationLaw

/// What the letter as a whole does, by decision lists over the evidence.
///
/// The lists are short and in the order in which one fact settles the next: more time, then review,
/// then neither confirming nor denying, then what is given and what is not.
struct FactStage {
  let page: Page
  let hits: CueHits
  let grounds: Grounds

  /// A fact with what shows it.
  typealias Shown = Explanation.Fact

  private(set) var shown: [Shown] = []

  init(page: Page, hits: CueHits, grounds: Grounds) {
    self.page = page
    self.hits = hits
    self.grounds = grounds
  }

  // MARK: More time

  /// Whether the letter only takes more time for the public interest test. A final answer may tell of an
  /// extension, too; it weighs and concludes, or gives something.
  mutating func extends() -> Bool {
    guard let cue = said(.extends).first else { return false }
    let concludes = !headings(.weighingHeading).isEmpty || gives().score > 1
    guard !concludes else { return false }
    note("decision", "extended", cue)
    return true
  }

  // MARK: The rest

  /// Fills in the letter-level facts of a reading whose exemptions are known.
  mutating func fill(
    _ reading: inout Reading, decided: [ExemptionStage.Decided], extends: Bool
  ) {
    reading.exemptions = decided.map(\.exemption)
    reading.weighs = weighs(decided.map(\.provision), extends: extends)
    reading.standard = StandardStage(page: page, hits: hits, grounds: grounds).standard(
      of: decided, extends: extends)
    let given = gives()
    for reason in given.reasons { shown.append(reason) }
    let decision = extends ? Outcome.extended : outcome(reading.exemptions, given: given)
    reading.decision = decision
    reading.neitherConfirmsNorDenies = decision == .neitherConfirmNorDeny
    reading.refusalBasis = basis(reading.exemptions, decision: decision)
    reading.letterType = type(decision, reading.refusalBasis)
  }

  private func outcome(
    _ exemptions: [CitedExemption], given weight: GivingEvidence.Weight
  ) -> Outcome {
    let given = weight.score
    let roles = Set(exemptions.map(\.role))
    let isSilent = roles.contains(.neitherConfirmNorDeny) || !said(.neitherConfirms).isEmpty
    let withholding = roles.subtracting([.neitherConfirmNorDeny, .notHeld, .engagedButDisclosed])
    if isSilent, withholding.isEmpty, weight.handed < 2 { return .neitherConfirmNorDeny }
    let isNotHeld = roles.contains(.notHeld) || !said(.notHeld).isEmpty
    if withholding.isEmpty {
      if isNotHeld { return given > 1 ? .partial : .notHeld }
      if given < 2, !said(.withholdsAll).isEmpty { return .refused }
      return isSilent ? .partial : .fullDisclosure
    }
    return given > 1 ? .partial : .refused
  }

  private func basis(_ exemptions: [CitedExemption], decision: Outcome) -> RefusalBasis? {
    let roles = Set(exemptions.map(\.role))
    switch decision {
    case .extended: return .extension
    case .fullDisclosure, .notHeld: return nil
    case .neitherConfirmNorDeny: return .exemption
    case .partial:
      return roles.subtracting([.notHeld, .engagedButDisclosed]).isEmpty ? nil : .exemption
    case .refused:
      // A ground that disposes of the whole request comes before one that bears on its contents.
      if roles.contains(.vexatious) { return .vexatious }
      if roles.contains(.cost) { return .cost }
      if roles.contains(.manifestlyUnreasonable) { return .manifestlyUnreasonable }
      if roles.contains(.withhold) || roles.contains(.futurePublication) { return .exemption }
      if roles.contains(.accessible) { return .accessible }
      if !said(.costs).isEmpty { return .cost }
      if !said(.vexatious).isEmpty { return .vexatious }
      return .exemption
    }
  }

  private mutating func type(_ decision: Outcome, _ basis: RefusalBasis?) -> LetterType {
    if decision == .extended { return .pitExtension }
    if let cue = reviews() {
      note("letter_type", "internal_review", cue)
      return .internalReview
    }
    if isAttachment() { return .pitAttachment }
    switch decision {
    case .extended: return .pitExtension
    case .fullDisclosure: return .disclosure
    case .partial: return .partial
    case .neitherConfirmNorDeny: return .neitherConfirmNorDeny
    case .notHeld: return .notHeld
    case .refused:
      switch basis {
      case .cost: return .costRefusal
      case .vexatious: return .vexatiousRefusal
      default: return .refusal
      }
    }
  }

  /// Where the letter says that it is the outcome of a review: a sentence that speaks of one without
  /// offering it, or a heading near the top.
  private func reviews() -> Range<Int>? {
    if let here = said(.reviewedHere).first { return here }
    let spoken = said(.reviews).first { cue in
      guard let sentence = page.sentence(at: cue.lowerBound) else { return true }
      return !hits.has(.rightOffered, in: page.sentences[sentence].range)
    }
    if let spoken { return spoken }
    let top = page.blocks.filter { $0.kind != .furniture }.prefix(5)
    for block in top where block.kind != .listItem && block.range.count < 120 {
      if hits.has(.rightOffered, in: block.range) { continue }
      if let cue = hits.first(.reviewHeading, in: block.range) { return cue }
    }
    return nil
  }

  /// A public interest test on a page of its own: no salutation, no close, no rights; it begins with
  /// the test.
  private func isAttachment() -> Bool {
    let first = page.blocks.first { $0.kind != .furniture && $0.kind != .opening }
    guard let first, hits.has(.weighingHeading, in: first.range) || first.range.count < 120 else {
      return false
    }
    let hasEnds = page.blocks.contains { $0.kind == .closing || $0.kind == .opening }
    return !hasEnds && said(.reviewNamed).isEmpty && said(.regulatorNamed).isEmpty
      && !said(.weighs).isEmpty
  }

  // MARK: Evidence

  /// Whether arguments are weighed: under a heading of the test, or by two phrases that weigh; only
  /// where something is relied on that needs it, since the interests of a data subject are balanced, too.
  private mutating func weighs(_ provisions: [Provision], extends: Bool) -> Bool {
    guard !extends, provisions.contains(where: grounds.needsBalance) else { return false }
    if let heading = headings(.weighingHeading).first {
      note("pit_present", "true", heading)
      return true
    }
    let cues = said(.weighs)
    guard cues.count > 1, let first = cues.first else { return false }
    note("pit_present", "true", first)
    return true
  }

  /// How much speaks for information being given: attachments, words of giving, figures, questions with
  /// answers; against it that all is refused. Two points are enough.
  private func gives() -> GivingEvidence.Weight {
    GivingEvidence(page: page, hits: hits).weigh()
  }

  /// Where a cue stands in the authority's own words.
  private func said(_ cue: Cue) -> [Range<Int>] {
    hits[cue].filter { page.isOwnWords($0) }
  }

  private func headings(_ cue: Cue) -> [Range<Int>] {
    hits[cue].filter { range in
      guard let block = page.block(at: range.lowerBound) else { return false }
      let heading = page.blocks[block]
      return heading.kind == .heading
        && (range.lowerBound == heading.content || range.count * 2 >= heading.range.count)
    }
  }

  private mutating func note(_ name: String, _ value: String, _ range: Range<Int>) {
    shown.append(Shown(name: name, value: value, because: page.text.string(range)))
  }
}
