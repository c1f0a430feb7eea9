import Foundation
import Post
import Testing

@Suite("The day that a message was sent, in the United Kingdom")
struct MailDateTests {
  private func day(_ header: String) throws -> String? {
    try Mail.read("From: a@example.org", "Date: \(header)", "", "Words").sent?.day
  }

  @Test(
    "the day is the one in the United Kingdom, whatever the sender's clock says",
    arguments: [
      ("Tue, 26 May 2026 10:00:00 +0100", "2026-05-26"),
      ("Tue, 26 May 2026 23:30:00 +0000", "2026-05-27"),
      ("Tue, 26 May 2026 22:59:59 +0000", "2026-05-26"),
      ("Tue, 26 May 2026 23:00:00 +0000", "2026-05-27"),
      ("Mon, 26 Jan 2026 23:30:00 +0000", "2026-01-26"),
      ("Tue, 27 Jan 2026 08:00:00 +1100", "2026-01-26"),
      ("Mon, 26 Jan 2026 20:00:00 -0500", "2026-01-27"),
      ("Thu, 31 Dec 2026 23:30:00 -0100", "2027-01-01"),
      ("Fri, 01 Jan 2027 00:30:00 +0100", "2026-12-31"),
      ("Sat, 28 Feb 2026 23:59:60 -0001", "2026-03-01"),
      ("Wed, 28 Feb 2024 23:30:00 -0100", "2024-02-29"),
    ])
  func zones(_ header: String, _ expected: String) throws {
    #expect(try day(header) == expected)
  }

  @Test(
    "summer time begins and ends at one in the morning UTC on the last Sundays",
    arguments: [
      // 29 March 2026 is the last Sunday of March: from then 23:30 UTC is tomorrow.
      ("28 Mar 2026 23:30:00 +0000", "2026-03-28"), ("29 Mar 2026 00:59:59 +0000", "2026-03-29"),
      ("29 Mar 2026 23:30:00 +0000", "2026-03-30"), ("24 Oct 2026 23:30:00 +0000", "2026-10-25"),
      ("25 Oct 2026 23:30:00 +0000", "2026-10-25"), ("31 Mar 2024 23:30:00 +0000", "2024-04-01"),
      ("30 Mar 2024 23:30:00 +0000", "2024-03-30"), ("26 Oct 2024 23:30:00 +0000", "2024-10-27"),
      ("27 Oct 2024 23:30:00 +0000", "2024-10-27"),
    ])
  func summerTime(_ header: String, _ expected: String) throws {
    #expect(try day(header) == expected)
  }

  @Test("agrees with the system's time zone data on every change from 1996 to 2037")
  func systemZone() throws {
    let zone = try #require(TimeZone(identifier: "Europe/London"))
    var utc = Calendar(identifier: .gregorian)
    utc.timeZone = .gmt
    var london = utc
    london.timeZone = zone
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    func padded(_ number: Int?) -> String {
      (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)"
    }
    // From 1 January 1996, 23:30 UTC, the first of each month and the days around the changes.
    for number in 0..<15_340 {
      let date = Date(timeIntervalSince1970: 820_539_000 + Double(number) * 86_400)
      let there = utc.dateComponents([.year, .month, .day], from: date)
      let isNearChange = [3, 10].contains(there.month) && (there.day ?? 0) >= 24
      guard isNearChange || there.day == 1 else { continue }
      let here = london.dateComponents([.year, .month, .day], from: date)
      let month = months[try #require(there.month) - 1]
      let header = "\(padded(there.day)) \(month) \(there.year ?? 0) 23:30:00 +0000"
      let expected = "\(here.year ?? 0)-\(padded(here.month))-\(padded(here.day))"
      #expect(try day(header) == expected)
    }
  }

  @Test(
    "older and broken forms",
    arguments: [
      ("26 May 2026 10:00 +0100", "2026-05-26"), ("Tue, 26 May 26 10:00:00 GMT", "2026-05-26"),
      ("Tue, 26 May 2026 10:00:00 BST", "2026-05-26"), ("26 may 99 10:00:00 Z", "1999-05-26"),
      ("Tue, 26 May 2026 10:00:00 +0100 (BST)", "2026-05-26"),
      ("Tue (day), 26 (of) May 2026 23:30:00 -0000", "2026-05-27"),
      ("Tue,26 May 2026 10:00:00 EST", "2026-05-26"),
      ("Tuesday, 26 May 2026 10:00:00 UT", "2026-05-26"),
      ("26 May 126 10:00:00 GMT", "2026-05-26"),
    ])
  func forms(_ header: String, _ expected: String) throws {
    let message = try Mail.read("From: a@example.org", "Date: \(header)", "", "Words")
    #expect(message.sent?.day == expected)
    #expect(message.remarks == [])
  }

  @Test(
    "without a zone that is known it is UK time, and a remark says so",
    arguments: [
      "Tue, 26 May 2026 23:30:00", "Tue May 26 23:30:00 2026", "26 May 2026 23:30 XYZ",
      "26 May 2026 23:30:00 +9900", "26 May 2026 00:15:00",
    ])
  func noZone(_ header: String) throws {
    let message = try Mail.read("From: a@example.org", "Date: \(header)", "", "Words")
    #expect(message.sent?.day == "2026-05-26")
    #expect(
      message.remarks == ["The date of the message has no time zone; it was taken as UK time."])
  }

  @Test(
    "what is not a date is kept as it is, and a remark says so",
    arguments: [
      "", "yesterday", "31 Feb 2026 10:00:00 +0000", "29 Feb 2026 10:00:00 +0000",
      "26 May 2026 25:00:00 +0000", "26 May 2026 10:61:00 +0000", "26 Mai 2026 10:00:00 +0000",
      "26 May 2026", "0 May 2026 10:00:00 +0000", "99999999999999999999 May 2026 10:00:00 +0000",
      "26 May 1066 10:00:00 +0000", "26 May 2026 10 +0000", "26 May 2026 10:00:00:00 +0000",
    ])
  func notADate(_ header: String) throws {
    let message = try Mail.read("From: a@example.org", "Date: \(header)", "", "Words")
    #expect(message.sent == SentDate(header: header, day: nil))
    #expect(message.remarks == ["The date of the message cannot be read: '\(header)'."])
  }

  @Test("a message without a date is remarked on")
  func missing() throws {
    let message = try Mail.read("From: a@example.org", "", "Words")
    #expect(message.sent == nil)
    #expect(message.remarks == ["The message does not say when it was sent."])
  }
}
