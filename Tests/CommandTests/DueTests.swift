import Foundation
import Testing

@Suite("steelyard due")
struct DueTests {
  private func due(_ arguments: String...) throws -> Program.Result {
    try Program.run(["due"] + arguments)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    try Program.run(["due", "--format", "json"] + arguments).json()
  }

  @Test("it prints the contract's JSON")
  func contract() throws {
    let result = try due("--received", "2026-05-26", "--format", "json")
    let json = try result.json()
    #expect(result.status == 0)
    #expect(json["schema"] as? String == "due/1" && json["due"] as? String == "2026-06-24")
    #expect(json["clock"] as? String == "foia-response" && json["regime"] as? String == "FOIA")
    #expect(json["received"] as? String == "2026-05-26")
    #expect(json["law"] as? String == "FOIA s.10(1), s.10(6)")
    #expect((json["events"] as? [Any])?.isEmpty == true)
    let working = try #require(json["working"] as? [[String: Any]])
    #expect(working.first?["date"] as? String == "2026-05-27")
    #expect(working.first?["day"] as? Int == 1)
    let skipped = try #require(working.first { $0["date"] as? String == "2026-06-15" })
    #expect((skipped["skipped"] as? String)?.contains("Scotland") == true)
  }

  @Test(
    "each regime has its own response clock, and a clock brings its regime",
    arguments: [
      (["--regime", "EIR"], "eir-response", "2026-04-16"),
      (["--regime", "foisa"], "foisa-response", "2026-04-14"),
      (["--clock", "foisa-s10-20wd"], "foisa-response", "2026-04-14"),
      (["--clock", "eir-reg7-40wd"], "eir-reg7-40wd", "2026-05-15"),
      (["--clock", "ico-complaint-6w", "--regime", "EIR"], "ico-complaint-6w", "2026-04-27"),
      (["--clock", "sar-1m", "--regime", "UK GDPR"], "sar-1m", "2026-04-16"),
    ])
  func regimes(arguments: [String], clock: String, day: String) throws {
    let result = try Program.run(
      ["due", "--received", "2026-03-16", "--format", "json"] + arguments)
    let json = try result.json()
    #expect(json["clock"] as? String == clock && json["due"] as? String == day)
  }

  @Test("events move the date, and those that the law does not allow are refused")
  func events() throws {
    let clarified = try json(
      "--received", "2025-09-03", "--event", "clarification-asked=2025-09-10", "--event",
      "clarification-received=2025-09-24")
    #expect(clarified["due"] as? String == "2025-10-22")
    let refused = try due("--received", "2025-09-03", "--event", "pit-extension=2025-09-20")
    #expect(refused.status == 2 && refused.errors.contains("FOIA s.10(3)"))
    #expect(refused.output.isEmpty)
    let scottish = try due(
      "--regime", "FOISA", "--received", "2025-09-03", "--event", "pit-extension=2025-10-20")
    #expect(scottish.status == 2 && scottish.errors.contains("FOISA s.10(1)"))
  }

  @Test("a fee gives the last day to pay and what was disregarded")
  func fee() throws {
    let json = try json(
      "--clock", "foia-s9-fees", "--received", "2025-10-01", "--event", "fees-notice=2025-10-10",
      "--event", "fees-paid=2025-10-31")
    #expect(json["due"] as? String == "2025-11-20")
    #expect(json["last_day_to_pay"] as? String == "2026-01-09")
    #expect(json["disregarded_working_days"] as? Int == 16)
    #expect(json["clock"] as? String == "foia-s9-fees")
    #expect(json["read_as"] as? String == "foia-response")
  }

  @Test("the limb that is relied on decides whether the balance may take longer")
  func limb() throws {
    let arguments = ["due", "--received", "2026-01-12", "--event", "pit-extension=2026-03-09"]
    let qualified = try Program.run(arguments + ["--limb", "s31(1)(a)", "--format", "json"])
    #expect(try qualified.json()["notice_due"] as? String == "2026-02-09")
    let absolute = try Program.run(arguments + ["--limb", "s41(1)"])
    #expect(absolute.status == 2 && absolute.errors.contains("FOIA s.10(3)"))
  }

  @Test("a school's terms are given with --sessions")
  func school() throws {
    let school = try json(
      "--clock", "foia-schools", "--received", "2025-07-14", "--sessions",
      "2025-06-02..2025-07-22", "--sessions", "2025-09-03..2025-10-24")
    #expect(school["due"] as? String == "2025-09-22")
    #expect(school["sixty_working_days"] as? String == "2025-10-08")
    let without = try due("--clock", "foia-schools", "--received", "2025-07-14")
    #expect(without.status == 2 && without.errors.contains("--sessions FROM..TO"))
  }

  @Test("the text numbers every day, names those left out and says what has to be done")
  func text() throws {
    let lines = try due("--received", "2026-05-26").output.split(separator: "\n")
    #expect(lines[0] == "Time for complying with a request (FOIA s.10(1), s.10(6))")
    #expect(lines.contains("   1  2026-05-27  Wednesday"))
    #expect(lines.contains("   -  2026-05-30  Saturday"))
    #expect(lines.contains { $0.hasPrefix("   -  2026-06-15  Monday  ") })
    #expect(lines.contains("  20  2026-06-24  Wednesday"))
    #expect(lines.contains("due       Wednesday 24 June 2026"))
    #expect(lines.contains { $0.hasPrefix("By then: Confirm or deny") })
    let unverified = try due("--clock", "ut-28d", "--received", "2026-05-26").output
    #expect(unverified.contains("UNVERIFIED: check it before you rely on it."))
  }

  @Test("it lists the clocks")
  func list() throws {
    #expect((try json("--list")["clocks"] as? [Any])?.count == 35)
    #expect(try due("--list").output.contains("[UNVERIFIED]"))
  }

  @Test("the status is 1 where the time is over on the day that is asked about")
  func overdue() throws {
    #expect(try due("--received", "2025-09-03", "--on", "2025-10-02").status == 1)
    #expect(try due("--received", "2025-09-03", "--on", "2025-10-01").status == 0)
  }

  @Test(
    "bad use is status 2 with a line that says what to do",
    arguments: [
      [], ["--received", "31/12/2025"], ["--received", "2029-06-01"],
      ["--received", "2025-09-03", "--regime", "GDPR"],
      ["--received", "2025-09-03", "--regime", "EIR", "--clock", "foia-response"],
      ["--received", "2025-09-03", "--clock", "foia-s99"],
      ["--received", "2025-09-03", "--event", "paused=2025-09-04"],
      ["--received", "2025-09-03", "--event", "fees-notice"],
      ["--received", "2025-09-03", "--limb", "s24"],
      ["--received", "2025-09-03", "--clock", "sar-1m", "--part", "wales"],
      ["--received", "2025-09-03", "--clock", "foia-schools", "--sessions", "2025-09-03"],
      [
        "--received", "2025-09-03", "--clock", "foia-schools", "--sessions",
        "2025-10-03..2025-09-03",
      ],
    ])
  func badUse(arguments: [String]) throws {
    let result = try Program.run(["due"] + arguments)
    #expect(result.status == 2, "\(arguments)")
    #expect(!result.errors.isEmpty && result.output.isEmpty, "\(arguments)")
  }
}
