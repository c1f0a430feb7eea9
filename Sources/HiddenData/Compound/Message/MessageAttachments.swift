import Documents

/// Reports the files attached to a message and the messages inside it, and looks into them.
enum MessageAttachments {
  /// - Parameter html: The body that may show pictures among the attachments.
  static func inspect(
    _ file: CompoundFile, shownBy html: String, page: CodePage, run: InspectionRun
  ) throws(Unreadable) {
    for entry in file.children() where entry.name.foldedASCII.hasPrefix("__attach_version1.0") {
      do throws(Unreadable) {
        let properties = try MessageProperties(file, in: entry.index, page: page)
        if let object = properties.entries[.init(id: 0x3701, kind: 0x000D)] {
          try inspectObject(object, file, properties, run: run)
        } else {
          try inspectFile(properties, shownBy: html, run: run)
        }
      } catch {
        run.fail(error)
      }
    }
  }

  private static func name(_ properties: MessageProperties) throws(Unreadable) -> String? {
    try properties.firstText(0x3707, 0x3704, 0x3001)
  }

  private static func inspectFile(
    _ properties: MessageProperties, shownBy html: String, run: InspectionRun
  ) throws(Unreadable) {
    let data = try properties.binary(0x3701)
    let stated = try name(properties)
    let name = stated ?? "attachment" + OLEObject.ending(of: data ?? [])
    let path = try properties.firstText(0x370D, 0x3708)
    let identifier = try properties.text(0x3712)?.trimmed ?? ""
    let isShown = !identifier.isEmpty && html.contains("cid:" + identifier)
    if !isShown {
      let size = data.map { "\($0.count) bytes" } ?? "a link to a file"
      run.reportInParts(
        MessageClasses.attachment, at: "attachment \(name)",
        showing: [
          "\(name) (\(size))", path, data.flatMap { ContainedText.words(of: $0, name: name) },
        ].compactMap(\.self)
          .joined(separator: "\n"))
    }
    if let data, !data.isEmpty { run.enter(data, name: name) }
  }

  private static func inspectObject(
    _ object: CompoundEntry, _ file: CompoundFile, _ properties: MessageProperties,
    run: InspectionRun
  ) throws(Unreadable) {
    guard object.kind == .storage else { throw .broken("a message in it is not stored as one") }
    let name = try name(properties)
    guard file.entry(MessageProperties.stream, in: object.index) != nil else {
      let bytes = try CompoundWriter.file(of: file, under: object)
      let contents = OLEObject.contents(of: bytes)
      let shown = name ?? contents?.name ?? "object"
      let words = contents.flatMap { ContainedText.words(of: $0.payload, name: $0.name) }
      run.reportInParts(
        MessageClasses.attachment, at: "attachment \(shown)",
        showing: [shown, contents?.path, words].compactMap(\.self).joined(separator: "\n"))
      run.enter(contents?.payload ?? bytes, name: contents?.name ?? shown)
      return
    }
    let inner = try MessageProperties(file, in: object.index)
    let subject = try inner.firstText(0x0037) ?? name ?? "message"
    let sender = try inner.firstText(0x0C1A, 0x0042, 0x0C1F)
    let bodies = try MessageBodies(inner)
    run.reportInParts(
      MessageClasses.embedded, at: "message “\(subject)”",
      showing: [sender.map { "From: \($0)" }, "Subject: \(subject)", bodies.shown]
        .compactMap(\.self).joined(separator: "\n"))
    run.enter(try message(file, object), name: subject + ".msg")
  }

  /// A message inside another as a file of its own: its head is longer there, and the names of
  /// properties, which the outer message keeps for both, go with it.
  private static func message(
    _ file: CompoundFile, _ object: CompoundEntry
  ) throws(Unreadable) -> [UInt8] {
    var writer = CompoundWriter()
    try writer.copy(file, from: object.index, to: 0) { entry, data in
      guard entry.parent == object.index, entry.name == MessageProperties.stream,
        data.count >= 24, data.count % 16 == 8
      else { return data }
      return Array(data[..<24]) + Array(repeating: 0, count: 8) + Array(data[24...])
    }
    if let names = file.entry("__nameid_version1.0"),
      file.entry("__nameid_version1.0", in: object.index) == nil
    {
      try writer.copy(file, from: names.index, to: writer.addStorage("__nameid_version1.0"))
    }
    return writer.bytes
  }
}
