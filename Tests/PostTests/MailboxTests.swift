import Post
import Testing

@Suite("Addresses")
struct MailboxTests {
  private func mailboxes(_ header: String) throws -> [String] {
    try Mail.with("To: \(header)").to.map { "\($0.name)|\($0.address)" }
  }

  @Test(
    "names and addresses in every way that programs write them",
    arguments: [
      ("jane@example.org", "|jane@example.org"),
      ("<jane@example.org>", "|jane@example.org"),
      ("Jane Smith <jane@example.org>", "Jane Smith|jane@example.org"),
      ("\"Smith, Jane\" <jane@example.org>", "Smith, Jane|jane@example.org"),
      ("Smith, Jane <jane@example.org>", "Smith, Jane|jane@example.org"),
      ("'Jane Smith' <jane@example.org>", "Jane Smith|jane@example.org"),
      ("jane@example.org <jane@example.org>", "|jane@example.org"),
      ("jane@example.org (Jane Smith)", "Jane Smith|jane@example.org"),
      ("Jane (the elder (really)) <jane@example.org>", "Jane|jane@example.org"),
      ("\"Jane \\\"JJ\\\" Smith\" <jane@example.org>", "Jane \"JJ\" Smith|jane@example.org"),
      ("\"jane <x>\" <jane@example.org>", "jane <x>|jane@example.org"),
      ("=?utf-8?Q?Si=C3=A2n?= <sian@example.org>", "Siân|sian@example.org"),
      ("=?utf-8?Q?Smith=2C_Jane?= <jane@example.org>", "Smith, Jane|jane@example.org"),
      ("\"=?utf-8?B?U2nDom4=?=\" <sian@example.org>", "Siân|sian@example.org"),
      ("Jane jane@example.org", "Jane|jane@example.org"),
      ("Jane <jane@example.org", "Jane|jane@example.org"),
      ("Jane Smith", "Jane Smith|"),
      ("< jane@example.org >", "|jane@example.org"),
    ])
  func one(_ header: String, _ expected: String) throws {
    #expect(try mailboxes(header) == [expected])
  }

  @Test("several, and groups")
  func several() throws {
    #expect(
      try mailboxes("a@example.org, B <b@example.org>,\r\n Smith, Jane <c@example.org>")
        == ["|a@example.org", "B|b@example.org", "Smith, Jane|c@example.org"])
    #expect(
      try mailboxes("Team: a@example.org, b@example.org;, c@example.org")
        == ["|a@example.org", "|b@example.org", "|c@example.org"])
    #expect(try mailboxes("undisclosed-recipients:;") == [])
    #expect(try mailboxes("") == [])
    #expect(try mailboxes(", ,;<>").filter { $0 != "|" } == [])
    #expect(try mailboxes("Somebody, b@example.org") == ["Somebody|", "|b@example.org"])
  }

  @Test("several lines of recipients are one list")
  func lines() throws {
    let message = try Mail.read(
      "From: a@example.org", "To: b@example.org", "To: c@example.org", "", "Words")
    #expect(message.to.map(\.address) == ["b@example.org", "c@example.org"])
  }

  @Test("a sender without an address is remarked on")
  func noAddress() throws {
    let message = try Mail.read("From: Jane Smith", "Date: x", "", "Words")
    #expect(message.from == Mailbox(name: "Jane Smith", address: ""))
    #expect(message.remarks.contains("The sender's address is missing."))
  }
}
