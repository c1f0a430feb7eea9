/// An e-mail, as far as a request needs it: who wrote, when, what about, the words, and what came
/// with them.
///
/// Keep the bytes that it was read from as well: they are the record, this is a reading of it.
public struct Message: Codable, Equatable, Sendable {
  /// The sender, or nil where the message names none.
  public var from: Mailbox?
  /// Those it is addressed to.
  public var to: [Mailbox]
  /// The subject on one line; empty where there is none.
  public var subject: String
  /// When it says that it was sent, or nil where it says nothing.
  public var sent: SentDate?
  /// The words: the plain text where there is one, else what the HTML says. Lines end in a line
  /// feed; there are no control characters but that and the tab.
  public var body: String
  /// Everything that is not the words.
  public var attachments: [Attachment]
  /// What had to be guessed or left out, in sentences for the person who registers the request.
  public var remarks: [String]
}

/// A name and an address.
public struct Mailbox: Codable, Hashable, Sendable {
  /// The name; empty where only an address is given.
  public var name: String
  /// The address as written; empty where only a name is given.
  public var address: String

  /// Makes a mailbox.
  public init(name: String, address: String) {
    self.name = name
    self.address = address
  }
}

/// The `Date` line of a message.
public struct SentDate: Codable, Hashable, Sendable {
  /// The line as it stands.
  public var header: String
  /// The day in the United Kingdom at that moment (`2026-05-26`), or nil where the line is not a
  /// date. The statutory clock does not start on it but on the day of receipt.
  public var day: String?

  /// Makes a date.
  public init(header: String, day: String?) {
    self.header = header
    self.day = day
  }
}

/// Something that came with a message.
public struct Attachment: Codable, Hashable, Sendable {
  /// The file's name without any folder, or nil where it has none.
  public var filename: String?
  /// The kind of content that the message says it is, such as `application/pdf`.
  public var declaredType: String
  /// Its size in bytes.
  public var byteCount: Int

  /// Makes an attachment.
  public init(filename: String?, declaredType: String, byteCount: Int) {
    self.filename = filename
    self.declaredType = declaredType
    self.byteCount = byteCount
  }
}
