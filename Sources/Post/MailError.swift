/// Why a file cannot be read as an e-mail.
public enum MailError: Error, Hashable, Sendable {
  /// There is nothing in the file.
  case empty
  /// The file is larger than ``Message/maximumBytes``.
  case tooLarge(bytes: Int)
  /// The file is not an e-mail.
  case notAMessage(Reason)

  /// What shows that a file is not an e-mail.
  public enum Reason: Hashable, Sendable {
    /// It is a file of another kind, named here: "a PDF document".
    case otherKind(String)
    /// It does not begin with header lines such as `From: name@example.org`.
    case noHeaders
    /// It begins with header lines, but none of them is `From`, `Date` or `Subject`. The names
    /// of the first few are given.
    case noSender(present: [String])
  }
}

extension MailError: CustomStringConvertible {
  /// What is wrong and what to do, in sentences.
  public var description: String {
    switch self {
    case .empty:
      "The file is empty."
    case .tooLarge(let bytes):
      "The file has \(bytes) bytes; an e-mail may have at most \(Message.maximumBytes)"
        + " (25 MB). Save its attachments by themselves and paste its text."
    case .notAMessage(.otherKind(let kind)):
      "The file is not an e-mail but \(kind). \(Self.advice)"
    case .notAMessage(.noHeaders):
      "The file is not an e-mail: it should begin with lines such as 'From:', 'Date:' and"
        + " 'Subject:', and has none of them. \(Self.advice)"
    case .notAMessage(.noSender(let present)):
      "The file is not an e-mail: it begins with \(present.joined(separator: ", ")) but has no"
        + " line 'From:', 'Date:' or 'Subject:'. \(Self.advice)"
    }
  }

  private static let advice = "Save the e-mail as an .eml file, or paste its text."
}

extension MailError.Reason {
  /// The kinds of file that people take for an e-mail, by their first bytes.
  static func otherKind(of bytes: Bytes) -> Self? {
    let kinds: [([UInt8], String)] = [
      ([0xD0, 0xCF, 0x11, 0xE0], "an Outlook .msg or an old Word file"),
      (Array("%PDF-".utf8), "a PDF document"),
      (Array("PK\u{3}\u{4}".utf8), "a Word, Excel or ZIP file"),
      (Array("{\\rtf".utf8), "a rich text document"),
      ([0x89] + Array("PNG".utf8), "a picture"),
      ([0xFF, 0xD8, 0xFF], "a picture"),
    ]
    return kinds.first { bytes.starts(with: $0.0) }.map { .otherKind($0.1) }
  }
}
