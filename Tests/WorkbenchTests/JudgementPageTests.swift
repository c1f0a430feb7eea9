import Casework
import InformationLaw
import PublicInterest
import Storage
import Testing

@testable import Workbench

@Suite("Answering questions on the pages")
struct JudgementPageTests {
  private let key = "RN-052/foia-31-1-a"

  /// A case with one exemption whose harm is recorded.
  private func worked() async throws -> (workplace: Workplace, reference: String) {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    let events: [CaseEvent] = [
      .holdingSet(question: "q1", holding: Holding(answer: .held, explanation: "On the register")),
      .itemSet(
        item: Item(
          id: "i1", questions: ["q1"], kind: .product, description: "Names", outcome: .withhold)),
      .relianceSet(
        reliance: Reliance(
          id: "r1", limb: "foia-31-1-a", items: ["i1"], reason: "A break-in would be easier.")),
      .harmSet(
        reliance: "r1",
        harm: Harm(
          interest: "The detection of crime", shows: "Which products guard the records",
          who: "Groups that attack public bodies", how: "By matching known weaknesses",
          follows: "Custody systems stop",
          evidence: [Evidence(says: "Two attacks", source: "ICT Security", date: Workplace.today)],
          likelihood: .wouldBeLikely, likelihoodReason: "It has happened", severity: .serious,
          extent: "The whole force", lasts: "While they are in use")),
    ]
    for event in events { try await workplace.append(event, to: reference) }
    return (workplace, reference)
  }

  private func answer(
    _ workplace: Workplace, _ reference: String, _ answer: String, _ reason: String = "",
    version: Int = 5, key: String? = nil, as role: Role = .officer
  ) async throws -> Workplace.Answer {
    let key = key ?? self.key
    return try await workplace.post(
      .judgements(reference),
      [("answer/\(key)", answer), ("reason/\(key)", reason), ("version", "\(version)")], as: role)
  }

  @Test("each question stands with its requirement, its provision and the words it is about")
  func shown() async throws {
    let (workplace, reference) = try await worked()
    let body = try await workplace.get(.judgements(reference), as: .officer).body
    let rule = try #require(workplace.house.book.rule(id: "RN-052"))
    for words in [rule.question ?? "", rule.requirement, rule.citation, "Custody systems stop"] {
      #expect(body.contains(words), "\(words)")
    }
    #expect(body.contains("name=\"answer/\(key)\""))
    #expect(body.contains("0 of "))
  }

  @Test("a saved answer is shown with its name, in the case, in the history and for approval")
  func saved() async throws {
    let (workplace, reference) = try await worked()
    let reason = "Nobody is shown to act on it."
    #expect(try await answer(workplace, reference, "not met", reason).status == 303)
    for address in [Address.judgements(reference), .history(reference), .approval(reference)] {
      let body = try await workplace.get(address, as: .decisionMaker).body
      #expect(body.contains(reason), "\(address)")
      #expect(body.contains("The officer"), "\(address)")
    }
    for address in [Address.caseFile(reference), .judgements(reference), .approval(reference)] {
      let body = try await workplace.get(address, as: .decisionMaker).body
      #expect(body.contains("1 of "), "\(address)")
    }
    let beside = try await workplace.get(.caseFile(reference), as: .officer).body
    #expect(beside.contains("Not met, says The officer (officer) on \(Workplace.today.written)"))
  }

  @Test("saving the same answer again adds nothing to the history")
  func unchanged() async throws {
    let (workplace, reference) = try await worked()
    _ = try await answer(workplace, reference, "met")
    #expect(try await answer(workplace, reference, "met", version: 6).status == 303)
    #expect(try await workplace.house.archive.version(of: reference) == 6)
  }

  @Test(
    "an answer without its reason, or a reason without an answer, is not saved, and is kept typed")
  func incomplete() async throws {
    let (workplace, reference) = try await worked()
    let bare = try await answer(workplace, reference, "not met")
    #expect(bare.status == 422 && bare.body.contains("href=\"#reason-RN-052-foia-31-1-a\""))
    let mute = try await answer(workplace, reference, "", "Kept words")
    #expect(mute.status == 422 && mute.body.contains("Kept words"))
    #expect(try await workplace.house.archive.version(of: reference) == 5)
  }

  @Test("an answer to words that were changed meanwhile is not saved, and nothing of it is lost")
  func moved() async throws {
    let (workplace, reference) = try await worked()
    try await workplace.append(
      .harmSet(reliance: "r1", harm: Harm(interest: "Another", likelihood: .would)), to: reference)
    let stale = try await answer(workplace, reference, "met in part", "Typed meanwhile")
    // With the chain gone the structure itself decides, so the question may not be asked any more.
    #expect(stale.status == 409 && stale.body.contains("Typed meanwhile"))
    #expect(try await workplace.house.archive.version(of: reference) == 6)
  }

  @Test("the second of two who answer the same question is told, and may save again")
  func conflict() async throws {
    let (workplace, reference) = try await worked()
    _ = try await answer(workplace, reference, "met")
    let second = try await answer(
      workplace, reference, "not met", "There is a gap", as: .decisionMaker)
    #expect(second.status == 409 && second.body.contains("There is a gap"))
    #expect(second.body.contains("The officer saved this while you were working on it"))
    let again = try await answer(
      workplace, reference, "not met", "There is a gap", version: 6, as: .decisionMaker)
    #expect(again.status == 303)
  }

  @Test("work on another part goes through with an older version")
  func otherPart() async throws {
    let (workplace, reference) = try await worked()
    try await workplace.append(.adviceSet(advice: "x"), to: reference)
    #expect(try await answer(workplace, reference, "met").status == 303)
  }

  @Test("an answer given on an earlier state is shown as such and asked again")
  func askedAgain() async throws {
    let (workplace, reference) = try await worked()
    _ = try await answer(workplace, reference, "not met", "The first reason")
    var harm = try await workplace.house.archive.subject(reference).decision.reliances[0].harm
    harm.follows = "Call handling stops"
    try await workplace.append(.harmSet(reliance: "r1", harm: harm), to: reference)
    let body = try await workplace.get(.judgements(reference), as: .officer).body
    #expect(body.contains("Asked again:") && body.contains("The first reason"))
    #expect(body.contains("0 of "))
    let approval = try await workplace.get(.approval(reference), as: .decisionMaker).body
    #expect(!approval.contains("The first reason"))
    #expect(approval.contains("Not answered, and unlawful if not met"))
  }

  @Test("an information owner answers for the harm, and reads no letter there")
  func owner() async throws {
    let (workplace, reference) = try await worked()
    try await workplace.append(
      .letterEdited(section: "reliance/r1", text: "Dear Jo Ferris"), to: reference)
    let body = try await workplace.get(.judgements(reference), as: .informationOwner).body
    #expect(body.contains("name=\"answer/\(key)\"") && !body.contains("name=\"answer/RN-042\""))
    #expect(!body.contains("Ferris"))
    let theirs = try await answer(workplace, reference, "met", version: 6, as: .informationOwner)
    #expect(theirs.status == 303)
    let other = try await answer(
      workplace, reference, "met", version: 7, key: "RN-042", as: .informationOwner)
    #expect(other.status == 422)
  }

  @Test("an auditor reads the answers and is offered no form")
  func auditor() async throws {
    let (workplace, reference) = try await worked()
    let body = try await workplace.get(.judgements(reference), as: .auditor).body
    #expect(body.contains("not answered yet") && !body.contains("name=\"answer/"))
  }

  @Test("an unlawful 'not met' needs the decision maker's reason, an open question does not")
  func approval() async throws {
    let (workplace, reference) = try await worked()
    try await workplace.append(.relianceRemoved(reliance: "r1"), to: reference)
    try await workplace.append(
      .itemSet(
        item: Item(
          id: "i1", questions: ["q1"], kind: .product, description: "Names", outcome: .release)),
      to: reference)
    _ = try await answer(
      workplace, reference, "not met", "A mailbox was emptied", version: 7, key: "RN-143")
    try await workplace.append(.submitted, to: reference)
    let bare = try await workplace.post(
      .approve(reference), [("version", "9")], as: .decisionMaker)
    #expect(bare.status == 422 && bare.body.contains("unlawful"))
    _ = try await answer(
      workplace, reference, "met", version: 9, key: "RN-143", as: .decisionMaker)
    let approved = try await workplace.post(
      .approve(reference), [("version", "10")], as: .decisionMaker)
    #expect(approved.status == 303, "\(approved.body)")
  }
}
