import InformationLaw
import PublicInterest

extension Draft {
  /// What less than a refusal was thought of, and what became of it.
  var alternatives: [Block] {
    let given = decision.alternatives.filter { $0.outcome == .given }.map(\.form.rawValue)
    let others = decision.alternatives.filter { $0.outcome == .notPossible }
    var blocks: [Block] = []
    if !given.isEmpty {
      blocks.append(
        .paragraph(
          "We considered whether we could give you something less than you asked for. We can, in the "
            + "form of \(Phrase.list(given)), as set out above."))
    }
    if !others.isEmpty {
      blocks.append(
        .paragraph(
          given.isEmpty
            ? "We considered whether we could give you something less than you asked for:"
            : "We also considered these:"))
      blocks += table(
        ["Considered", "Why it is not possible"],
        others.map { [$0.form.rawValue.capitalisedFirst, Phrase.sentence($0.words)] })
    }
    return blocks
  }

  /// Advice and assistance.
  var advice: [Block] { Phrase.blocks(decision.advice) }

  /// The particulars of FOIA s.17(7), EIR reg 14(5) and FOISA s.19: the review, or that there is none,
  /// and the right to apply to the regulator.
  var rights: [Block] {
    var blocks: [Block] = []
    let authority = decision.authority
    let contact = authority.reviewContact.normalisedLines.replacing("\n", with: ", ")
    let reviews = decision.rights.internalReview && !contact.isEmpty
    let askDays = terms.askDays ?? authority.reviewAskDays
    let answerDays = min(terms.answerDays ?? .max, authority.reviewAnswerDays)
    let under = terms.review.map { " (\(cite($0)))" } ?? ""
    if decision.rights.internalReview {
      blocks.append(.subheading("Internal review"))
      let quoting =
        decision.reference.isEmpty ? "" : ", quoting our reference \(decision.reference)"
      blocks.append(
        .paragraph(
          reviews
            ? "If you are not content with this decision, you can ask us to review it\(under). "
              + "Please write to \(contact) within \(askDays) working days of the date of this "
              + "letter\(quoting). We will answer within \(answerDays) working days "
              + "of receiving your request for a review."
            : "We have no internal review procedure."))
    }
    guard decision.rights.regulator else { return blocks }
    let name = regulator.name
    let within = regulator.complainWithin
    let expects = [
      reviews ? "you have asked us for a review first" : "",
      within.isEmpty || regulator.isTimeStatutory
        ? "" : "you complain within \(within) of our final response",
    ].filter { !$0.isEmpty }
    let expectation =
      expects.isEmpty ? "" : "The \(name) expects that \(expects.joined(separator: " and that "))"
    let limit =
      within.isEmpty || !regulator.isTimeStatutory
      ? "" : "You have to apply within \(within) of receiving our final response"
    let ways = [
      regulator.website.isEmpty ? "" : "complain at \(regulator.website)",
      regulator.address.isEmpty ? "" : "write to \(regulator.address)",
    ].filter { !$0.isEmpty }
    let right =
      "If you are not content with \(reviews ? "the outcome of the review" : "this decision"), you "
      + "have the right under \(terms.regulator) to apply to the \(name) for a decision on whether we have "
      + "dealt with your request as \(act) requires"
    return blocks + [
      .subheading(name), .paragraph(Phrase.sentences(right, expectation, limit)),
      .paragraph(
        ways.isEmpty ? "" : Phrase.sentence("You can " + ways.joined(separator: " or "))),
    ]
  }

  /// Who decided, and when.
  var closing: [Block] {
    let decided = decision.decided.map { "This decision was made on \($0.written)." } ?? ""
    let signature = [decision.decidedBy, decision.authority.name]
      .map(\.normalisedLine.capitalisedFirst)
    return [
      .paragraph(decided), .paragraph("Yours sincerely"),
      .paragraph(signature.joined(separator: "\n")),
    ]
  }
}
