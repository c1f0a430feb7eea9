import Documents

/// Looks into a message of Outlook.
enum MessageInspector {
  /// Whether a compound file is a message, by any of the names that only messages have.
  static func recognises(_ file: CompoundFile) -> Bool {
    file.children().contains {
      $0.name == MessageProperties.stream || $0.name.hasPrefix("__substg1.0_")
        || $0.name.hasPrefix("__nameid_version1.0")
    }
  }

  static func inspect(_ file: CompoundFile, run: InspectionRun) {
    do throws(Unreadable) {
      let properties = try MessageProperties(file, in: 0)
      let bodies = try MessageBodies(properties)
      let recipients = try recipients(of: file, page: properties.codePage)
      try inspectBlindCopies(properties, recipients, run: run)
      if let headers = try headers(properties)?.trimmed, !headers.isEmpty {
        run.reportInParts(
          MessageClasses.transportHeaders, at: "the headers of its way", showing: headers)
      }
      bodies.inspect(run: run)
      let shown = try shown(properties, recipients, bodies)
      try inspectAddresses(properties, recipients, shown: shown, run: run)
      try inspectNamed(properties, MessageNames(file), shown: shown, run: run)
      try MessageAttachments.inspect(
        file, shownBy: bodies.source, page: properties.codePage, run: run)
    } catch {
      run.fail(error)
    }
    let stray = file.everything().filter { entry in
      entry.kind == .stream && !entry.name.hasPrefix("__")
        && MessageInspector.isOfMessage(entry, file)
    }
    SlackInspector.inspect(
      file, further: stray.map { CompoundFile.Slack(stray: $0, of: file) },
      as: MessageClasses.slack, run: run)
  }

  /// The headers; some programs keep them as bytes.
  private static func headers(_ properties: MessageProperties) throws(Unreadable) -> String? {
    if let text = try properties.text(0x007D) { return text }
    return try properties.binary(0x007D).map { CodePage.western.decode($0) }
  }

  /// Whether a stream lies among a message's own and not in an object attached to it.
  private static func isOfMessage(_ entry: CompoundEntry, _ file: CompoundFile) -> Bool {
    guard let parent = entry.parent, parent != 0 else { return true }
    let name = file.entries[parent].name
    return name.hasPrefix("__recip") || name.hasPrefix("__attach") || name.hasPrefix("__nameid")
  }

  /// Somebody to whom the message went.
  private struct Recipient {
    let properties: MessageProperties
    let name: String
    let address: String
    let isBlind: Bool
  }

  private static func recipients(
    of file: CompoundFile, page: CodePage
  ) throws(Unreadable) -> [Recipient] {
    var recipients: [Recipient] = []
    for entry in file.children() where entry.name.foldedASCII.hasPrefix("__recip_version1.0") {
      let properties = try MessageProperties(file, in: entry.index, page: page)
      let name = try properties.firstText(0x3001, 0x5FF6) ?? ""
      let address = try properties.firstText(0x39FE, 0x3003) ?? ""
      // The upper bits say what became of the message there.
      let kind = (properties.number(0x0C15) ?? 1) & 0xF
      recipients.append(
        Recipient(properties: properties, name: name, address: address, isBlind: kind == 3))
    }
    return recipients
  }

  private static func inspectBlindCopies(
    _ properties: MessageProperties, _ recipients: [Recipient], run: InspectionRun
  ) throws(Unreadable) {
    var told = ""
    for recipient in recipients where recipient.isBlind {
      let parts = [recipient.name, recipient.address].filter { !$0.trimmed.isEmpty }
      let text =
        parts.count == 2 && parts[0] != parts[1]
        ? "\(parts[0]) <\(parts[1])>" : parts.first ?? "a recipient without a name"
      told += text
      run.report(MessageClasses.bcc, at: "blind copy", showing: text, removable: false)
    }
    let names = try properties.text(0x0E02)?.trimmed ?? ""
    let missing = names.split(separator: ";").map { String($0).trimmed }.filter {
      !$0.isEmpty && !told.contains($0)
    }
    if !missing.isEmpty {
      run.report(
        MessageClasses.bcc, at: "blind copy, by the list of names",
        showing: missing.joined(separator: "; "), removable: false)
    }
  }

  /// What everybody sees of the message: the bodies, the names of sender and recipients, the subject.
  private static func shown(
    _ properties: MessageProperties, _ recipients: [Recipient], _ bodies: MessageBodies
  ) throws(Unreadable) -> String {
    var shown = bodies.shown
    for id in [0x0C1A, 0x0042, 0x0037, 0x0E03, 0x0E04] {
      shown += "\n" + (try properties.text(id) ?? "")
    }
    for recipient in recipients where !recipient.isBlind { shown += "\n" + recipient.name }
    return shown
  }

  private static func inspectAddresses(
    _ properties: MessageProperties, _ recipients: [Recipient], shown: String, run: InspectionRun
  ) throws(Unreadable) {
    var addresses = MessageAddresses(shown: shown, run: run)
    try addresses.inspect(properties)
    for recipient in recipients {
      let name = recipient.name.trimmed
      try addresses.inspect(
        recipient.properties, at: name.isEmpty ? "a recipient" : "the recipient \(name)")
    }
  }

  /// Numbers of properties that hold versions and settings, and words by which Outlook, Exchange and
  /// the web name what every message has.
  private static let innocentNumbers: Set<Int> = [0x8554, 0x8552, 0x8530, 0x8520, 0x8582]
  private static let innocentWords = [
    "content-type", "content-class", "mime-version", "accept-language", "acceptlanguage",
    "content-language", "x-ms-has-attach", "x-ms-tnef-correlator", "x-mailer", "thread-index",
  ]

  private static func inspectNamed(
    _ properties: MessageProperties, _ names: MessageNames, shown: String, run: InspectionRun
  ) throws(Unreadable) {
    for tag in properties.textTags where tag.id >= 0x8000 {
      guard let text = try properties.text(tag)?.trimmed else { continue }
      report(tag, text)
    }
    for tag in properties.binaryTags where tag.id >= 0x8000 {
      guard names[tag.id]?.word != nil, let data = try properties.binary(tag.id) else { continue }
      let runs = TextRuns.find(in: data)
      if !runs.isEmpty { report(tag, runs.joined(separator: "\n")) }
    }

    // Of what is no text, only fields that a person or a form added are told.
    for (tag, value) in properties.numbers.sorted(by: { $0.key.id < $1.key.id }) {
      guard tag.id >= 0x8000, let name = names[tag.id], name.isPublic, name.word != nil,
        let text = MessageProperties.text(of: value, kind: tag.kind)
      else { continue }
      report(tag, text)
    }

    func report(_ tag: MessageProperties.Tag, _ text: String) {
      let name = names[tag.id]
      let word = name?.word
      if let word, innocentWords.contains(word.foldedASCII) { return }
      if let name, word == nil, innocentNumbers.contains(name.number) { return }
      // A version or another bare number says nothing about anybody.
      guard word != nil || text.unicodeScalars.contains(where: \.properties.isAlphabetic),
        !text.isEmpty, !shown.contains(text)
      else { return }
      let shown = word ?? "0x" + String(name?.number ?? tag.id, radix: 16)
      run.report(
        MessageClasses.namedProperty, at: "property \(shown)", showing: "\(shown): \(text)",
        removable: false)
    }
  }
}
