extension ExifContents {
  /// The GPS directory in words; a version number by itself says nothing.
  static func place(_ reader: ExifReader) -> [String] {
    let entries = reader.entries.filter { $0.directory == .gps && $0.tag != 0 }
    guard !entries.isEmpty else { return [] }
    func word(_ tag: UInt16) -> String {
      entries.first { $0.tag == tag }.map { ReadableText.decoded($0.data).withoutOuterBlanks } ?? ""
    }
    func degrees(_ tag: UInt16, _ sign: UInt16) -> String? {
      guard let entry = entries.first(where: { $0.tag == tag }) else { return nil }
      let parts = reader.fractions(entry)
      guard !parts.isEmpty else { return nil }
      var value = parts[0]
      if parts.count > 1 { value += parts[1] / 60 }
      if parts.count > 2 { value += parts[2] / 3_600 }
      return "\(fixed(value))° \(word(sign))".withoutOuterBlanks
    }
    var lines: [String] = []
    let where_ = [degrees(2, 1), degrees(4, 3)].compactMap { $0 }
    if !where_.isEmpty { lines.append("position " + where_.joined(separator: ", ")) }
    let target = [degrees(0x14, 0x13), degrees(0x16, 0x15)].compactMap { $0 }
    if !target.isEmpty { lines.append("destination " + target.joined(separator: ", ")) }
    for entry in entries {
      switch entry.tag {
      case 6:
        if let height = reader.fractions(entry).first {
          lines.append("altitude \(fixed(height)) m")
        }
      case 7:
        let time = reader.fractions(entry).map { fixed($0) }
        if !time.isEmpty { lines.append("time " + time.joined(separator: ":") + " UTC") }
      case 0x11:
        if let way = reader.fractions(entry).first { lines.append("direction \(fixed(way))°") }
      case 0x1B, 0x1C:
        let text = comment(entry.data, isBig: reader.isBig).withoutOuterBlanks
        if !text.isEmpty { lines.append(text) }
      case 1, 3, 0x13, 0x15: continue
      default:
        guard entry.type == 2 || entry.type == 7 || entry.type == 129 else { continue }
        let text = ReadableText.decoded(entry.data).withoutOuterBlanks
        if text.count > 1 { lines.append(text) }
      }
    }
    if lines.isEmpty { lines.append("\(entries.count) entries about the place") }
    return lines
  }

  /// A number with at most six places, without a locale.
  static func fixed(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "?" }
    let scaled = Int((abs(value) * 1_000_000).rounded())
    var places = String(scaled % 1_000_000)
    places = String(repeating: "0", count: 6 - places.count) + places
    while places.hasSuffix("0") { places.removeLast() }
    let whole = (value < 0 && scaled > 0 ? "-" : "") + String(scaled / 1_000_000)
    return places.isEmpty ? whole : "\(whole).\(places)"
  }

  /// Words that cameras write into every picture by themselves.
  static let boilerplate: Set<String> = [
    "OLYMPUS DIGITAL CAMERA", "SONY DSC", "SAMSUNG DIGITAL CAMERA", "KODAK DIGITAL STILL CAMERA",
    "DIGITAL STILL CAMERA", "DIGITAL CAMERA", "CASIO COMPUTER CO.,LTD.", "MINOLTA DIGITAL CAMERA",
    "DCIM", "SCREENSHOT", "DEFAULT", "<DIGIMAX S700 / KENOX S700>", "R98", "THM", "SRGB",
  ]

  /// Entries of every picture: make, model, software, times, lens.
  static let ordinary: Set<UInt16> = [
    0x010F, 0x0110, 0x0131, 0x0132, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292,
    0xA433, 0xA434, 0xC614, 0xC615, 0x000B,
  ]

  /// Entries in which bytes are settings, not words.
  static let silent: Set<UInt16> = [
    0x0001, 0x0002, 0x9000, 0x9101, 0xA000, 0xA300, 0xA301, 0xA302, 0x8828, 0xA40B, 0xA20C, 0x0102,
    0x5110, 0x5111, 0x5112, 0x501B, 0xEA1C, 0xEA1D, 0xC4A5, 0x8773, 0x0201, 0x0202, 0x1000,
    0x013D, 0x014A, 0x8769, 0x8825, 0xA005, 0x0100, 0x0101,
  ]

  static let names: [UInt16: String] = [
    0x010D: "document name", 0x010E: "description", 0x010F: "make", 0x0110: "model",
    0x011D: "page name", 0x0131: "software", 0x0132: "changed", 0x013B: "artist",
    0x013C: "host computer", 0x02BC: "XMP block", 0x8298: "copyright", 0x83BB: "IPTC block",
    0x8649: "Photoshop block", 0x9003: "taken", 0x9004: "digitised", 0x9286: "user comment",
    0x9C9B: "title (Windows)", 0x9C9C: "comment (Windows)", 0x9C9D: "author (Windows)",
    0x9C9E: "keywords (Windows)", 0x9C9F: "subject (Windows)", 0xA004: "sound file",
    0xA420: "picture id", 0xA430: "owner of the camera", 0xA431: "serial number of the camera",
    0xA433: "lens make", 0xA434: "lens model", 0xA435: "serial number of the lens",
    0xA436: "title", 0xA437: "photographer", 0xA438: "editor", 0xC62F: "serial number",
    0xC68B: "name of the raw file", 0xFDE8: "owner", 0xFDE9: "serial number",
  ]
}
