import Post

/// An e-mail: its words, with what it quotes; the reader is the one that registers requests.
enum MailDocument {
  static func read(_ bytes: [UInt8]) throws(Unreadable) -> DocumentText {
    let message: Message
    do { message = try Message(reading: bytes) } catch {
      throw Unreadable(reason(error), error.description)
    }
    let isSealed = message.attachments.contains { $0.declaredType.hasSuffix("pkcs7-mime") }
    if message.body.isEmpty, isSealed {
      throw Unreadable(
        .encrypted,
        "The message is encrypted or sealed. Open it in the mail program, and save its text.")
    }
    var notes = message.remarks.map { DocumentNote(.mail, $0) }
    let count = message.attachments.count
    if count > 0 {
      notes.append(
        DocumentNote(
          .leftOut,
          count == 1
            ? "An attachment was not opened; a letter may be in it."
            : "\(count) attachments were not opened; a letter may be in one of them."))
    }
    return DocumentText(text: message.body, format: .mail, notes: notes)
  }

  private static func reason(_ error: MailError) -> Unreadable.Reason {
    switch error {
    case .empty: .empty
    case .tooLarge: .overLimit
    case .notAMessage: .unknownFormat
    }
  }
}
