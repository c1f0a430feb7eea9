import InformationLaw
import PublicInterest

extension Draft {
  /// Whether the information is held (FOIA s.1(1)(a)), why, and how that is known.
  var holding: [Block] {
    let answered = decision.questions.enumerated().compactMap { index, question in
      question.holding.map { (number: index + 1, holding: $0) }
    }
    guard decision.questions.count > 1 else {
      return answered.flatMap { answer -> [Block] in
        [.paragraph(answer.holding.answer.sentence)]
          + Phrase.blocks(answer.holding.explanation) + searches(answer.holding, starting: "We")
      }
    }
    let rows = answered.map { answer -> [String] in
      [
        String(answer.number), answer.holding.answer.rawValue.capitalisedFirst,
        Phrase.sentence(answer.holding.explanation),
      ]
    }
    guard !rows.isEmpty else { return [] }
    let under = terms.confirm.map { " (\(cite($0)))" } ?? ""
    return [.paragraph("For each of your questions, this is what we hold\(under).")]
      + table(["Question", "Answer", "Explanation"], rows)
      + answered.flatMap { searches($0.holding, starting: "For question \($0.number) we") }
  }

  /// Where information was looked for that was not found, or not all of it.
  private func searches(_ holding: Holding, starting start: String) -> [Block] {
    guard holding.answer != .held, !holding.searches.isEmpty else { return [] }
    let lines = holding.searches.map { search in
      let by = [search.by, search.on?.written ?? ""].filter { !$0.isEmpty }
      let who = by.isEmpty ? "" : " (\(by.joined(separator: ", ")))"
      let terms = search.terms.isEmpty ? "" : ": \(search.terms)"
      return Phrase.sentence(
        search.place + who + terms
          + (search.found ? "; information was found" : "; nothing was found"))
    }
    return [.paragraph("\(start) searched:"), .bullets(lines)]
  }

  /// What is released, and what is given instead of what is not.
  var released: [Block] {
    let items = decision.released.map { $0.description.normalisedLine + questions(of: $0) }
    let given = decision.alternatives.filter { $0.outcome == .given }
      .map { Phrase.sentence($0.words) }
    var blocks: [Block] = []
    if !items.isEmpty {
      blocks += [.paragraph("We are giving you this information:"), .bullets(items)]
    }
    if !given.isEmpty {
      blocks += [.paragraph("Instead of what we withhold, we offer this:"), .bullets(given)]
    }
    return blocks
  }

  /// What is withheld, and the exemptions relied on for each item (FOIA s.17(1)(b)).
  var withheld: [Block] {
    let rows = decision.withheld.map { item -> [String] in
      let limbs = relied.filter { $0.isMaintained && $0.reliance.items.contains(item.id) }
      return [
        item.description.normalisedLine, Phrase.list(numbers(of: item)),
        Phrase.list(limbs.map(\.limb.inWords)).capitalisedFirst,
      ]
    }
    guard !rows.isEmpty else { return [] }
    let isMapped = rows.contains { !$0[2].isEmpty }
    return [
      .paragraph(
        "We are withholding this information\(isMapped ? " under the \(terms.exemption)s named beside it:" : ":")"
      )
    ] + table(["Information", "Question", "\(terms.exemption.capitalisedFirst) relied on"], rows)
  }
}

extension Holding.Answer {
  /// The answer to a request of one question.
  var sentence: String {
    switch self {
    case .held: "We hold the information that you asked for."
    case .inPart: "We hold part of the information that you asked for."
    case .notHeld: "We do not hold the information that you asked for."
    }
  }
}
