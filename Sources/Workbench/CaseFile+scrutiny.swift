import Casework
import Letters
import PublicInterest
import Scrutiny

extension CaseFile {
  /// The case as it would be with one more event, for findings before anything is saved.
  func imagining(_ event: CaseEvent) -> CaseFile {
    var imagined = subject
    imagined.apply(
      EventRecord(sequence: subject.version + 1, at: "", actor: .system, event: event),
      workflow: visit.house.workflow)
    // The form has to carry the version that is saved, not the imagined one.
    return CaseFile(
      subject: imagined, visit: visit, savedVersion: subject.version, issued: issued)
  }

  /// What scrutiny finds in the decision and in the letter as it stands.
  var report: ScrutinyReport {
    let make = {
      let report = visit.house.scrutiny.report(
        on: decisionToday, letter: LetterText(letter(to: nil)), today: visit.today,
        judgements: subject.judgements(book: book))
      return issued?.adding(to: report, of: subject.decision) { $0 == reference } ?? report
    }
    // An imagined event is checked afresh: it has the number of an event that may yet be another.
    guard version == subject.version else { return make() }
    return visit.house.desk.report(on: subject, today: visit.today, make: make)
  }

  /// The decision with the day and the decision maker that it would have if it were approved today, so
  /// that a draft is not blamed for what only approval can fill in.
  var decisionToday: Decision {
    var decision = subject.decision
    if decision.decided == nil {
      decision.decided = visit.today
      decision.decidedBy = "the decision maker"
    }
    return decision
  }

  /// The letter, derived from the decision, with the officer's edits.
  func letter(to addressee: Addressee?) -> Letter {
    Letter(decision: decisionToday, book: book, addressee: addressee)
      .applying(edits: subject.letterEdits)
  }
}
