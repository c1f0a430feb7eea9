import InformationLaw
import PublicInterest

extension Draft {
  /// The chain of harm as prose: the interest, what disclosure would show, who has a use for that and
  /// how, what follows, how likely and how severe, and what shows it.
  func harm(_ relied: Relied) -> [Block] {
    let harm = relied.reliance.harm
    let subject = relied.isNCND ? "confirming or denying" : "disclosure"
    let link = Phrase.sentences(
      Phrase.going(
        on: "The interest that is protected here is", or: "The interest that is protected here",
        with: harm.interest, if: [.thing]),
      Phrase.going(
        on: "\(subject) would show", or: "What \(subject) would show", with: harm.shows,
        if: [.thing, .question]))
    let use = Phrase.sentences(
      Phrase.going(
        on: "That is of use to", or: "Those who have a use for that", with: harm.who,
        if: [.thing, .people]),
      harm.how)
    // The words for what follows stay on the level of likelihood that was chosen, and choose none.
    let consequence =
      switch harm.likelihood {
      case .would: "What would follow is this"
      case .wouldBeLikely: "What would be likely to follow is this"
      case .required, nil: "The consequence is this"
      }
    let follows = Phrase.going(on: "", or: consequence, with: harm.follows, if: [])
    let extent = Phrase.sentences(
      harm.severity.map {
        harm.likelihood == .would
          ? "The harm would be \($0.rawValue)"
          : "If it came about, the harm would be \($0.rawValue)"
      } ?? "",
      Phrase.going(
        on: "It would extend to", or: "How far it would reach", with: harm.extent,
        if: [.thing, .people]),
      Phrase.going(
        on: "The risk lasts", or: "How long the risk lasts", with: harm.lasts, if: [.time]))
    let blocks: [Block] = [
      .paragraph(link), .paragraph(Phrase.sentences(use, follows)),
      .paragraph(likelihood(relied, subject: subject)), .paragraph(extent),
    ]
    return blocks.normalised + evidence(harm)
  }

  /// The level of likelihood in the terms of the provision, and why that level.
  private func likelihood(_ relied: Relied, subject: String) -> String {
    let (harm, limb) = (relied.reliance.harm, relied.limb)
    let opinion =
      limb.threshold.hasPrefix("t-qp") ? "in the qualified person's reasonable opinion, " : ""
    let level: String
    switch (harm.likelihood, limb.effect) {
    case (.would, let effect?):
      level =
        "\(opinion)\(subject) would \(effect). That is the level of likelihood on which we rely: it "
        + "is more probable than not"
    case (.wouldBeLikely, let effect?):
      level =
        "\(opinion)\(subject) would be likely to \(effect). That is the level of likelihood on which "
        + "we rely: the risk is real and significant, even if it is less than even"
    case (.required, _):
      level =
        limb.requirement.map { "\($0). Required means reasonably necessary" } ?? ""
    default: level = ""
    }
    return Phrase.sentences(level, harm.likelihoodReason)
  }

  private func evidence(_ harm: Harm) -> [Block] {
    guard !harm.evidence.isEmpty else { return [] }
    let points = harm.evidence.map { evidence in
      let source = [evidence.source.normalisedLine, evidence.date?.written ?? ""]
        .filter { !$0.isEmpty }
      return evidence.says.normalisedLine
        + (source.isEmpty ? "" : " (\(source.joined(separator: ", ")))")
    }
    return [.paragraph("This is what shows it:"), .bullets(points.map(Phrase.sentence))]
  }
}
