import Documents

/// Finds the parts of a document's streams that the document no longer refers to. Fast saving adds what
/// is new at the end and leaves what it replaces where it was.
enum OldWordLeftovers {
  static func stretches(
    of document: OldWordFile, in file: CompoundFile
  ) throws(Unreadable) -> [CompoundFile.Slack] {
    var used = document.pieces.map { $0.start..<$0.place(of: $0.letters.upperBound) }
    // The head of the document with its list of places and what may follow the list.
    used.append(0..<min(2_048, start(of: document)))
    for number in [12, 13] {
      let bytes = Array(try document.structure(number))
      var reader = ByteReader(bytes)
      let count = (bytes.count - 4) / 8
      guard count > 0 else { continue }
      reader.position = 4 * (count + 1)
      for _ in 0..<count {
        let page = (Int(try reader.uint32()) & 0x3F_FFFF) * 512
        used.append(page..<(page + 512))
      }
    }
    return slack(
      "text of the document that nothing refers to", "WordDocument", used, document.main.count, file
    )
  }

  /// Where the text begins, as the head says.
  private static func start(of document: OldWordFile) -> Int {
    var reader = ByteReader(document.main)
    reader.position = 0x18
    return (try? reader.uint32()).map(Int.init) ?? 0
  }

  /// The stretches of a stream between those that are used.
  private static func slack(
    _ place: String, _ stream: String, _ used: [Range<Int>], _ size: Int, _ file: CompoundFile
  ) -> [CompoundFile.Slack] {
    guard let entry = file.entry(stream) else { return [] }
    let sectors = file.ranges(of: entry, from: 0)
    var at = 0
    var unused: [Range<Int>] = []
    for range in used.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > at { unused.append(at..<min(range.lowerBound, size)) }
      at = min(max(at, range.upperBound), size)
    }
    if at < size { unused.append(at..<size) }
    return unused.filter { !$0.isEmpty }.map { stretch in
      CompoundFile.Slack(
        place, file, CompoundFile.pieces(of: stretch, sectors), isBlankable: false)
    }
  }
}
