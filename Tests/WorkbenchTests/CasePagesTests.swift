import Casework
import InformationLaw
import PublicInterest
import Storage
import HTTPTypes
import Testing

@testable import Workbench

@Suite("Working a case on the pages")
struct CasePagesTests {
  @Test("what somebody typed is escaped wherever it appears")
  func escaped() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    let nasty = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>"
    try await workplace.append(
      .itemSet(
        item: Item(
          id: "i1", questions: ["q1"], kind: .product, description: nasty, outcome: .withhold)),
      to: reference)
    try await workplace.append(
      .relianceSet(reliance: Reliance(id: "r1", limb: "foia-31-1-a", items: ["i1"], reason: nasty)),
      to: reference)
    try await workplace.append(
      .factorSet(
        reliance: "r1", factor: Factor(id: "d1", side: .disclose, words: nasty, weight: .slight)),
      to: reference)
    for address in [
      Address.caseFile(reference), .weigh(reference, reliance: "r1"), .letter(reference),
      .history(reference), .balance(reference, reliance: "r1"), .item(reference, item: "i1"),
    ] {
      let body = try await workplace.get(address, as: .officer).body
      #expect(!body.contains("<script>alert"), "\(address)")
      #expect(!body.contains("<img src=x"), "\(address)")
    }
  }

  @Test("the second of two people who save the same page is told, and their words are kept")
  func conflict() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    let first = try await workplace.post(
      .advice(reference), [("advice", "Saved first"), ("version", "1"), ("action", "save")],
      as: .officer)
    #expect(first.status == 303)
    let second = try await workplace.post(
      .advice(reference), [("advice", "Typed meanwhile"), ("version", "1"), ("action", "save")],
      as: .decisionMaker)
    #expect(second.status == 409)
    #expect(second.body.contains("Saved first") && second.body.contains("Typed meanwhile"))
    #expect(try await workplace.house.archive.subject(reference).decision.advice == "Saved first")
    // The page carries the new version, so that saving again goes through.
    #expect(second.body.contains("name=\"version\" value=\"2\""))
  }

  @Test("work on another part of the case goes through with an older version")
  func otherPart() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    try await workplace.append(.adviceSet(advice: "x"), to: reference)
    let answer = try await workplace.post(
      .holding(reference, question: "q1"),
      [("held", "held"), ("explanation", "On the register"), ("version", "1"), ("action", "save")],
      as: .informationOwner)
    #expect(answer.status == 303)
  }

  @Test("checking and live preview save nothing", arguments: ["check", "preview"])
  func nothingSaved(way: String) async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    let answer = try await workplace.post(
      .advice(reference),
      [("advice", "x"), ("version", "1"), ("action", way == "check" ? "check" : "")],
      as: .officer, headers: way == "preview" ? ["X-Steelyard-Preview": "1"] : [:])
    #expect(answer.status == 200)
    #expect(try await workplace.house.archive.version(of: reference) == 1)
  }

  @Test("a wrong form says what is wrong and keeps what was typed")
  func wrongForm() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    let answer = try await workplace.post(
      .holding(reference, question: "q1"),
      [
        ("held", "held"), ("explanation", "Kept words"), ("place-0", "Register"),
        ("on-0", "31/12/2025"), ("version", "1"), ("action", "save"),
      ], as: .officer)
    #expect(answer.status == 422)
    #expect(answer.body.contains("is not a day; write it as 2026-05-26"))
    #expect(answer.body.contains("Kept words") && answer.body.contains("href=\"#on-0\""))
  }

  @Test("an exclusion of the duty to confirm or deny cannot withhold an item")
  func ncnd() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    try await workplace.append(
      .itemSet(item: Item(id: "i1", questions: ["q1"], kind: .product, description: "Names")),
      to: reference)
    let answer = try await workplace.post(
      .newReliance(reference),
      [("limb", "foia-24-2"), ("items", "i1"), ("version", "2"), ("action", "save")], as: .officer)
    #expect(answer.status == 422 && answer.body.contains("FOIA s.24(2)"))
  }

  @Test("the drafter cannot approve, and a stale page cannot either")
  func approval() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    try await workplace.append(
      .holdingSet(question: "q1", holding: Holding(answer: .notHeld, explanation: "Never kept")),
      to: reference, as: .decisionMaker)
    try await workplace.append(.submitted, to: reference)
    let drafter = try await workplace.post(
      .approve(reference), [("version", "3"), ("despite", "x")], as: .decisionMaker)
    #expect(drafter.status == 422 && drafter.body.contains("somebody else has to approve"))
    let stale = try await workplace.post(
      .approve(reference), [("version", "2")], as: .decisionMaker)
    #expect(stale.status == 409)
  }

  @Test("an issued letter stays as it went", arguments: ["txt", "html", "docx"])
  func dispatched(format: String) async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    try await workplace.append(
      .holdingSet(question: "q1", holding: Holding(answer: .notHeld, explanation: "Never kept")),
      to: reference)
    try await workplace.append(.submitted, to: reference)
    let approved = try await workplace.post(
      .approve(reference), [("version", "3"), ("despite", "It is settled")], as: .decisionMaker)
    #expect(approved.status == 303)
    let issued = try await workplace.post(.issue(reference), [("version", "4")], as: .officer)
    #expect(issued.status == 303)
    let before = try await workplace.get(.letterFile(reference, format: format), as: .officer).body
    try await workplace.house.archive.set(Authority(name: "Another name"))
    workplace.house.desk.forgetAuthority()
    let after = try await workplace.get(.letterFile(reference, format: format), as: .officer).body
    #expect(before == after && !before.isEmpty)
    let again = try await workplace.post(.issue(reference), [("version", "5")], as: .officer)
    #expect(again.status == 422)
  }

  @Test(
    "bad uploads are refused in words, and nothing is registered",
    arguments: [
      ("request.eml", "not an e-mail at all", "cannot be read as an e-mail"),
      ("request.txt", "", "there is nothing to register"),
      ("request.txt", String(repeating: "long ", count: 120_000), "can be registered"),
    ])
  func badUpload(name: String, content: String, message: String) async throws {
    let workplace = try await Workplace()
    let answer = try await workplace.upload(name: name, content: content)
    #expect(answer.status == 422, "\(answer.status)")
    #expect(answer.body.contains(message), "\(answer.body.suffix(1500))")
    #expect(try await workplace.house.archive.counts().isEmpty)
  }

  @Test("a body over the limit is refused before it is read")
  func tooLarge() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    let answer = try await workplace.post(
      .advice(reference), [("advice", String(repeating: "x", count: 1_100_000))], as: .officer)
    #expect(answer.status == 413)
  }
}

extension Workplace {
  func upload(name: String, content: String) async throws -> Answer {
    let page = try await get(.register, as: .officer).body
    let token = try #require(
      page.split(separator: "name=\"token\" value=\"").dropFirst().first?.prefix { $0 != "\"" })
    let body = """
      --edge\r\nContent-Disposition: form-data; name="token"\r\n\r\n\(token)\r\n\
      --edge\r\nContent-Disposition: form-data; name="text"\r\n\r\n\r\n\
      --edge\r\nContent-Disposition: form-data; name="file"; filename="\(name)"\r\n\
      Content-Type: application/octet-stream\r\n\r\n\(content)\r\n--edge--\r\n
      """
    return try await send(
      .post, Address.registerRead.path, as: .officer,
      headers: ["Content-Type": "multipart/form-data; boundary=edge"], body: body)
  }
}
