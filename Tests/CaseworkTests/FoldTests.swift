import Casework
import InformationLaw
import PublicInterest
import Testing

@Suite("A case is the fold of its history")
struct FoldTests {
  let workflow: Workflow
  let authority = Authority(name: "The authority", reviewContact: "review@example.org")

  init() throws { workflow = try Workflow.builtIn() }

  private func fold(_ records: [EventRecord]) -> Case? {
    Case(records: records, workflow: workflow, authority: authority)
  }

  private func record(_ sequence: Int, _ event: CaseEvent) -> EventRecord {
    EventRecord(sequence: sequence, at: "2026-06-01T10:00:00.000Z", actor: .officer, event: event)
  }

  @Test("a registration makes an open case with the facts of the request and the authority")
  func registration() throws {
    let subject = try #require(fold([record(1, .registered(Sample.registration))]))
    #expect(subject.reference == "FOI-2026-0001")
    #expect(subject.title == "Suppliers of the network")
    #expect(subject.channel == .email)
    #expect(subject.version == 1)
    #expect(subject.state == "open")
    #expect(subject.drafters == [])
    #expect(subject.letterEdits == [:])
    #expect(subject.issuedOn == nil && subject.issuedFingerprint == nil)
    #expect(subject.approvedDespite == nil)
    let expected = Decision(
      regime: .foia, authority: authority, reference: "FOI-2026-0001", received: Sample.received,
      questions: Sample.registration.questions)
    #expect(subject.decision == expected)
  }

  @Test("a history without its beginning is no case")
  func noBeginning() {
    #expect(fold([]) == nil)
    #expect(fold([record(1, .noteAdded(note: "First"))]) == nil)
    #expect(fold([record(2, .registered(Sample.registration))]) == nil)
  }

  @Test(
    "a history with a gap, a repeated number or the wrong order is no case",
    arguments: [[1, 3], [1, 2, 4], [1, 1], [1, 2, 2], [1, 3, 2], [1, 0]])
  func gap(_ sequence: [Int]) {
    let records = sequence.enumerated().map { index, number in
      record(
        number, index == 0 ? .registered(Sample.registration) : .noteAdded(note: "Note \(index)"))
    }
    #expect(fold(records) == nil)
  }

  @Test("folding at once and one by one come to the same case")
  func oneByOne() throws {
    let desk = try Desk.drafted(upTo: "issued")
    let first = try #require(desk.records.first)
    var subject = try #require(fold([first]))
    for record in desk.records.dropFirst() { subject.apply(record, workflow: workflow) }
    #expect(fold(desk.records) == subject)
    #expect(subject.version == desk.records.count)
  }

  @Test("a whole draft holds every part that was recorded")
  func wholeDraft() throws {
    let desk = try Desk.drafted()
    var questions = Sample.registration.questions
    questions[0].holding = Sample.held
    questions[1].holding = Sample.notHeld
    var crime = Sample.crime
    crime.harm = Sample.likelyHarm
    crime.factors = [Sample.forDisclosure, Sample.forMaintaining]
    crime.factors[0].answer = "The totals are given."
    crime.balance = Sample.maintain
    var security = Sample.security
    security.harm = Sample.requiredHarm
    security.balance = Sample.maintain
    let expected = Decision(
      regime: .foia, authority: Authority(name: "The authority"), reference: "FOI-2026-0001",
      received: Sample.received, questions: questions, items: [Sample.suppliers, Sample.versions],
      reliances: [crime, security], cumulative: Sample.cumulative, alternatives: [Sample.totals],
      advice: "Ask for spending by year.")
    #expect(try desk.decision() == expected)
    #expect(desk.subject?.letterEdits == ["opening": "Thank you for your request."])
  }

  @Test("approval and issue set the day, the name, the reason and the fingerprint")
  func approvalAndIssue() throws {
    var desk = try Desk.drafted(upTo: "submitted")
    let approval = CaseEvent.approved(
      on: Sample.today, by: "Head of unit", despite: "Urgent", release: Sample.manifest)
    try desk.accept(approval, by: .decisionMaker)
    #expect(desk.state == "approved")
    #expect(try desk.decision().decided == Sample.today)
    #expect(try desk.decision().decidedBy == "Head of unit")
    #expect(desk.subject?.approvedDespite == "Urgent")
    try desk.accept(Sample.issue)
    #expect(desk.state == "issued")
    #expect(desk.subject?.issuedOn == Sample.today)
    #expect(desk.subject?.issuedFingerprint == "9f86d081884c7d65")
  }

  @Test("a returned draft is open again and no longer approved")
  func returned() throws {
    var desk = try Desk.drafted(upTo: "submitted")
    let before = try desk.decision()
    try desk.accept(
      .approved(on: Sample.today, by: "Head of unit", despite: "Urgent", release: Sample.manifest),
      by: .decisionMaker)
    try desk.accept(.returned(reason: "Say more."), by: .decisionMaker)
    #expect(desk.state == "open")
    #expect(desk.subject?.approvedDespite == nil)
    #expect(try desk.decision() == before)
  }

  @Test("what does not belong to the decision leaves it alone")
  func decisionIsLeftAlone() throws {
    var desk = try Desk.drafted()
    let before = try desk.decision()
    try desk.accept(.noteAdded(note: "A note"))
    try desk.accept(
      .clockMoved(from: Sample.today, to: Sample.today.adding(1), because: "A holiday"),
      by: .system)
    try desk.accept(.letterEdited(section: "closing", text: "Yours"))
    try desk.accept(.submitted)
    #expect(try desk.decision() == before)
  }

  @Test("wording that is put back is forgotten for that section alone")
  func letterRestored() throws {
    var desk = try Desk.drafted()
    try desk.accept(.letterEdited(section: "closing", text: "Yours"))
    try desk.accept(.letterRestored(section: "opening"))
    #expect(desk.subject?.letterEdits == ["closing": "Yours"])
  }

  @Test("a clock event joins those that are there")
  func clockEvents() throws {
    var desk = try Desk.registered()
    let asked = ClockFact(.clarificationAsked(Sample.today))
    let answered = ClockFact(.clarificationReceived(Sample.today))
    try desk.accept(.clockEventAdded(fact: asked))
    try desk.accept(.clockEventAdded(fact: answered))
    #expect(try desk.decision().clockEvents == [asked, answered])
  }

  @Test("the program itself is no drafter, and a note makes nobody one")
  func drafters() throws {
    var desk = try Desk.registered()
    try desk.accept(.noteAdded(note: "A note"), by: .owner)
    try desk.accept(
      .clockMoved(from: Sample.today, to: Sample.today.adding(1), because: ""), by: .system)
    #expect(desk.subject?.drafters == [])
    try desk.accept(.holdingSet(question: "q1", holding: Sample.held), by: .owner)
    try desk.accept(.adviceSet(advice: "Ask again."), by: .decisionMaker)
    #expect(
      desk.subject?.drafters == ["account-information owner", "account-decision maker"])
  }
}
