import InformationLaw
import PublicInterest

/// Derives the parts of a letter from a decision.
///
/// Each part is a function of its own in one of the files beside this one; a part about which the
/// decision says nothing is empty and is left out.
struct Draft {
  let decision: Decision
  let regulator: Regulator
  /// The exemptions, with the limbs that they name. A limb that the book does not know cannot be
  /// written about; the reader of decisions refuses it before it comes here.
  let relied: [Relied]
  /// The purposes of FOIA s.31(2) by letter.
  let purposes: [String: String]
  /// What the regime calls things, and which provision stands behind each.
  let terms: RegimeTerms

  /// A reliance with its limb.
  struct Relied {
    var reliance: Reliance
    var limb: Limb
    /// Whether the exemption holds, or is not known yet to give way to the public interest.
    var isMaintained: Bool { reliance.balance?.outcome != .disclose }
    var isNCND: Bool { limb.kind == .neitherConfirmNorDeny }
  }

  init(decision: Decision, book: StatuteBook, regulator: Regulator) {
    self.decision = decision
    self.regulator = regulator
    purposes = book.vocabulary.purposes
    terms = book.terms[decision.regime]
    relied = decision.reliances.compactMap { reliance in
      book.limb(id: reliance.limb).map { Relied(reliance: reliance, limb: $0) }
    }
  }

  var sections: [Section] {
    var sections = [
      Section(id: .opening, derived: opening),
      Section(id: .request, heading: "Your request", derived: request),
      Section(id: .holding, heading: "What we hold", derived: holding),
      Section(id: .released, heading: "What we are giving you", derived: released),
      Section(id: .withheld, heading: "What we are withholding", derived: withheld),
    ]
    sections += relied.map { relied in
      Section(
        id: .reliance(relied.reliance.id), heading: relied.limb.heading,
        derived: reasons(for: relied))
    }
    sections += [
      Section(id: .cumulative, heading: "The interests weighed together", derived: cumulative),
      Section(
        id: .alternatives, heading: "What we considered instead of refusing", derived: alternatives),
      Section(id: .advice, heading: "Advice and assistance", derived: advice),
      Section(id: .rights, heading: "How to challenge this decision", derived: rights),
      Section(id: .closing, derived: closing),
    ]
    return sections.filter { !$0.derived.isEmpty }
  }

  /// Whether the letter refuses anything, so that it has to be a notice (FOIA s.17, EIR reg 14, FOISA
  /// s.16).
  var isNotice: Bool {
    !decision.withheld.isEmpty
      || relied.contains { $0.isMaintained && ($0.limb.kind != .procedural || $0.limb.isRefusal) }
  }

  /// How the instrument is called after its name was given once.
  var act: String { terms.instrument }

  /// `section 31(1)(a) of the Act`.
  func cite(_ provision: String) -> String { terms.cite(provision) }

  /// ` (questions 1 and 3)` after a description, where the request has several questions.
  func questions(of item: Item) -> String {
    let numbers = numbers(of: item)
    guard !numbers.isEmpty else { return "" }
    let word = numbers.count == 1 ? "question" : "questions"
    return " (\(word) \(Phrase.list(numbers)))"
  }

  /// The numbers of the questions that an item answers; none where there is only one question.
  func numbers(of item: Item) -> [String] {
    guard decision.questions.count > 1 else { return [] }
    return decision.questions.indices.filter { item.questions.contains(decision.questions[$0].id) }
      .map { String($0 + 1) }
  }

  /// A table without the columns about which no row says anything; a list where one is left.
  func table(_ header: [String], _ rows: [[String]]) -> [Block] {
    let rows = rows.filter { $0.contains { !$0.isEmpty } }
    let columns = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    switch columns.count {
    case 0: return []
    case 1: return [.bullets(rows.map { $0[columns[0]] })]
    default:
      return [
        .table(
          header: columns.map { header[$0] }, rows: rows.map { row in columns.map { row[$0] } })
      ]
    }
  }
}
