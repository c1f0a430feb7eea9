/// The header lines of an e-mail as they are looked through.
struct MailHeaderInspection {
  private let message: MailPart
  private let run: InspectionRun

  init(_ message: MailPart, run: InspectionRun) {
    self.message = message
    self.run = run
  }

  func inspect() {
    var way: [MailHeaders.Field] = []
    var thread: [MailHeaders.Field] = []
    for field in message.headers.fields {
      switch Self.kind(of: field) {
      case .blind:
        if Self.names(field.value) {
          run.report(MailClass.bcc, at: "header \(Self.title(field.name))", showing: field.value)
        }
      case .way:
        way.append(field)
        // A line of the thread that names a machine of the office is both.
        if Self.threadNames.contains(field.name) { thread.append(field) }
      case .thread: thread.append(field)
      case .plain: continue
      case .seldomShown:
        if EncodedWord.isIn(field.raw) {
          run.report(
            MailClass.encodedHeader, at: "header \(Self.title(field.name))", showing: field.value,
            removable: false)
        }
      }
    }
    report(MailClass.received, way)
    report(MailClass.thread, thread)
  }

  enum Kind { case blind, way, thread, seldomShown, plain }

  /// What a header line is for.
  static func kind(of field: MailHeaders.Field) -> Kind {
    let name = field.name
    if name.hasSuffix("bcc") || name == "apparently-to" || name == "x-envelope-to" { return .blind }
    if wayNames.contains(name) || name.contains("originating") || name.hasSuffix("-ip")
      || name.hasPrefix("x-ms-exchange-") || name.hasPrefix("arc-")
    {
      return .way
    }
    if name == "message-id" { return isOfMachine(field.value) ? .way : .plain }
    if threadNames.contains(name) || name.hasPrefix("x-") || name.hasPrefix("thread-")
      || name.hasPrefix("list-")
    {
      return NetworkNames.isIn(field.value) ? .way : .thread
    }
    if name.hasPrefix("resent-") || seldomShown.contains(name) { return .seldomShown }
    return .plain
  }

  /// A header of many lines as one finding, so that a person sees the way at a glance.
  private func report(_ kind: HiddenDataClass, _ fields: [MailHeaders.Field]) {
    guard !fields.isEmpty else { return }
    let names = fields.reduce(into: [String]()) {
      if !$0.contains(Self.title($1.name)) { $0.append(Self.title($1.name)) }
    }
    let lines = fields.map { "\(Self.title($0.name)): \($0.value)" }
    // Where they are too long to show together, each gets its own finding.
    if lines.reduce(0, { $0 + $1.count }) < HiddenDataFinding.mostShown {
      let more = names.count > 5 ? " and \(names.count - 5) more" : ""
      run.report(
        kind, at: "headers " + names.prefix(5).joined(separator: ", ") + more,
        showing: lines.joined(separator: "\n"))
    } else {
      for (field, line) in zip(fields, lines) {
        run.report(kind, at: "header \(Self.title(field.name))", showing: line)
      }
    }
  }

  /// Whether there is anybody in a list of addresses.
  private static func names(_ value: String) -> Bool {
    let text = value.lowercased().replacing("undisclosed-recipients", with: "")
      .replacing("undisclosed recipients", with: "")
    return text.contains(where: { $0.isLetter || $0.isNumber })
  }

  /// A message id with a name that only exists inside an office.
  private static func isOfMachine(_ id: String) -> Bool {
    guard let at = id.lastIndex(of: "@") else { return false }
    let host = id[at...].dropFirst().prefix { $0 != ">" }
    return NetworkNames.isInternal(host.lowercased())
  }

  static func title(_ name: String) -> String {
    name.split(separator: "-", omittingEmptySubsequences: false).map { part in
      ["id", "ip", "mime", "spf", "dkim", "arc", "ms"].contains(part)
        ? part.uppercased() : part.prefix(1).uppercased() + part.dropFirst()
    }.joined(separator: "-")
  }

  private static let wayNames: Set<String> = [
    "received", "x-received", "received-spf", "delivered-to", "x-delivered-to", "x-original-to",
    "x-forwarded-to", "x-forwarded-for", "x-sender", "x-sender-ip", "x-authenticated-sender",
    "authentication-results", "x-originating-email", "x-apparently-to", "x-client-ip", "x-source",
    "x-source-dir", "x-source-args", "x-originatororg", "x-remote-ip", "envelope-to",
    "x-php-originating-script", "x-authenticated-user", "x-auth-user",
  ]

  private static let threadNames: Set<String> = [
    "references", "in-reply-to", "thread-topic", "thread-index", "user-agent", "return-path",
    "dkim-signature", "domainkey-signature", "comments", "keywords", "errors-to",
    "original-recipient",
    "disposition-notification-to", "accept-language", "content-language", "organization",
    "importance",
    "feedback-id", "auto-submitted", "precedence", "require-recipient-valid-since",
    "original-message-id",
  ]

  private static let seldomShown: Set<String> = [
    "cc", "reply-to", "sender", "mail-followup-to", "mail-reply-to", "return-receipt-to",
    "disposition-notification-to", "errors-to", "followup-to", "approved",
  ]
}

/// Names and addresses of machines in a text.
enum NetworkNames {
  /// Whether one is in it: four numbers, or a name that only exists inside an office.
  static func isIn(_ text: String) -> Bool {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == ":") }
      .contains { word in
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 4, parts.allSatisfy({ UInt8($0) != nil }) { return true }
        return isInternal(String(word))
      }
  }

  static func isInternal(_ host: String) -> Bool {
    let endings = [
      ".local", ".internal", ".lan", ".corp", ".intranet", ".intra", ".localdomain", ".home",
      ".private", ".ad",
    ]
    return endings.contains { host.hasSuffix($0) && host.count > $0.count }
  }
}
