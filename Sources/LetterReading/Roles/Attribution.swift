import InformationLaw

/// Finds the provision that each part is about.
///
/// A part is about the provision that it names itself; failing that, about the one that was named
/// last. Where several headings with different provisions stand together, what follows serves all of
/// them, and so does a balance that comes after the factors of several. A part that serves several
/// provisions has none of its own; several limbs in one citation count as the first.
struct Attribution {
  let page: Page
  let exemptions: [CitedExemption]

  /// What the letter is speaking of at some point.
  private struct Topic {
    var provisions: [Provision] = []
    /// Whether it was set by a heading, to which the next one may add.
    var isOpen = false

    /// The one section, or nil where there are none or several.
    var single: Provision? {
      guard let first = provisions.first else { return nil }
      return provisions.allSatisfy { $0.section == first.section } ? first : nil
    }
  }

  /// The provisions of the parts, in the same order, as ``CitedExemption/cite`` writes them.
  func provisions(of parts: [RoleStage.Part]) -> [String?] {
    var topic = Topic()
    var sentence = 0
    var weighed: [Provision] = []
    return parts.map { part in
      while sentence < part.sentences.lowerBound {
        follow(sentence, &topic)
        sentence += 1
      }
      topic.isOpen = false
      let before = topic
      var own: [Mention] = []
      while sentence < part.sentences.upperBound {
        own += reliances(in: sentence)
        follow(sentence, &topic)
        sentence += 1
      }
      topic.isOpen = false
      if before.provisions.count > 1, own.count <= 1, let only = own.first?.provision,
        before.provisions.contains(only)
      {
        topic = before
      }
      let found = provision(of: part, own: own, topic: before, weighed: weighed)
      switch part.role {
      case .factorsFor, .factorsAgainst:
        if let found, !weighed.contains(where: { $0.section == found.section }) {
          weighed.append(found)
        }
      case .balance: weighed = []
      default: break
      }
      return found.map(cite)
    }
  }

  private func reliances(in sentence: Int) -> [Mention] {
    page.mentions(in: page.sentences[sentence].range).filter { $0.use == .reliance }
  }

  private func follow(_ sentence: Int, _ topic: inout Topic) {
    let block = page.blocks[page.sentences[sentence].block]
    let named = reliances(in: sentence).map(\.provision)
    let isHeading = block.kind == .heading
    if named.isEmpty {
      if !isHeading { topic.isOpen = false }
      return
    }
    if isHeading {
      // One heading that names several is one block of reasoning; it counts as the first.
      let first = Array(named.prefix(1))
      topic.provisions = topic.isOpen ? topic.provisions + first : first
      topic.isOpen = true
    } else {
      topic = Topic(provisions: Array(named.suffix(1)))
      if let first = named.first, named.allSatisfy({ $0.section == first.section }) {
        topic.provisions = [first]
      }
    }
  }

  private func provision(
    of part: RoleStage.Part, own: [Mention], topic: Topic, weighed: [Provision]
  ) -> Provision? {
    switch part.role {
    case .rightsInternalReview, .rightsRegulator, .requestQuoted, .timeliness, .internalNote,
      .decision:
      return nil
    case .notHeld:
      return own.first?.provision ?? (isNotHeld(topic.single) ? topic.single : nil)
    case .advice:
      // Advice that recites its duty stands for itself.
      let recites = page.mentions(in: bytes(of: part)).contains { $0.use == .recital }
      return recites ? nil : own.first?.provision ?? topic.single
    case .balance:
      if let first = own.first?.provision { return isOne(own) ? first : nil }
      return weighed.count > 1 ? nil : weighed.first ?? topic.single
    case .harm, .factorsFor, .factorsAgainst:
      if let first = own.first?.provision, isOne(own), topic.provisions.count < 2 { return first }
      return topic.provisions.isEmpty ? own.first?.provision : topic.single
    case .exemptionReason, .pitNotRequired, .costEstimate, .presumption:
      return own.first?.provision ?? topic.single
    case .precedent:
      return own.first?.provision ?? topic.single ?? next(after: part)
    }
  }

  private func isOne(_ mentions: [Mention]) -> Bool {
    mentions.allSatisfy { $0.provision.section == mentions.first?.provision.section }
  }

  private func isNotHeld(_ provision: Provision?) -> Bool {
    guard let provision else { return false }
    return provision.regime == .eir && provision.section == "12"
      && provision.parts.starts(with: ["4", "a"])
      || provision.regime == .foisa && provision.section == "17"
  }

  private func bytes(of part: RoleStage.Part) -> Range<Int> {
    page.sentences[part.sentences.lowerBound].range.lowerBound
      ..< page.sentences[part.sentences.upperBound - 1].range.upperBound
  }

  private func next(after part: RoleStage.Part) -> Provision? {
    let end = bytes(of: part).upperBound
    return page.mentions.first { $0.range.lowerBound >= end && $0.use == .reliance }?.provision
  }

  /// The provision in the form in which the letter decides by it.
  private func cite(_ provision: Provision) -> String {
    let own = provision.cite
    let section = Provision(regime: provision.regime, section: provision.section).cite
    var cites = exemptions.map(\.cite)
    if cites.contains(own) { return own }
    cites = cites.filter { $0 == section || $0.hasPrefix(section + "(") }
    // Shorter or longer than the letter's own form; else any of the section.
    return cites.first { $0.hasPrefix(own + "(") || own.hasPrefix($0 + "(") } ?? cites.first ?? own
  }
}
