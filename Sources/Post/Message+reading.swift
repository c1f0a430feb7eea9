extension Message {
  /// The largest e-mail that is read: 25 MB.
  public static let maximumBytes = 25 * 1_024 * 1_024

  /// Reads a message (RFC 5322 and MIME) from the bytes of an `.eml` file.
  ///
  /// What is wrong with the message in part is mended as well as can be, and a remark says so.
  /// The time taken grows with the size of the file and not with its shape.
  ///
  /// - Throws: ``MailError`` where the file is empty, too large, or no e-mail.
  public init(reading file: [UInt8]) throws(MailError) {
    guard file.count <= Self.maximumBytes else { throw .tooLarge(bytes: file.count) }
    let bytes = Self.opened(file)
    guard !bytes.isEmpty else { throw .empty }
    if let kind = MailError.Reason.otherKind(of: bytes) { throw .notAMessage(kind) }
    let (headers, content) = HeaderBlock.read(bytes)
    try Self.checkIsMessage(headers)

    var reader = PartReader()
    from = Self.sender(headers, remarks: &reader.remarks)
    to = headers.all("to").flatMap { Mailboxes.read($0, remarks: &reader.remarks) }
    subject = EncodedWords.text(headers["subject"] ?? [], remarks: &reader.remarks)
    sent = headers["date"].map { MailDate.read($0, remarks: &reader.remarks) }
    let part = Part(headers: headers, content: content, defaultType: "text/plain")
    let words = reader.read(part)
    body = words?.text ?? ""
    attachments = reader.attachments
    Self.addRemarks(on: body, words: words, sent: sent, to: &reader.remarks)
    remarks = reader.remarks.sentences
  }

  /// The file without what other programs put before the first header: a byte order mark, empty
  /// lines, the line of a mailbox file. Notepad's UTF-16 is made UTF-8.
  private static func opened(_ file: [UInt8]) -> Bytes {
    var bytes = file[...]
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      bytes = Array(Charset.utf16(littleEndian: nil).decode(bytes).text.utf8)[...]
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    bytes = bytes.drop(while: \.isWhitespace)
    var lines = Lines(bytes)
    if let first = lines.next(),
      first.starts(with: "From ".utf8) || first.starts(with: ">From ".utf8)
    {
      return lines.rest
    }
    return bytes
  }

  private static func checkIsMessage(_ headers: HeaderBlock) throws(MailError) {
    if headers.has("from") || headers.has("date") || headers.has("subject") { return }
    guard !headers.fields.isEmpty else { throw .notAMessage(.noHeaders) }
    // Names only: what stands behind them may be anything.
    throw .notAMessage(.noSender(present: headers.fields.prefix(3).map { $0.name + ":" }))
  }

  private static func sender(_ headers: HeaderBlock, remarks: inout Remarks) -> Mailbox? {
    let lines = headers.all("from")
    if lines.count > 1 {
      remarks.add("The message names its sender more than once; the first is taken.")
    }
    let senders = lines.first.map { Mailboxes.read($0, remarks: &remarks) } ?? []
    if senders.count > 1 { remarks.add("The message has several senders; the first is taken.") }
    if senders.isEmpty { remarks.add("The message does not say who sent it.") }
    if let sender = senders.first, sender.address.isEmpty {
      remarks.add("The sender's address is missing.")
    }
    return senders.first
  }

  private static func addRemarks(
    on body: String, words: PartReader.Words?, sent: SentDate?, to remarks: inout Remarks
  ) {
    if sent == nil { remarks.add("The message does not say when it was sent.") }
    if body.isEmpty { remarks.add("The message has no text of its own.") }
    if let words, !words.isPlain, !body.isEmpty {
      remarks.add("The text was taken from the message's HTML; its layout is lost.")
    }
    if hasFileInText(body) {
      remarks.add("A file is written into the text in an old way (uuencode); it was left there.")
    }
  }

  /// `begin 644 letter.txt` on a line of its own begins such a file.
  private static func hasFileInText(_ body: String) -> Bool {
    body.utf8.split(separator: .lineFeed).contains { line in
      guard line.starts(with: "begin ".utf8) else { return false }
      let rest = line.dropFirst(6)
      let mode = rest.prefix { $0.isDigit }
      return (3...4).contains(mode.count) && rest.dropFirst(mode.count).first == .space
    }
  }
}
