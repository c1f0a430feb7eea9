import InformationLaw
import PublicInterest

extension Draft {
  /// Everything about one exemption: that it is relied on and for what, why it applies, the harm, and
  /// the public interest where that has to be weighed.
  func reasons(for relied: Relied) -> [Block] {
    let harm = harm(relied)
    return fact(relied) + alternative(relied) + why(relied)
      + (harm.isEmpty ? [] : [.subheading("Harm")] + harm) + publicInterest(relied)
  }

  /// The fact that the exemption is relied on, and the information (FOIA s.17(1)(a) and (b)).
  private func fact(_ relied: Relied) -> [Block] {
    let provision = "\(relied.limb.inWords) of \(act)"
    let start: String
    switch relied.limb.kind {
    case .procedural where relied.limb.isRefusal:
      return [.paragraph("We rely on \(provision), so we do not have to comply with your request.")]
    case .procedural:
      return [.paragraph("\(provision.capitalisedFirst) applies to your request.")]
    case .neitherConfirmNorDeny:
      start =
        relied.isMaintained
        ? confirming(provision) + " We rely on it"
        : "We considered whether \(provision) allows us neither to confirm nor to deny"
    case .exemption:
      start =
        relied.isMaintained
        ? "We rely on the \(terms.exemption) in \(provision)"
        : "We considered the \(terms.exemption) in \(provision)"
    }
    let items = decision.items(of: relied.reliance).map(\.description.normalisedLine)
    return items.isEmpty
      ? [.paragraph(start + ".")]
      : [.paragraph("\(start) for this information:"), .bullets(items)]
  }

  /// What a provision does that lets the authority keep silent: under FOIA it takes a duty away,
  /// elsewhere it gives a power.
  private func confirming(_ provision: String) -> String {
    guard let confirm = terms.confirm else {
      return "\(provision.capitalisedFirst) allows us neither to confirm nor to deny that we hold "
        + "information."
    }
    return "\(provision.capitalisedFirst) excludes the duty to confirm or deny, which "
      + "\(cite(confirm)) would otherwise place on us."
  }

  /// That the limb stands in the alternative to one that excludes it.
  private func alternative(_ relied: Relied) -> [Block] {
    switch relied.reliance.section23 {
    case .notWithin:
      return [
        .paragraph(
          "The information was not supplied by any of the bodies listed in \(cite("23(3)")) and does "
            + "not relate to them, so section 23(1) does not apply to it.")
      ]
    case .inTheAlternative:
      return [
        .paragraph(
          "We cite sections 23(1) and 24(1) in the alternative, because to say which of the two "
            + "applies would itself show whether a security body is involved. Only one of them is "
            + "relied on for the same information.")
      ]
    case nil: break
    }
    guard relied.reliance.isCitedInTheAlternative else { return [] }
    let others = self.relied.filter { relied.limb.excludes.contains($0.limb.id) }
      .map(\.limb.inWords)
    guard !others.isEmpty else {
      return [.paragraph("We rely on it in the alternative.")]
    }
    return [
      .paragraph(
        "We rely on it in the alternative to \(Phrase.list(others)): they do not both apply to the "
          + "same information.")
    ]
  }

  /// Why the exemption applies (FOIA s.17(1)(c)), with the function and the purpose where the limb
  /// protects functions, and the statement that an absolute exemption is not weighed.
  private func why(_ relied: Relied) -> [Block] {
    let (reliance, limb) = (relied.reliance, relied.limb)
    var blocks = Phrase.blocks(reliance.reason)
    var function = [
      Phrase.going(
        on: "The function concerned is", or: "The function concerned", with: reliance.function,
        if: [.thing])
    ]
    if !reliance.purposes.isEmpty {
      let purposes = reliance.purposes.map { letter in
        "(\(letter))" + (self.purposes[letter].map { " \($0)" } ?? "")
      }
      let word = purposes.count == 1 ? "purpose" : "purposes"
      function.append("It serves the \(word) in \(cite("31(2)")) at \(Phrase.list(purposes)).")
    }
    blocks.append(.paragraph(function.filter { !$0.isEmpty }.joined(separator: " ")))
    if !blocks.normalised.isEmpty {
      blocks.insert(
        .subheading("Why \(limb.kind == .exemption ? "the \(terms.exemption)" : "this") applies"),
        at: 0)
    }
    if limb.status == .absolute {
      let what =
        relied.isNCND
        ? "This provision confers absolute exemption" : "This \(terms.exemption) is absolute"
      let under = terms.absolute.map { " (\(cite($0)))" } ?? ""
      blocks.append(
        .paragraph("\(what)\(under), so no public interest balance is required."))
    }
    return blocks
  }
}
