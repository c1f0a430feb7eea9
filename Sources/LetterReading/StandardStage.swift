import InformationLaw

/// The standard of likelihood as the letter states it (``StatedStandard``).
struct StandardStage {
  let page: Page
  let hits: CueHits

  func standard(regime: CitedRegime?, exemptions: [CitedExemption]) -> StatedStandard {
    // Where nothing is withheld on account of harm, "would exceed" and the like say nothing.
    let argues: Set<CitedExemption.Role> = [
      .withhold, .neitherConfirmNorDeny, .engagedButDisclosed, .underConsideration,
      .manifestlyUnreasonable,
    ]
    guard exemptions.contains(where: { argues.contains($0.role) }) else { return .none }
    let would = !said(.standardWould).isEmpty
    let likely = !said(.standardLikely).isEmpty
    if regime == .foisa, would || likely {
      let isSubstantial = said(likely ? .standardLikely : .standardWould).contains {
        guard let sentence = page.sentence(at: $0.lowerBound) else { return false }
        return hits.has(.substantially, in: page.sentences[sentence].range)
      }
      if would, likely { return .both }
      if isSubstantial { return likely ? .wouldBeLikelySubstantially : .wouldSubstantially }
    }
    if would, likely { return .both }
    if likely { return .wouldBeLikely }
    if regime == .eir, !said(.standardAdverse).isEmpty { return .wouldAdverselyAffect }
    if would { return .would }
    if !said(.standardCould).isEmpty { return .could }
    if !said(.standardMight).isEmpty { return .might }
    return .none
  }

  private func said(_ cue: Cue) -> [Range<Int>] { hits[cue].filter { page.isOwnWords($0) } }
}
