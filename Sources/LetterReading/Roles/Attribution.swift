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
    /// The sentence that set it.
    var since = -1

    /// The one ground, or nil where there are none or several.
    var single: Provision? {
      guard let first = provisions.first else { return nil }
      return provisions.allSatisfy { $0.isSameGround(as: first) } ? first : nil
    }
  }

  /// What has been argued since the last balance.
  private struct Argued {
    var harms: [Provision] = []
    var factors: [Provision] = []
    /// Where the last harm ended.
    var harmEnd = -1

    static func add(_ provision: Provision?, to list: inout [Provision]) {
      guard let provision, !list.contains(where: provision.isSameGround) else { return }
      list.append(provision)
    }
  }

  /// The provisions of the parts, in the same order, as ``CitedExemption/cite`` writes them.
  func provisions(of parts: [RoleStage.Part]) -> [String?] {
    var topic = Topic()
    var argued = Argued()
    var sentence = 0
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
      // A part that names one of several does not end what is said of all of them.
      if before.single == nil, own.count == 1, let only = own.first?.provision,
        before.provisions.contains(only)
      {
        topic = before
      }
      let found = provision(of: part, own: own, topic: before, argued: argued)
      switch part.role {
      case .harm:
        Argued.add(found, to: &argued.harms)
        argued.harmEnd = part.sentences.upperBound
      case .factorsFor, .factorsAgainst: Argued.add(found, to: &argued.factors)
      case .balance: argued = Argued()
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
    // Of each ground the first limb; one heading that names several is one block of reasoning, and
    // counts as the first.
    var grounds: [Provision] = []
    for provision in named { Argued.add(provision, to: &grounds) }
    if isHeading {
      let first = Array(grounds.prefix(1))
      topic.provisions = topic.isOpen ? topic.provisions + first : first
    } else {
      topic.provisions = grounds
    }
    topic.isOpen = isHeading
    topic.since = sentence
  }

  private func provision(
    of part: RoleStage.Part, own: [Mention], topic: Topic, argued: Argued
  ) -> Provision? {
    switch part.role {
    case .rightsInternalReview, .rightsRegulator, .requestQuoted, .timeliness, .internalNote,
      .decision:
      return nil
    case .notHeld:
      return own.first?.provision ?? (isNotHeld(topic.single) ? topic.single : nil)
    case .advice:
      // Advice that recites its duty stands for itself; other advice is about what the answer costs.
      let recites = page.mentions(in: bytes(of: part)).contains { $0.use == .recital }
      let ground = own.first?.provision ?? topic.single
      return recites || ground?.section != "12" ? nil : ground
    case .balance:
      if let first = own.first?.provision { return isOne(own) ? first : nil }
      if argued.factors.count > 1 || isShared(argued, topic) { return nil }
      return argued.factors.first ?? topic.single
    case .harm:
      return own.isEmpty || topic.provisions.count > 1 ? topic.single : own.first?.provision
    case .factorsFor, .factorsAgainst:
      if let first = own.first?.provision, isOne(own), topic.provisions.count < 2 { return first }
      if isShared(argued, topic) { return nil }
      return topic.provisions.isEmpty ? own.first?.provision : topic.single
    case .exemptionReason, .pitNotRequired, .costEstimate, .presumption:
      return own.first?.provision ?? topic.single
    case .precedent:
      return own.first?.provision ?? topic.single ?? next(after: part)
    }
  }

  /// Whether harm was argued for several grounds and none has been named since.
  private func isShared(_ argued: Argued, _ topic: Topic) -> Bool {
    argued.harms.count > 1 && topic.since < argued.harmEnd
  }

  private func isOne(_ mentions: [Mention]) -> Bool {
    guard let first = mentions.first?.provision else { return true }
    return mentions.allSatisfy { $0.provision.isSameGround(as: first) }
  }

  private func isNotHeld(_ provision: Provision?) -> Bool {
    guard let provision else { return false }
    return provision.regime == .eir && provision.section == "12"
      && provision.parts.starts(with: ["4", "a"])
      || provision.regime == .foisa && provision.section == "17"
  }

  private func bytes(of part: RoleStage.Part) -> Range<Int> {
    page.sentences[part.sentences.lowerBound].range
      .lowerBound..<page.sentences[part.sentences.upperBound - 1].range.upperBound
  }

  private func next(after part: RoleStage.Part) -> Provision? {
    let end = bytes(of: part).upperBound
    return page.mentions.first { $0.range.lowerBound >= end && $0.use == .reliance }?.provision
  }

  /// The provision in the form in which the letter decides by it.
  private func cite(_ provision: Provision) -> String {
    var provision = provision
    // Regulation 12(3) is the gateway to 13, which is what the letter decides by.
    if provision.regime == .eir, provision.section == "12", provision.parts == ["3"],
      exemptions.contains(where: { $0.cite.hasPrefix("reg13") })
    {
      provision = Provision(regime: .eir, section: "13")
    }
    let own = provision.cite
    let cites = exemptions.map(\.cite)
    if cites.contains(own) { return own }
    // The letter's own form may be shorter or longer; else it is any limb of the section.
    let section = Provision(regime: provision.regime, section: provision.section).cite
    return cites.first { $0.hasPrefix(own + "(") || own.hasPrefix($0 + "(") }
      ?? (provision.regime == .eir
        ? nil : cites.first { $0 == section || $0.hasPrefix(section + "(") })
      ?? own
  }
}

extension Provision {
  /// Whether two provisions are limbs of one ground: the same section, or in the EIR, where regulation
  /// 12 holds many, the same exception.
  fileprivate func isSameGround(as other: Provision) -> Bool {
    guard regime == other.regime, section == other.section else { return false }
    guard regime == .eir else { return true }
    return parts.starts(with: other.parts) || other.parts.starts(with: parts)
  }
}
