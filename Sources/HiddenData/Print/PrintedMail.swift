public import Documents

/// An e-mail as a page: who wrote to whom, when and what about, its words, and the names of what is attached.
///
/// An e-mail cannot be redacted as it is: its words stand in it several times over, packed in different ways.
/// From this page a PDF is made, which can. Nothing else of the message goes along: no line of its way, no
/// blind copy, no markup.
public struct PrintedMail: Equatable, Sendable {
  /// A line of the head.
  public struct Line: Equatable, Sendable {
    /// What it says: `From`, `To`, `Cc`, `Date` or `Subject`.
    public var name: String
    /// What stands there.
    public var value: String
  }

  /// The head; lines that say nothing are left out.
  public var head: [Line] = []
  /// The words; empty where there are none.
  public var body = ""
  /// The names of what is attached.
  public var attachments: [String] = []

  init() {}

  /// Whether a file is an e-mail: as it travels (`.eml`), or as Outlook keeps it (`.msg`).
  public static func recognises(_ bytes: [UInt8], name: String = "") -> Bool {
    switch FileKind(bytes, name: name) {
    case .mail: !TNEFReader.recognises(bytes)
    case .compound: CompoundInspector.kind(of: bytes) == .message
    default: false
    }
  }

  /// Reads an e-mail.
  ///
  /// - Throws: ``Unreadable`` where it is none, or it is damaged or sealed.
  public init(reading bytes: [UInt8], name: String = "") throws(Unreadable) {
    guard Self.recognises(bytes, name: name) else {
      throw Unreadable(.unknownFormat, "The file is no e-mail that can be read.")
    }
    if let file = try? CompoundFile(bytes) {
      try read(file)
    } else {
      try read(bytes)
    }
  }

  mutating func add(_ name: String, _ value: String?) {
    let value = value?.trimmed ?? ""
    if !value.isEmpty { head.append(Line(name: name, value: value)) }
  }
}

// MARK: As it travels

extension PrintedMail {
  private mutating func read(_ bytes: [UInt8]) throws(Unreadable) {
    let message = MailPart(bytes)
    for name in ["From", "To", "Cc", "Date", "Subject"] {
      let values = message.headers.fields.filter { $0.name == name.lowercased() }.map(\.value)
      add(name, values.map(\.trimmed).joined(separator: ", "))
    }
    do throws(Unreadable) {
      body = try DocumentText(reading: bytes, hint: .mail).text
    } catch {
      // A message may be nothing but what is attached to it.
      guard error.reason == .empty else { throw error }
    }
    for part in message.all where part.children.isEmpty && !part.type.value.hasPrefix("multipart/")
    {
      let isWords = part.type.value.hasPrefix("text/") && part.disposition.value != "attachment"
      if let name = part.name {
        attachments.append(name)
      } else if !isWords {
        attachments.append("without a name (\(part.type.value))")
      }
    }
  }
}

// MARK: As Outlook keeps it

extension PrintedMail {
  private mutating func read(_ file: CompoundFile) throws(Unreadable) {
    let properties = try MessageProperties(file, in: 0)
    let page = properties.codePage
    add(
      "From",
      Self.person(
        try properties.firstText(0x0C1A, 0x0042), try properties.firstText(0x5D01, 0x0C1F)))
    // The list of people has their addresses; some programs keep their names alone.
    let (to, copied) = (try properties.text(0x0E04), try properties.text(0x0E03))
    add("To", try people(1, in: file, page) ?? to)
    add("Cc", try people(2, in: file, page) ?? copied)
    let sent = properties.numbers[.init(id: 0x0039, kind: 0x0040)]
    add("Date", sent.flatMap { MessageProperties.text(of: $0, kind: 0x0040) })
    add("Subject", try properties.text(0x0037))

    let bodies = try MessageBodies(properties)
    body =
      bodies.plain.trimmed.isEmpty
      ? bodies.html?.shown ?? bodies.rtf?.visible ?? "" : bodies.plain
    for entry in file.children() where entry.name.foldedASCII.hasPrefix("__attach_version1.0") {
      let attachment = try MessageProperties(file, in: entry.index, page: page)
      let name = try attachment.firstText(0x3707, 0x3704, 0x3001)
      attachments.append(name ?? "without a name")
    }
  }

  /// Those to whom it went in one way; nothing where the message has no list of them.
  private func people(
    _ kind: Int, in file: CompoundFile, _ page: CodePage
  ) throws(Unreadable) -> String? {
    var people: [String] = []
    for entry in file.children() where entry.name.foldedASCII.hasPrefix("__recip_version1.0") {
      let properties = try MessageProperties(file, in: entry.index, page: page)
      // The upper bits say what became of the message there.
      guard (properties.number(0x0C15) ?? 1) & 0xF == kind else { continue }
      let person = Self.person(
        try properties.firstText(0x3001, 0x5FF6), try properties.firstText(0x39FE, 0x3003))
      if let person { people.append(person) }
    }
    return people.isEmpty ? nil : people.joined(separator: "; ")
  }

  /// A name and an address, as one writes them.
  private static func person(_ name: String?, _ address: String?) -> String? {
    guard let name, let address, name != address, address.contains("@") else {
      return name ?? address
    }
    return "\(name) <\(address)>"
  }
}
