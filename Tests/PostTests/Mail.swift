import Post

// The testing library has a type of this name.
typealias Attachment = Post.Attachment

/// Messages for tests.
enum Mail {
  /// Reads a message from its lines, which are sent with CR LF as mail is.
  static func read(_ lines: String...) throws(MailError) -> Message {
    try Message(reading: Array(lines.joined(separator: "\r\n").utf8))
  }

  /// A message with one header of its own.
  static func with(_ header: String) throws(MailError) -> Message {
    try read("From: a@example.org", "Date: Tue, 26 May 2026 10:00:00 +0100", header, "", "Words")
  }

  /// A message whose body is in a character set.
  static func text(_ bytes: [UInt8], charset: String?) throws(MailError) -> Message {
    let type = charset.map { "Content-Type: text/plain; charset=\($0)\r\n" } ?? ""
    let headers = "From: a@example.org\r\nDate: Tue, 26 May 2026 10:00:00 +0100\r\n\(type)\r\n"
    return try Message(reading: Array(headers.utf8) + bytes)
  }

  /// A message of several parts, with the boundary `b`.
  static func parts(_ kind: String, _ lines: String...) throws(MailError) -> Message {
    try read(
      "From: a@example.org", "Date: Tue, 26 May 2026 10:00:00 +0100",
      "Content-Type: multipart/\(kind); boundary=b", "", lines.joined(separator: "\r\n"))
  }
}
