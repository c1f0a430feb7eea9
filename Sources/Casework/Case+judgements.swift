public import InformationLaw
internal import PublicInterest
public import Scrutiny

/// A judgement with the decision and the edited wording on which it was given.
///
/// The state itself is kept, not a digest of it: the copies share their storage, and two states are
/// compared by what the question is about, in the words of the program that compares them.
struct Judged: Equatable, Sendable {
  var judgement: Judgement
  var record: EventRecord
  var decision: Decision
  var letterEdits: [String: String]
}

extension Case {
  /// What people said to the questions of the rules, in the order of the rules' ids, and whether each
  /// still stands on the words on which it was given.
  public func judgements(book: StatuteBook) -> [GivenJudgement] {
    judgements.sorted { $0.key < $1.key }.compactMap { _, judged in
      guard let rule = book.rule(id: judged.judgement.rule) else { return nil }
      let limb = judged.judgement.limb
      let then = Matter(
        of: rule, limb: limb, in: judged.decision, edits: judged.letterEdits, book: book)
      let role = judged.record.actor.role.map { " (\($0.rawValue))" } ?? ""
      return GivenJudgement(
        judgement: judged.judgement, by: judged.record.actor.name + role,
        on: Day(judged.record.at.prefix(10)),
        isCurrent: then.says(theSameAs: matter(of: rule, limb: limb, book: book)))
    }
  }

  /// What the question of a rule is about, as it stands now.
  public func matter(of rule: AuditRule, limb: String?, book: StatuteBook) -> Matter {
    Matter(of: rule, limb: limb, in: decision, edits: letterEdits, book: book)
  }
}
