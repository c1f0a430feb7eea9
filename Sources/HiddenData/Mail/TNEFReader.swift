import Documents

/// Outlook's own envelope (MS-OXTNEF): attributes, and in two of them MAPI properties.
struct TNEFReader {
  struct File {
    var name = ""
    var bytes: [UInt8] = []
    /// Whether it is a message of Outlook's own.
    var isMessage = false
  }

  /// Texts of the message: what they are, and the words.
  private(set) var texts: [(name: String, text: String)] = []
  private(set) var files: [File] = []
  /// Whether it could be read to its end.
  private(set) var isWhole = false

  /// Whether bytes begin as such an envelope does.
  static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x78, 0x9F, 0x3E, 0x22]) }

  init(_ bytes: [UInt8], limits: InspectionLimits) throws(Unreadable) {
    var reader = ByteReader(bytes)
    guard try reader.uint32() == 0x223E_9F78 else { throw .broken("winmail.dat is no TNEF file") }
    try reader.skip(2)
    do throws(Unreadable) {
      while reader.left >= 9 {
        let level = try reader.uint8()
        guard level == 1 || level == 2 else { throw .broken("winmail.dat") }
        let id = try reader.uint32()
        let data = try reader.take(Int(try reader.uint32()))
        try reader.skip(2)
        try take(id & 0xFFFF, data, isFile: level == 2, limits)
      }
      isWhole = true
    } catch {
      isWhole = false
    }
  }

  private mutating func take(
    _ id: UInt32, _ data: [UInt8], isFile: Bool, _ limits: InspectionLimits
  ) throws(Unreadable) {
    switch id {
    case 0x9002: files.append(File())
    case 0x8010:
      if !files.isEmpty, files[files.count - 1].name.isEmpty {
        files[files.count - 1].name = MailCharset.text(data.filter { $0 != 0 }, "")
      }
    case 0x800F: if !files.isEmpty { files[files.count - 1].bytes = data }
    case 0x9003, 0x9005:
      let properties = try TNEFProperties(data, limits: limits)
      if isFile { take(file: properties) } else { texts += properties.texts }
    case 0x8000, 0x8004, 0x8005, 0x800C, 0x8001, 0x8002:
      let words = ReadableText.runs(data, least: 3)
      if !words.isEmpty { texts.append((Self.names[id] ?? "text", words)) }
    default: return
    }
  }

  private mutating func take(file properties: TNEFProperties) {
    if files.isEmpty { files.append(File()) }
    let last = files.count - 1
    if let name = properties.longName { files[last].name = name }
    if let data = properties.data {
      // An object begins with the id of its interface; a message of Outlook's own is such an envelope again.
      let isMessage = data.dropFirst(16).starts(with: [0x78, 0x9F, 0x3E, 0x22])
      files[last].bytes = isMessage ? Array(data.dropFirst(16)) : data
      files[last].isMessage = isMessage
    }
    texts += properties.texts.map { ("of the file, " + $0.name, $0.text) }
  }

  private static let names: [UInt32: String] = [
    0x8000: "from", 0x8004: "subject", 0x8005: "sent", 0x800C: "text", 0x8001: "owner",
    0x8002: "sent for",
  ]
}

/// A row of MAPI properties as TNEF writes them.
struct TNEFProperties {
  private(set) var texts: [(name: String, text: String)] = []
  private(set) var longName: String?
  private(set) var data: [UInt8]?

  init(_ bytes: [UInt8], limits: InspectionLimits) throws(Unreadable) {
    var reader = ByteReader(bytes)
    let count = try reader.uint32()
    for _ in 0..<min(count, 10_000) {
      let type = try reader.uint16()
      let id = try reader.uint16()
      if id >= 0x8000 { try Self.skipName(&reader) }
      let isMany = type & 0x1000 != 0
      for value in try Self.values(&reader, type & 0x0FFF, isMany: isMany) {
        take(id, type & 0x0FFF, value, limits)
      }
    }
  }

  private mutating func take(
    _ id: UInt16, _ type: UInt16, _ value: [UInt8], _ limits: InspectionLimits
  ) {
    switch (id, type) {
    case (0x3701, _): data = value
    case (0x3707, _): longName = Self.text(value, type)
    case (0x1009, 0x0102):
      let rich = OutlookRichText.words(value)
      if !rich.isEmpty { texts.append(("text", rich)) }
    case (0x1013, 0x0102), (0x1013, 0x001E):
      texts.append(("HTML", HTMLWords(MailCharset.text(value, "")).shown))
    case (_, 0x001E), (_, 0x001F):
      let text = Self.text(value, type).withoutOuterBlanks
      if !text.isEmpty, !Self.settings.contains(id) {
        texts.append((Self.names[id] ?? "property \(String(id, radix: 16))", text))
      }
    default: return
    }
  }

  private static func text(_ value: [UInt8], _ type: UInt16) -> String {
    if type == 0x001F { return ReadableText.utf16(value, isBig: false) }
    return MailCharset.text(Array(value.prefix { $0 != 0 }), "")
  }

  private static func values(
    _ reader: inout ByteReader, _ type: UInt16, isMany: Bool
  ) throws(Unreadable) -> [[UInt8]] {
    let fixed: [UInt16: Int] = [
      2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16,
    ]
    if let size = fixed[type] {
      let count = isMany ? Int(try reader.uint32()) : 1
      guard count <= reader.left / size else { throw .broken("winmail.dat") }
      try reader.skip(size * count)
      return []
    }
    guard [0x0D, 0x1E, 0x1F, 0x102].contains(type) else { throw .broken("winmail.dat") }
    // Text and data come with a count even where there is one of them.
    let count = Int(try reader.uint32())
    guard count <= reader.left / 4 else { throw .broken("winmail.dat") }
    var list: [[UInt8]] = []
    for _ in 0..<count {
      let length = Int(try reader.uint32())
      list.append(try reader.take(length))
      let padding = (4 - length % 4) % 4
      try reader.skip(min(padding, reader.left))
    }
    return list
  }

  /// A property with a name has the name before its value.
  private static func skipName(_ reader: inout ByteReader) throws(Unreadable) {
    try reader.skip(16)
    guard try reader.uint32() == 1 else {
      try reader.skip(4)
      return
    }
    let length = Int(try reader.uint32())
    try reader.skip(length)
    try reader.skip((4 - length % 4) % 4)
  }

  /// Properties that are settings: classes of messages, kinds of addresses, search keys.
  private static let settings: Set<UInt16> = [
    0x001A, 0x0064, 0x0077, 0x0075, 0x0C1E, 0x3002, 0x370E, 0x3703, 0x3709, 0x370A, 0x3A71, 0x3001,
    0x1035, 0x3FFA, 0x8002,
  ]

  private static let names: [UInt16: String] = [
    0x0037: "subject", 0x003D: "prefix of the subject", 0x0070: "topic", 0x0C1A: "from",
    0x0C1F: "address",
    0x0042: "sent for", 0x0065: "address", 0x0E02: "blind copies", 0x0E03: "copies", 0x0E04: "to",
    0x0E1D: "subject", 0x1000: "text", 0x1035: "id", 0x3704: "file",
  ]
}
