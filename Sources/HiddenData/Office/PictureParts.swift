import Documents

/// The pictures of a file, each looked into as a file of its own.
struct PictureParts {
  let file: SharedPartsInspection

  func inspect() {
    let thumbnails = Set(file.parts(of: SharedRelationship.thumbnail).map(OfficePackage.key))
    for part in file.package.parts where !thumbnails.contains(OfficePackage.key(part)) {
      guard looksLikePicture(part), let bytes = file.package.part(part) else { continue }
      switch FirstBytes(bytes) {
      case .jpeg, .png: enter(bytes, part)
      default: inspectOther(bytes, part)
      }
    }
  }

  /// By its content type or ending; bytes decide, but not every sheet is unpacked for that.
  private func looksLikePicture(_ part: String) -> Bool {
    let type = file.package.contentType(of: part).lowercased()
    let key = OfficePackage.key(part)
    return type.hasPrefix("image/") || key.contains("/media/")
      || [
        ".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".jfif", ".bmp",
      ]
      .contains { key.hasSuffix($0) }
  }

  private func enter(_ bytes: [UInt8], _ part: String) {
    let before = file.run.findings.count
    guard file.run.enter(bytes, name: EmbeddedParts.name(part)) > 0 else { return }
    let found = file.run.findings.dropFirst(before).filter { $0.severity >= .medium }
    guard !found.isEmpty else { return }
    report(found.map { $0.excerpt.isEmpty ? $0.where : $0.excerpt }.joined(separator: "\n"), part)
  }

  /// Formats without an inspector of their own: what they write about themselves in words.
  private func inspectOther(_ bytes: [UInt8], _ part: String) {
    var words: [String] = []
    if let packet = Self.packet(in: bytes) { words.append(packet) }
    switch FirstBytes(bytes) {
    case .gif: words += Self.comments(inGIF: bytes)
    case .metafile: words += [Self.description(inEMF: bytes)].compactMap { $0 }
    case .tiff: words += Self.words(inTIFF: bytes)
    case .other: words += wordsInSVG(bytes, part)
    default: break
    }
    if !words.isEmpty { report(words.joined(separator: "\n"), part) }
  }

  private func report(_ words: String, _ part: String) {
    file.run.report(file.classes.picture, at: "the picture \(part)", showing: words)
  }

  /// An XMP packet, wherever it stands.
  private static func packet(in bytes: [UInt8]) -> String? {
    let open = Array("<x:xmpmeta".utf8), close = Array("</x:xmpmeta>".utf8)
    guard let start = bytes.position(of: open),
      let end = bytes.position(of: close, from: start)
    else { return nil }
    let words = PartText.markup(Array(bytes[start..<(end + close.count)])) ?? ""
    return words.isEmpty ? nil : words
  }

  private static func comments(inGIF bytes: [UInt8]) -> [String] {
    var found: [String] = []
    var at = 6
    while let start = bytes.position(of: [0x21, 0xFE], from: at), found.count < 20 {
      var text: [UInt8] = []
      at = start + 2
      while at < bytes.count, bytes[at] > 0, at + 1 + Int(bytes[at]) <= bytes.count {
        text += bytes[(at + 1)..<(at + 1 + Int(bytes[at]))]
        at += 1 + Int(bytes[at])
      }
      // Two bytes of the picture may look like a comment; its words then do not.
      if let text = PartText.plain(text), text.count > 3 { found.append(text) }
    }
    return found
  }

  /// The program and the title that the header of an enhanced metafile tells.
  private static func description(inEMF bytes: [UInt8]) -> String? {
    var reader = ByteReader(bytes)
    reader.position = 60
    guard bytes.count > 100, let count = try? reader.uint32(), let offset = try? reader.uint32(),
      count > 0, count < 4_096
    else { return nil }
    reader.position = Int(offset)
    var units: [UInt16] = []
    for _ in 0..<count { if let unit = try? reader.uint16() { units.append(unit) } }
    let parts = units.split(separator: 0).map { String(decoding: $0, as: UTF16.self) }
    // The first is the program; only a title says anything of the file.
    return parts.dropFirst().first { $0.count > 1 }
  }

  /// Artist, copyright, description, host and document name.
  private static func words(inTIFF bytes: [UInt8]) -> [String] {
    let little = bytes.first == 0x49
    func number(_ at: Int, _ width: Int) -> Int? {
      guard at >= 0, at + width <= bytes.count else { return nil }
      let row = bytes[at..<(at + width)]
      return (little ? row.reversed() : Array(row)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let start = number(4, 4), let count = number(start, 2) else { return [] }
    var found: [String] = []
    for index in 0..<min(count, 200) {
      let at = start + 2 + index * 12
      guard let tag = number(at, 2), [269, 270, 315, 316, 33_432].contains(tag),
        number(at + 2, 2) == 2, let length = number(at + 4, 4)
      else { continue }
      guard let place = length <= 4 ? at + 8 : number(at + 8, 4), length > 1,
        length < bytes.count, place <= bytes.count - length
      else { continue }
      let text = bytes[place..<(place + length)].prefix { $0 != 0 }
      found.append(ZipText.decoded(Array(text)))
    }
    return found.filter { !$0.edgesTrimmed.isEmpty }
  }

  /// What a drawing in SVG tells about itself: its metadata and comments that no program writes.
  private func wordsInSVG(_ bytes: [UInt8], _ part: String) -> [String] {
    guard PartText.contains(bytes, "<svg") else { return [] }
    do throws(Unreadable) {
      let tree = try XMLElement(reading: bytes, place: part)
      let metadata = tree.descendants("metadata").map(\.text).joined(separator: " ")
      return ([metadata] + PartText.comments(bytes).filter { !$0.contains("Generator:") })
        .map(\.edgesTrimmed).filter { !$0.isEmpty && $0 != "image/svg+xml" }
    } catch {
      file.run.fail(error)
      return []
    }
  }
}
