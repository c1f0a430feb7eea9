import Documents

/// One part without further parts: a text, a picture, a file, another message.
struct MailLeafInspection {
  private let part: MailPart
  private let run: InspectionRun
  private let around: [MailPart]

  init(_ part: MailPart, run: InspectionRun, around: [MailPart]) {
    self.part = part
    self.run = run
    self.around = around
  }

  func inspect() {
    let type = part.type.value
    let name = part.name ?? ""
    let lower = name.lowercased()
    let isAttached = part.disposition.value == "attachment" || part.name != nil
    if type == "application/ms-tnef" || type == "application/vnd.ms-tnef" || lower == "winmail.dat"
      || TNEFReader.recognises(part.content)
    {
      MailTNEF(part.content, run: run).inspect(name: name.isEmpty ? "winmail.dat" : name)
    } else if type.hasPrefix("message/") || lower.hasSuffix(".eml") {
      nested(type)
    } else if type == "text/calendar" || type == "application/ics" || lower.hasSuffix(".ics") {
      MailCalendar(part.text).report(run)
    } else if type.hasPrefix("image/") || PictureInspector.recognises(part.content) {
      picture(name)
    } else if Self.sealed.contains(type) {
      run.fail(.locked("The e-mail"))
    } else if type == "text/html" || type == "application/xhtml+xml", !isAttached {
      html()
    } else if type.hasPrefix("text/") || type.isEmpty, !isAttached {
      text()
    } else if !Self.signatures.contains(type) {
      attachment(part.content, name: name.isEmpty ? "unnamed part (\(type))" : name)
    }
  }

  private func text() {
    // A part that says it is plain text and is HTML is shown as HTML by many programs.
    if part.text.prefix(200).lowercased().contains("<html") { html() }
    for file in UUEncoding.files(part.content) { attachment(file.bytes, name: file.name) }
  }

  private func html() {
    let words = HTMLWords(part.text)
    if !words.isWhole { run.fail(.tooMuch("the HTML of the e-mail is too large")) }
    for hidden in words.hidden {
      run.report(
        MailClass.hiddenHTML, at: "HTML of the message, \(hidden.reason)", showing: hidden.text)
    }
    for comment in words.comments {
      run.report(MailClass.comment, at: "HTML of the message", showing: comment.text)
    }
    // Pictures that are written into the text itself.
    for (index, bytes) in Self.dataPictures(part.text).enumerated() {
      reportMetadata(bytes, name: "picture \(index + 1) in the text", removable: false)
    }
  }

  private func picture(_ name: String) {
    let name = name.isEmpty ? part.headers["content-id"].map { "picture \($0)" } ?? "picture" : name
    reportMetadata(part.content, name: name, removable: true)
    let isShown =
      part.disposition.value == "inline" || part.headers["content-id"] != nil
      || around.last?.type.value == "multipart/related"
    if part.disposition.value == "attachment" || !isShown {
      let type = part.type.value
      run.report(
        MailClass.attachment, at: "attachment \"\(name)\"",
        showing: "\(name) (\(type), \(part.content.count) bytes)", removable: false)
    }
  }

  /// Looks into a picture; what is found is also told as what it is for the message.
  private func reportMetadata(_ bytes: [UInt8], name: String, removable: Bool) {
    guard !bytes.isEmpty else { return }
    let before = run.findings.count
    // A kind of picture that is not looked into can still be told from one with nothing in it.
    guard PictureInspector.recognises(bytes) else {
      run.enter(bytes, name: name)
      return
    }
    guard run.enter(bytes, name: name) > 0, before <= run.findings.count else { return }
    let lines = run.findings[before...].map { "\($0.where): \($0.excerpt)" }
    run.report(
      MailClass.imageMetadata, at: "picture \"\(name)\"", showing: lines.joined(separator: "\n"),
      removable: removable)
  }

  private func nested(_ type: String) {
    let bytes = part.content
    guard
      type == "message/rfc822" || type == "message/global" || type == "message/news"
        || !type.hasPrefix("message/")
    else {
      // Reports about delivery and the like are read as they stand.
      attachment(bytes, name: part.name ?? "part of the kind \(type)")
      return
    }
    let inner = MailPart(bytes)
    let lines = ["from", "to", "cc", "date", "subject"].compactMap { name in
      inner.headers[name].map { "\(MailHeaderInspection.title(name)): \($0)" }
    }
    let subject = inner.headers["subject"] ?? part.name ?? "message"
    run.report(
      MailClass.nested, at: "message \"\(subject)\" in the message",
      showing: (lines + ["", MailWords.shown(inner)]).joined(separator: "\n"), removable: false)
    run.enter(bytes, name: subject.hasSuffix(".eml") ? subject : subject + ".eml")
  }

  private func attachment(_ bytes: [UInt8], name: String) {
    let words = AttachedWords.words(bytes, name: name)
    let about = part.headers["content-description"].map { $0 == name ? "" : "\n" + $0 } ?? ""
    run.report(
      MailClass.attachment, at: "attachment \"\(name)\"",
      showing: "\(name) (\(part.type.value), \(bytes.count) bytes)\(about)"
        + (words.isEmpty ? "" : "\n" + words), removable: false)
    if !bytes.isEmpty { run.enter(bytes, name: name) }
  }

  /// Pictures in `data:` addresses.
  static func dataPictures(_ html: String) -> [[UInt8]] {
    var pictures: [[UInt8]] = []
    var rest = html.utf8[...]
    let mark = Array("data:image/".utf8)
    while pictures.count < 200, let found = rest.firstRange(of: mark) {
      rest = rest[found.upperBound...]
      let head = rest.prefix(40)
      guard let comma = head.firstIndex(of: UInt8(ascii: ",")) else { continue }
      let body = rest[rest.index(after: comma)...].prefix {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ")")
          && $0 != UInt8(ascii: ">")
      }
      if let bytes = Base64Text.decoded(body) { pictures.append(bytes) }
      rest = rest[body.endIndex...]
    }
    return pictures
  }

  /// What cannot be read without a key.
  private static let sealed: Set<String> = [
    "application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted",
  ]
  /// A signature over the message says nothing that the message does not.
  private static let signatures: Set<String> = [
    "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
    "application/pgp-keys",
  ]
}
