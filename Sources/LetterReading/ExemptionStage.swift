import InformationLaw

/// From mentions to the provisions that the letter decides by, each once.
///
/// 1. Mentions relied on are grouped by section; a citation that another of the group goes beyond adds
///    nothing (`s31` beside `s31(1)(a)`).
/// 2. What stops short is taken to the subsection that the reasoning around it uses (``SectionBook``).
/// 3. What each is for follows from its section and from what the letter as a whole does.
struct ExemptionStage {
  let page: Page
  let hits: CueHits
  let sections: SectionBook
  /// Whether the letter only takes more time.
  let extends: Bool

  /// An exemption with its provision taken apart.
  struct Decided {
    var provision: Provision
    var exemption: CitedExemption
  }

  private struct Group {
    var section: Provision
    var mentions: [Mention]
  }

  /// The exemptions, in the order in which they are first named.
  func exemptions() -> [Decided] {
    var found: [Decided] = []
    for group in groups() {
      for mention in deepest(group.mentions) {
        for provision in provisions(mention, of: group) {
          guard !found.contains(where: { $0.provision == provision }) else { continue }
          found.append(
            Decided(provision: provision, exemption: made(provision, mention, of: group)))
        }
      }
    }
    // A refinement may have reached what another mention says in full, or stay short of it.
    return found.filter { one in
      !found.contains { other in
        other.provision.regime == one.provision.regime
          && other.provision.section == one.provision.section
          && other.provision.parts.count > one.provision.parts.count
          && other.provision.parts.starts(with: one.provision.parts)
      }
    }
  }

  private func groups() -> [Group] {
    var groups: [Group] = []
    for mention in page.mentions where mention.use == .reliance {
      let section = Provision(
        regime: mention.provision.regime, section: mention.provision.section)
      if let index = groups.firstIndex(where: { $0.section == section }) {
        // A text that repeats a citation without end adds nothing after the first few.
        let isNew = !groups[index].mentions.contains { $0.provision == mention.provision }
        if isNew || groups[index].mentions.count < 60 { groups[index].mentions.append(mention) }
      } else {
        groups.append(Group(section: section, mentions: [mention]))
      }
    }
    return groups
  }

  /// The first mention of each provision that no other goes beyond.
  private func deepest(_ mentions: [Mention]) -> [Mention] {
    var kept: [Mention] = []
    for mention in mentions {
      let own = mention.provision.parts
      let isSurpassed = mentions.contains {
        $0.provision.parts.count > own.count && $0.provision.parts.starts(with: own)
          && isNeitherConfirmNorDeny($0) == isNeitherConfirmNorDeny(mention)
      }
      let isKnown = kept.contains { $0.provision == mention.provision }
      if !isSurpassed, !isKnown { kept.append(mention) }
    }
    return kept
  }

  private func isNeitherConfirmNorDeny(_ mention: Mention) -> Bool {
    !mention.provision.parts.isEmpty && sections.isNeitherConfirmNorDeny(mention.provision)
  }

  private func provisions(_ mention: Mention, of group: Group) -> [Provision] {
    if extends { return [mention.provision] }
    let passages = passages(of: group)
    let confirmsNothing =
      passages.contains { hits.has(.neitherConfirms, in: $0) }
      && !passages.contains { hits.has(.withholds, in: $0) }
    return sections.refined(
      mention.provision, in: passages, phrases: page.phrases,
      confirmsNothing: confirmsNothing)
  }

  /// Where a section is reasoned about: from each block that names it to the next that names another,
  /// at most twelve blocks on.
  private func passages(of group: Group) -> [Range<Int>] {
    var passages: [Range<Int>] = []
    for mention in group.mentions {
      guard let first = page.block(at: mention.range.lowerBound) else { continue }
      if let last = passages.last, last.contains(mention.range.lowerBound) { continue }
      var end = first + 1
      while end < page.blocks.count, end < first + 12, !names(another: group, in: end) { end += 1 }
      passages.append(page.blocks[first].range.lowerBound..<page.blocks[end - 1].range.upperBound)
    }
    return passages
  }

  private func names(another group: Group, in block: Int) -> Bool {
    page.mentions(in: page.blocks[block].range).contains {
      $0.use == .reliance && $0.provision.section != group.section.section
    }
  }

  private func made(_ provision: Provision, _ mention: Mention, of group: Group) -> CitedExemption {
    let place = page.source(mention.range)
    return CitedExemption(
      cite: provision.cite, asWritten: page.text.string(mention.range),
      role: role(provision, of: group), start: place.lowerBound, end: place.upperBound)
  }

  private func role(_ provision: Provision, of group: Group) -> CitedExemption.Role {
    if extends { return .underConsideration }
    if sections.isNeitherConfirmNorDeny(provision) { return .neitherConfirmNorDeny }
    if let role = sections.role(of: provision) { return role }
    let released = passages(of: group).contains { hits.has(.disclosureWins, in: $0) }
    return released ? .engagedButDisclosed : .withhold
  }
}
