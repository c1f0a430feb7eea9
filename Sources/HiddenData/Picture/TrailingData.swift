/// Bytes that stand where a format has ended: what they are, and what can be read of them.
struct TrailingData {
  let data: ArraySlice<UInt8>

  init(_ data: ArraySlice<UInt8>) { self.data = data }

  /// Reports them and looks at the file that they are, if they are one.
  func report(_ kind: HiddenDataClass, at place: String, run: InspectionRun) {
    let file = file
    let what = file?.what ?? "data"
    let words =
      file?.name == "packed.zip"
      ? AttachedWords.words(Array(data.dropFirst(file?.start ?? 0)), name: "packed.zip")
      : ReadableText.runs(data, least: 4)
    let shown = "\(data.count) bytes (\(what))" + (words.isEmpty ? "" : ": " + words)
    run.report(kind, at: place, showing: shown)
    if let file, let name = file.name {
      run.enter(Array(data.dropFirst(file.start)), name: name)
    }
  }

  /// What kind of file it is; a name where its own inspectors can look at it.
  private var file: (what: String, name: String?, start: Int)? {
    let bytes = Array(data.prefix(64))
    let starts: (String, Int) -> Bool = { text, at in
      bytes.dropFirst(at).starts(
        with: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    }
    // A few bytes of padding may come first.
    let lead = bytes.firstIndex { $0 != 0 && $0 != 0x0A && $0 != 0x0D } ?? 0
    if starts("\u{FF}\u{D8}\u{FF}", lead) { return ("another picture", "picture.jpg", lead) }
    if starts("\u{89}PNG", lead) { return ("another picture", "picture.png", lead) }
    if starts("PK\u{3}\u{4}", lead) { return ("a packed file", "packed.zip", lead) }
    if starts("%PDF-", lead) { return ("a PDF", "document.pdf", lead) }
    if starts("ftyp", 4) { return ("a film", nil, 0) }
    if starts("RIFF", lead) { return ("a sound or a film", nil, 0) }
    if starts("AXS!", 0) || starts("SEFH", 0) || starts("IDAT", 4) {
      return ("the rest of another picture or its program's notes", nil, 0)
    }
    return nil
  }
}

/// The index of a file with several pictures (CIPA DC-007).
struct MultiPictureIndex {
  /// Where the further pictures are, those that lie in the file.
  private(set) var ranges: [Range<Int>] = []
  private var declared = 0
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], _ segments: [JPEGSegments.Segment]) {
    self.bytes = bytes
    for segment in segments where segment.marker == 0xE2 {
      guard let block = bytes[segment.data].after("MPF\0"), let reader = ExifReader(block) else {
        continue
      }
      if let entry = reader.first(0xB001, in: .main) {
        declared = max(declared, reader.numbers(entry).first ?? 0)
      }
      guard let list = reader.first(0xB002, in: .main) else { continue }
      for at in stride(from: list.data.startIndex, to: list.data.endIndex - 15, by: 16).prefix(100)
      {
        guard let size = reader.number(at + 4, 4), let offset = reader.number(at + 8, 4),
          offset > 0, size > 0
        else { continue }
        // Offsets count from the byte order of the index itself.
        let start = block.startIndex + offset
        guard start < bytes.count else { continue }
        ranges.append(start..<min(bytes.count, start + size))
      }
    }
    declared = max(declared, ranges.isEmpty ? 0 : ranges.count + 1)
  }

  /// Reports the further pictures and looks into each.
  func report(_ inspection: JPEGInspection) {
    guard declared > 1 else { return }
    let sizes = ranges.map { "\($0.count) bytes at \($0.lowerBound)" }
    let words = ranges.map { ReadableText.runs(bytes[$0].prefix(65_536), least: 10) }
      .filter { !$0.isEmpty }.joined(separator: "\n")
    let shown =
      "\(declared) pictures in one file"
      + (sizes.isEmpty ? "" : "; further ones: " + sizes.joined(separator: ", "))
      + (words.isEmpty ? "" : "\n" + words)
    inspection.run.report(
      PictureClass.multiPicture, at: inspection.place + "index of pictures (MPF)", showing: shown)
    for (index, range) in ranges.enumerated() where bytes[range].starts(with: [0xFF, 0xD8, 0xFF]) {
      inspection.run.enter(Array(bytes[range]), name: "picture \(index + 2).jpg")
    }
  }
}
