import Documents

/// The properties of a message, a recipient or an attachment (MS-OXMSG).
struct MessageProperties {
  /// What a property is: its number and its kind.
  struct Tag: Hashable {
    let id: Int
    let kind: Int
  }

  static let stream = "__properties_version1.0"
  private static let prefix = "__substg1.0_"

  private let file: CompoundFile
  /// Properties of fixed size.
  private(set) var numbers: [Tag: UInt64] = [:]
  /// Properties that have a stream or storage of their own.
  private(set) var entries: [Tag: CompoundEntry] = [:]
  /// The values of properties with several texts.
  private(set) var lists: [Tag: [CompoundEntry]] = [:]
  private var page: CodePage

  /// Reads what lies in a storage.
  ///
  /// - Parameter page: The letters of texts that are not Unicode, where the storage does not say it.
  init(_ file: CompoundFile, in storage: Int, page: CodePage = .western) throws(Unreadable) {
    self.file = file
    self.page = page
    for entry in file.children(of: storage) where entry.name.hasPrefix(Self.prefix) {
      let parts = entry.name.dropFirst(Self.prefix.count).split(separator: "-")
      guard let first = parts.first, first.count == 8, let tag = UInt32(first, radix: 16) else {
        continue
      }
      let key = Tag(id: Int(tag >> 16), kind: Int(tag & 0xFFFF))
      if parts.count > 1 { lists[key, default: []].append(entry) } else { entries[key] = entry }
    }
    guard let data = try file.stream(Self.stream, in: storage) else { return }
    var reader = ByteReader(data)
    // The head is of 32 bytes, 24 or 8, by what the storage is; what follows is in parts of 16.
    reader.position = Self.head(data.count, isRoot: storage == 0, file, storage)
    while reader.left >= 16 {
      let tag = try reader.uint32()
      _ = try reader.uint32()
      numbers[Tag(id: Int(tag >> 16), kind: Int(tag & 0xFFFF))] = try reader.uint64()
    }
    let stated = number(0x3FFD) ?? number(0x3FDE)
    if let stated, CodePage(number: stated) != .unknown, CodePage(number: stated) != .utf16 {
      self.page = CodePage(number: stated)
    }
  }

  private static func head(_ size: Int, isRoot: Bool, _ file: CompoundFile, _ storage: Int) -> Int {
    if isRoot { return 32 }
    let name = file.entries[storage].name.foldedASCII
    return name.hasPrefix("__recip") || name.hasPrefix("__attach") ? 8 : 24
  }

  /// The letters of texts that are not Unicode.
  var codePage: CodePage { page }

  /// A number or truth.
  func number(_ id: Int) -> Int? {
    for kind in [0x0003, 0x0002, 0x000B] {
      if let value = numbers[Tag(id: id, kind: kind)] {
        return Int(UInt32(truncatingIfNeeded: value))
      }
    }
    return nil
  }

  /// A property as text; nil where it is none or nothing.
  func text(_ id: Int) throws(Unreadable) -> String? {
    for kind in [0x001F, 0x001E] {
      let text = try text(Tag(id: id, kind: kind))
      if let text, !text.isEmpty { return text }
    }
    return nil
  }

  /// A number, truth or time as text; nil for other kinds.
  static func text(of value: UInt64, kind: Int) -> String? {
    switch kind {
    case 0x0002, 0x0003: String(Int32(truncatingIfNeeded: value))
    case 0x000B: value & 1 == 0 ? "false" : "true"
    case 0x0014: String(Int64(bitPattern: value))
    case 0x0005: BIFFValue.plain(Double(bitPattern: value))
    case 0x0040: Moment.text(fileTime: value)
    default: nil
    }
  }

  /// The first of several properties that says something.
  func firstText(_ ids: Int...) throws(Unreadable) -> String? {
    for id in ids {
      if let text = try text(id)?.trimmed, !text.isEmpty { return text }
    }
    return nil
  }

  /// A property of a known kind as text, lists as their parts.
  func text(_ tag: Tag) throws(Unreadable) -> String? {
    switch tag.kind {
    case 0x001F, 0x001E:
      guard let entry = entries[tag] else { return nil }
      return decode(try file.data(of: entry), isWide: tag.kind == 0x001F)
    case 0x101F, 0x101E:
      var texts: [String] = []
      for entry in lists[tag] ?? [] {
        texts.append(decode(try file.data(of: entry), isWide: tag.kind == 0x101F))
      }
      return texts.isEmpty ? nil : texts.joined(separator: "; ")
    default: return nil
    }
  }

  private func decode(_ data: [UInt8], isWide: Bool) -> String {
    var text = isWide ? CodePage.utf16(data) : page.decode(data)
    while text.unicodeScalars.last == "\0" { text.unicodeScalars.removeLast() }
    return text
  }

  /// A property as bytes.
  func binary(_ id: Int) throws(Unreadable) -> [UInt8]? {
    guard let entry = entries[Tag(id: id, kind: 0x0102)], entry.kind == .stream else { return nil }
    return try file.data(of: entry)
  }

  /// The tags of all texts, in order.
  var textTags: [Tag] {
    Set(entries.keys).union(lists.keys)
      .filter { [0x001E, 0x001F, 0x101E, 0x101F].contains($0.kind) }
      .sorted { ($0.id, $0.kind) < ($1.id, $1.kind) }
  }

  /// The tags of all properties of bytes, in order.
  var binaryTags: [Tag] {
    entries.keys.filter { $0.kind == 0x0102 }.sorted { $0.id < $1.id }
  }
}
