import Casework
import InformationLaw
import PublicInterest
import Scrutiny
import Testing

@Suite("Questions that people answer on a case")
struct JudgementTests {
  private func answered(_ judgement: Judgement = Sample.chain) throws -> Desk {
    var desk = try Desk.drafted()
    try desk.accept(.judgementGiven(judgement: judgement))
    return desk
  }

  private func given(_ desk: Desk) throws -> GivenJudgement? {
    try #require(desk.subject).judgements(book: desk.book).first
  }

  @Test("an answer is kept with who gave it, in which role, and on which day")
  func kept() throws {
    let given = try #require(try given(answered()))
    #expect(given.judgement == Sample.chain)
    #expect(given.by == "The officer (officer)")
    #expect(given.on?.description == "2026-06-01")
    #expect(given.isCurrent)
  }

  @Test("a later answer to the same question takes the place of the earlier one")
  func replaced() throws {
    var desk = try answered()
    let met = Judgement(rule: "RN-052", limb: "foia-31-1-a", answer: .met)
    try desk.accept(.judgementGiven(judgement: met), by: .decisionMaker)
    let all = try #require(desk.subject).judgements(book: desk.book)
    #expect(all.map(\.judgement) == [met] && all.first?.by == "The decision maker (decision maker)")
  }

  @Test(
    "an answer falls when what it is about is changed",
    arguments: [
      CaseEvent.harmSet(reliance: "r1", harm: Harm(interest: "Another interest")),
      .relianceRemoved(reliance: "r1"),
      .itemSet(
        item: Item(
          id: "suppliers", questions: ["q1"], kind: .supplier, description: "Other words",
          outcome: .withhold)),
      .relianceSet(
        reliance: Reliance(id: "r1", limb: "foia-31-1-a", items: ["versions"], reason: "Other")),
      .letterEdited(section: "reliance/r1", text: "Other words of the letter."),
    ])
  func falls(_ change: CaseEvent) throws {
    var desk = try answered()
    desk.record(change)
    #expect(try given(desk)?.isCurrent == false, "\(change.act)")
  }

  @Test(
    "an answer stands when something else is changed",
    arguments: [
      CaseEvent.harmSet(reliance: "r1", harm: Sample.likelyHarm),
      .harmSet(reliance: "r2", harm: Harm(interest: "Another interest")),
      .balanceRemoved(reliance: "r1"), .cumulativeRemoved, .adviceSet(advice: "Other"),
      .relianceRemoved(reliance: "r2"), .letterEdited(section: "advice", text: "Other"),
      .noteAdded(note: "A note"), .clockEventAdded(fact: ClockFact(.feesNotice(Sample.today))),
    ])
  func stands(_ change: CaseEvent) throws {
    var desk = try answered()
    desk.record(change)
    #expect(try given(desk)?.isCurrent == true, "\(change.act)")
  }

  @Test("a change that is taken back brings the answer back")
  func takenBack() throws {
    var desk = try answered()
    desk.record(.harmSet(reliance: "r1", harm: Harm()))
    #expect(try given(desk)?.isCurrent == false)
    desk.record(.harmSet(reliance: "r1", harm: Sample.likelyHarm))
    #expect(try given(desk)?.isCurrent == true)
  }

  @Test("answering makes nobody a drafter, so that whoever approves may answer too")
  func drafts() throws {
    var desk = try Desk.drafted(upTo: "submitted")
    try desk.accept(.judgementGiven(judgement: Sample.chain), by: .decisionMaker)
    #expect(desk.refusal(of: Sample.approval, by: .decisionMaker) == nil)
  }

  @Test("everything but a plain yes is explained", arguments: Judgement.Answer.allCases)
  func reason(_ answer: Judgement.Answer) throws {
    let bare = Judgement(rule: "RN-052", limb: "foia-31-1-a", answer: answer, reason: " ")
    let refusal = try Desk.drafted().refusal(of: .judgementGiven(judgement: bare))
    #expect((refusal == nil) == (answer == .met))
    #expect(refusal.map { $0.field == "reason" && $0.code == .invalid } ?? true)
  }

  @Test("a reason is bounded")
  func bounded() throws {
    let desk = try Desk.drafted()
    var judgement = Sample.chain
    judgement.reason = String(repeating: "é", count: Judgement.longestReason)
    #expect(desk.refusal(of: .judgementGiven(judgement: judgement)) == nil)
    judgement.reason += "x"
    let refusal = desk.refusal(of: .judgementGiven(judgement: judgement))
    #expect(refusal?.message.hasPrefix("The reason has 2001 characters; at most 2000") == true)
  }

  @Test(
    "only what the statute book asks of this case can be answered",
    arguments: [
      ("RN-999", nil), ("RN-001", nil), ("RN-082", nil), ("RN-052", nil), ("RN-042", "foia-31-1-a"),
      ("RN-052", "foia-43-2"),
    ] as [(String, String?)])
  func unasked(rule: String, limb: String?) throws {
    let judgement = Judgement(rule: rule, limb: limb, answer: .met)
    let refusal = try Desk.drafted().refusal(of: .judgementGiven(judgement: judgement))
    #expect(refusal?.code == .invalid, "\(rule) \(limb ?? "")")
  }

  @Test("an information owner answers for descriptions and harm, and for nothing else")
  func owner() throws {
    let desk = try Desk.drafted()
    for rule in desk.book.rules where rule.question != nil && rule.regimes.contains(.foia) {
      let judgement = Judgement(
        rule: rule.id, limb: rule.isPerLimb ? "foia-31-1-a" : nil, answer: .met)
      let event = CaseEvent.judgementGiven(judgement: judgement)
      #expect(desk.refusal(of: event) == nil, "\(rule.id)")
      let refusal = desk.refusal(of: event, by: .owner)
      let isTheirs = ["harm", "frame"].contains(rule.topic)
      #expect((refusal == nil) == isTheirs, "\(rule.id)")
      #expect(refusal.map { $0.code == .notAllowed } ?? true)
    }
  }

  @Test("every topic that asks has somebody who may answer it")
  func topics() throws {
    let desk = try Desk()
    for rule in desk.book.rules where rule.question != nil {
      #expect(desk.rules.workflow.judges(rule.topic, role: .officer), "\(rule.topic)")
      #expect(!desk.rules.workflow.judges(rule.topic, role: .auditor), "\(rule.topic)")
    }
  }

  @Test("two people who answer different questions do not disturb each other")
  func concurrency() throws {
    func refusal(_ key: Judgement) -> Refusal? {
      let saved = EventRecord(
        sequence: 5, at: "2026-06-01T10:00:00.000Z", actor: .decisionMaker,
        event: .judgementGiven(judgement: Sample.chain))
      do throws(Refusal) {
        try Concurrency.check(.judgementGiven(judgement: key), since: [saved])
        return nil
      } catch { return error }
    }
    #expect(refusal(Sample.chain)?.code == .conflict)
    #expect(refusal(Judgement(rule: "RN-052", limb: "foia-24-1", answer: .met)) == nil)
    #expect(refusal(Judgement(rule: "RN-050", limb: "foia-31-1-a", answer: .met)) == nil)
  }
}
