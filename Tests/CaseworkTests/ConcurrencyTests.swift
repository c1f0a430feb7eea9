import Casework
import PublicInterest
import Testing

@Suite("Two people at the same case")
struct ConcurrencyTests {
  private func refusal(_ event: CaseEvent, after since: CaseEvent...) -> Refusal? {
    let records = since.enumerated().map { index, event in
      EventRecord(
        sequence: 10 + index, at: "2026-06-01T10:00:00.000Z", actor: .decisionMaker, event: event)
    }
    do throws(Refusal) {
      try Concurrency.check(event, since: records)
      return nil
    } catch {
      return error
    }
  }

  @Test("two notes at the same time both stand")
  func notes() {
    #expect(refusal(.noteAdded(note: "Mine"), after: .noteAdded(note: "Theirs")) == nil)
  }

  @Test(
    "the same part is a conflict that names who saved it",
    arguments: Sample.eventOfEachAct.filter { $0.act != "noteAdded" })
  func samePart(_ event: CaseEvent) {
    #expect(
      refusal(event, after: .adviceSet(advice: "Other"), event)
        == (event.act == "adviceSet" ? refusal(event, after: event) : conflict))
    #expect(refusal(event, after: event) == conflict)
  }

  private let conflict = Refusal(
    .conflict,
    "The decision maker saved this while you were working on it. Nothing of yours is lost: compare "
      + "the two and save again.")

  @Test("nothing since is no conflict", arguments: Sample.eventOfEachAct)
  func nothingSince(_ event: CaseEvent) { #expect(refusal(event) == nil) }

  @Test("different parts do not disturb each other")
  func differentParts() {
    #expect(refusal(.adviceSet(advice: "A"), after: Sample.issue) == nil)
    let pairs: [(CaseEvent, CaseEvent)] = [
      (
        .holdingSet(question: "q1", holding: Sample.held),
        .holdingSet(question: "q2", holding: Sample.held)
      ),
      (.itemSet(item: Sample.suppliers), .itemSet(item: Sample.versions)),
      (.relianceSet(reliance: Sample.crime), .relianceSet(reliance: Sample.security)),
      (
        .harmSet(reliance: "r1", harm: Sample.likelyHarm),
        .harmSet(reliance: "r2", harm: Sample.likelyHarm)
      ),
      (
        .harmSet(reliance: "r1", harm: Sample.likelyHarm),
        .factorSet(reliance: "r1", factor: Sample.forDisclosure)
      ),
      (
        .harmSet(reliance: "r1", harm: Sample.likelyHarm),
        .balanceSet(reliance: "r1", balance: Sample.maintain, answers: [:])
      ),
      (
        .factorSet(reliance: "r1", factor: Sample.forDisclosure),
        .factorSet(reliance: "r1", factor: Sample.forMaintaining)
      ),
      (
        .factorSet(reliance: "r1", factor: Sample.forDisclosure),
        .factorSet(reliance: "r2", factor: Sample.forDisclosure)
      ),
      (
        .letterEdited(section: "opening", text: "A"), .letterEdited(section: "closing", text: "B")
      ),
      (.alternativeSet(alternative: Sample.totals), .alternativeRemoved(form: .ranges)),
      (.relianceSet(reliance: Sample.crime), .harmSet(reliance: "r2", harm: Sample.requiredHarm)),
      (.relianceRemoved(reliance: "r1"), .harmSet(reliance: "r10", harm: Sample.likelyHarm)),
      (.noteAdded(note: "A"), .adviceSet(advice: "B")),
    ]
    for (one, other) in pairs {
      #expect(refusal(one, after: other) == nil, "\(one.act) after \(other.act)")
      #expect(refusal(other, after: one) == nil, "\(other.act) after \(one.act)")
    }
  }

  @Test("setting and removing the same thing are the same part")
  func removing() {
    let pairs: [(CaseEvent, CaseEvent)] = [
      (.itemSet(item: Sample.suppliers), .itemRemoved(item: "suppliers")),
      (.relianceSet(reliance: Sample.crime), .relianceRemoved(reliance: "r1")),
      (
        .factorSet(reliance: "r1", factor: Sample.forDisclosure),
        .factorRemoved(reliance: "r1", factor: "d1")
      ),
      (
        .balanceSet(reliance: "r1", balance: Sample.maintain, answers: [:]),
        .balanceRemoved(reliance: "r1")
      ),
      (.cumulativeSet(balance: Sample.cumulative), .cumulativeRemoved),
      (.alternativeSet(alternative: Sample.totals), .alternativeRemoved(form: .totals)),
      (.letterEdited(section: "opening", text: "A"), .letterRestored(section: "opening")),
      (.submitted, .returned(reason: "More")),
      (Sample.approval, .returned(reason: "More")),
    ]
    for (one, other) in pairs {
      #expect(refusal(one, after: other)?.code == .conflict, "\(one.act) after \(other.act)")
      #expect(refusal(other, after: one)?.code == .conflict, "\(other.act) after \(one.act)")
    }
  }

  @Test("what was written about a limb or a question does not outlive a change of it unseen")
  func ground() {
    let questions = CaseEvent.questionsSet(questions: Sample.registration.questions)
    let holding = CaseEvent.holdingSet(question: "q1", holding: Sample.held)
    #expect(refusal(holding, after: questions)?.code == .conflict)
    #expect(refusal(questions, after: holding)?.code == .conflict)
    let head = CaseEvent.relianceSet(reliance: Sample.crime)
    let removal = CaseEvent.relianceRemoved(reliance: "r1")
    let content: [CaseEvent] = [
      .harmSet(reliance: "r1", harm: Sample.likelyHarm),
      .factorSet(reliance: "r1", factor: Sample.forDisclosure),
      .factorRemoved(reliance: "r1", factor: "d1"),
      .balanceSet(reliance: "r1", balance: Sample.maintain, answers: [:]),
      .balanceRemoved(reliance: "r1"),
    ]
    for event in content {
      #expect(refusal(event, after: head)?.code == .conflict, "\(event.act) on a changed limb")
      #expect(refusal(event, after: removal)?.code == .conflict, "\(event.act) on no limb")
      #expect(refusal(removal, after: event)?.code == .conflict, "removal after \(event.act)")
      #expect(refusal(head, after: event) == nil, "the reliance keeps what is under it")
    }
  }
}
