import InformationLaw

/// The standard of likelihood as the letter states it (``StatedStandard``).
struct StandardStage {
  let page: Page
  let hits: CueHits

  let grounds: Grounds

  /// The standard; none where nothing is relied on that turns on a harm, since "would prejudice the rights
  /// of the data subject" states none.
  func standard(of decided: [ExemptionStage.Decided], extends: Bool) -> StatedStandard {
    guard !extends, decided.contains(where: { grounds.turnsOnHarm($0.provision) }) else {
      return .none
    }
    let regime = page.regime
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
