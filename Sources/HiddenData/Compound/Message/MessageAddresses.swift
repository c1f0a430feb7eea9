import Documents

/// Finds addresses in a message that stand behind the names that are shown.
struct MessageAddresses {
  /// What is shown of the message: names, subject, text; folded.
  let shown: String
  private var told: Set<String> = []
  private let run: InspectionRun

  init(shown: String, run: InspectionRun) {
    self.shown = shown.foldedASCII
    self.run = run
  }

  /// What the properties with addresses are, as a person would say it.
  private static let places: [Int: String] = [
    0x0C1F: "the sender", 0x5D01: "the sender", 0x0C1D: "the sender", 0x0C19: "the sender",
    0x0065: "the person for whom it was sent", 0x5D02: "the person for whom it was sent",
    0x003B: "the person for whom it was sent", 0x0041: "the person for whom it was sent",
    0x0076: "the person who received it", 0x003F: "the person who received it",
    0x0051: "the person who received it", 0x5D07: "the person who received it",
    0x0078: "the person for whom it was received", 0x0043: "the person for whom it was received",
    0x0052: "the person for whom it was received", 0x5D08: "the person for whom it was received",
    0x0050: "the addresses for replies", 0x004F: "the addresses for replies",
    0x1035: "the number of the message", 0x1039: "the messages to which it refers",
    0x1042: "the message that it answers",
  ]

  /// Properties that are reported as what they are, or that everybody sees.
  private static let left: Set<Int> = [
    0x007D, 0x1000, 0x1013, 0x1009, 0x0037, 0x0E1D, 0x0070, 0x0E02, 0x0E03, 0x0E04, 0x1035, 0x1039,
    0x1042, 0x1046, 0x300B,
  ]

  /// Properties that hold nothing but an address.
  private static let owned: Set<Int> = [
    0x0C1F, 0x0065, 0x0076, 0x0078, 0x3003, 0x39FE, 0x5D01, 0x5D02, 0x5D07, 0x5D08,
  ]

  /// Looks through the properties of the message or of a recipient.
  mutating func inspect(
    _ properties: MessageProperties, at person: String? = nil
  ) throws(Unreadable) {
    for tag in properties.textTags where tag.id < 0x8000 && !Self.left.contains(tag.id) {
      guard let text = try properties.text(tag) else { continue }
      let found = Self.addresses(in: text)
      // Numbers for fax and names of other systems are addresses too.
      let own = Self.owned.contains(tag.id) && found.isEmpty && !text.trimmed.isEmpty
      report(
        own ? [text.trimmed] : found, person ?? Self.places[tag.id] ?? Self.name(tag.id))
    }
    for tag in properties.binaryTags where tag.id < 0x8000 && !Self.left.contains(tag.id) {
      guard let data = try properties.binary(tag.id), data.count < 65_536 else { continue }
      let texts = TextRuns.find(in: data).flatMap(Self.addresses)
      report(texts, person ?? Self.places[tag.id] ?? Self.name(tag.id))
    }
  }

  private static func name(_ id: Int) -> String { "property 0x\(String(id, radix: 16))" }

  private mutating func report(_ addresses: [String], _ place: String) {
    for address in addresses {
      let folded = address.foldedASCII
      guard !shown.contains(folded), told.insert(folded).inserted else { continue }
      run.report(
        MessageClasses.address, at: "address of \(place)", showing: address, removable: false)
    }
  }

  /// The addresses of mail and the names of the directory in a text.
  private static func addresses(in text: String) -> [String] {
    // A name of the directory may have blanks in it; it goes on to the end.
    let folded = text.foldedASCII
    if let start = folded.firstRange(of: "/o=")?.lowerBound {
      let offset = folded.distance(from: folded.startIndex, to: start)
      return [String(text.dropFirst(offset)).trimmed]
    }
    return text.split(whereSeparator: { isEdge($0) })
      .compactMap { word in
        var word = String(word)
        if word.foldedASCII.hasPrefix("smtp:") { word.removeFirst(5) }
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), parts[1].count > 3 else {
          return nil
        }
        return word
      }
  }

  private static func isEdge(_ character: Character) -> Bool {
    character.isWhitespace || "<>;,\"'()".contains(character)
      || character.unicodeScalars.contains { $0.value < 0x20 }
  }
}
