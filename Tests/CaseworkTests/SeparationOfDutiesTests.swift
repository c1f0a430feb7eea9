import Casework
import InformationLaw
import PublicInterest
import Testing

@Suite("Nobody approves what they drafted")
struct SeparationOfDutiesTests {
  private let message = "You drafted part of this decision, so somebody else has to approve it."

  /// Plays a draft to the point of approval, with one act done by `actor`.
  private func submitted(with event: CaseEvent, by actor: Actor) throws -> Desk {
    var desk = try Desk.drafted()
    try desk.accept(event, by: actor)
    // What the act took away or opened again is put back by the officer, so that the draft is whole.
    for event in Sample.drafting where !isRegistered(event) { try desk.accept(event) }
    if desk.state == "open" { try desk.accept(.submitted) }
    return desk
  }

  private func isRegistered(_ event: CaseEvent) -> Bool { event.act == "registered" }

  static let draftingActs = Sample.eventOfEachAct.filter { event in
    (try? Workflow.builtIn())?.act(event.act)?.drafts == true && event != .submitted
  }

  @Test("a decision maker who did any drafting act is refused", arguments: draftingActs)
  func editor(_ event: CaseEvent) throws {
    let desk = try submitted(with: event, by: .decisionMaker)
    let refusal = desk.refusal(of: Sample.approval, by: .decisionMaker)
    #expect(refusal == Refusal(.drafterCannotApprove, message))
    let second = Actor.person(.decisionMaker, id: "another")
    #expect(desk.refusal(of: Sample.approval, by: second) == nil)
  }

  @Test("a decision maker who sent the draft for approval is refused")
  func submitter() throws {
    var desk = try Desk.drafted()
    try desk.accept(.submitted, by: .decisionMaker)
    #expect(
      desk.refusal(of: Sample.approval, by: .decisionMaker)?.code == .drafterCannotApprove)
  }

  @Test("an account that drafted as an officer is refused after it became a decision maker")
  func promoted() throws {
    let desk = try Desk.drafted(upTo: "submitted")
    let promoted = Actor.person(.decisionMaker, id: "account-officer")
    #expect(desk.refusal(of: Sample.approval, by: promoted)?.code == .drafterCannotApprove)
  }

  @Test("an edit before a return still counts after it")
  func acrossReturn() throws {
    var desk = try Desk.drafted()
    try desk.accept(.adviceSet(advice: "Ask again."), by: .decisionMaker)
    try desk.accept(.submitted)
    try desk.accept(.returned(reason: "Say more."))
    try desk.accept(.submitted)
    #expect(
      desk.refusal(of: Sample.approval, by: .decisionMaker)?.code == .drafterCannotApprove)
  }

  @Test("a decision maker who only registered, returned, noted or recorded the clock can approve")
  func registrar() throws {
    var desk = try Desk()
    try desk.accept(.registered(Sample.registration), by: .decisionMaker)
    for event in Sample.drafting { try desk.accept(event) }
    try desk.accept(
      .clockEventAdded(fact: ClockFact(.pitExtension(to: Sample.received.adding(50)))),
      by: .decisionMaker)
    try desk.accept(.submitted)
    try desk.accept(.returned(reason: "Say more."), by: .decisionMaker)
    try desk.accept(.noteAdded(note: "A note"), by: .decisionMaker)
    try desk.accept(.submitted)
    #expect(desk.refusal(of: Sample.approval, by: .decisionMaker) == nil)
  }

  @Test("whoever approved may issue")
  func issuer() throws {
    let desk = try Desk.drafted(upTo: "approved")
    #expect(desk.refusal(of: Sample.issue, by: .decisionMaker) == nil)
    #expect(desk.refusal(of: Sample.issue, by: .owner)?.code == .notAllowed)
  }

  @Test("a refusal names the role and the act, or the state")
  func words() throws {
    let desk = try Desk.drafted(upTo: "submitted")
    #expect(
      desk.refusal(of: Sample.approval)
        == Refusal(.notAllowed, "This is not for the role of officer: approved."))
    #expect(
      desk.refusal(of: .submitted)
        == Refusal(
          .notAllowed, "The case is awaiting approval; this cannot be done now: sent for approval.")
    )
    #expect(
      desk.refusal(of: .submitted, by: .system)
        == Refusal(.notAllowed, "Only a person can do this: sent for approval."))
    #expect(
      try Desk().refusal(of: .submitted)
        == Refusal(
          .notAllowed,
          "The case is not registered; this cannot be done now: sent for approval."))
  }
}
