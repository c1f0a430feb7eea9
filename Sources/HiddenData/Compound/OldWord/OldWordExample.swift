/// Builds small documents of Word 97–2003 for examples.
struct OldWordExample {
  /// The text, run by run, with what modifies it.
  var runs: [(text: String, sprms: [UInt8])]
  /// Text of comments, behind that of the document.
  var comments = ""
  var flags: UInt16 = 0
  /// Text that is left between the pieces.
  var left = ""
  /// The table in which Word keeps title, author and template besides.
  var ownTable: [UInt8] = []

  /// Text deleted with tracking on, and text formatted as hidden.
  static let deleted: [UInt8] = [0x00, 0x08, 1]
  static let hidden: [UInt8] = [0x3C, 0x08, 1]

  private static let textStart = 1_024

  /// The streams of the document.
  var streams: [(String, [UInt8])] {
    let text = runs.map(\.text).joined()
    let all = Array((text + comments).utf16).flatMap(\.littleEndian2)
    var main = Array(repeating: UInt8(0), count: Self.textStart) + all + Array(left.utf8)
    while main.count % 512 != 0 { main.append(0) }
    let page = UInt32(main.count / 512)
    main += formatting(end: all.count)
    let count = UInt32(all.count / 2)
    let pieces =
      UInt32(0).littleEndian4 + count.littleEndian4 + [0, 0]
      + UInt32(Self.textStart).littleEndian4 + [0, 0]
    let places =
      UInt32(Self.textStart).littleEndian4 + UInt32(Self.textStart + all.count).littleEndian4
      + page.littleEndian4
    let list = [2] + UInt32(pieces.count).littleEndian4 + pieces
    put(0xA5EC, at: 0, in: &main)
    put(0x00C1, at: 2, in: &main)
    put(Int(flags), at: 0x0A, in: &main)
    put(Self.textStart, at: 0x18, in: &main)
    put(14, at: 0x20, in: &main)
    put(22, at: 0x3E, in: &main)
    put(text.utf16.count, at: 0x4C, in: &main)
    put(comments.utf16.count, at: 0x5C, in: &main)
    put(93, at: 0x98, in: &main)
    put(places.count, at: 0x9A + 8 * 12 + 4, in: &main)
    put(places.count, at: 0x9A + 8 * 33, in: &main)
    put(list.count, at: 0x9A + 8 * 33 + 4, in: &main)
    if !ownTable.isEmpty {
      put(places.count + list.count, at: 0x9A + 8 * 32, in: &main)
      put(ownTable.count, at: 0x9A + 8 * 32 + 4, in: &main)
    }
    return [("WordDocument", main), ("0Table", places + list + ownTable)]
  }

  private func put(_ number: Int, at place: Int, in bytes: inout [UInt8]) {
    bytes.replaceSubrange(place..<(place + 2), with: UInt16(number).littleEndian2)
  }

  /// A page that says how each run is formatted.
  private func formatting(end: Int) -> [UInt8] {
    var page = Array(repeating: UInt8(0), count: 512)
    var at = Self.textStart
    var edges = [at]
    var room = 510
    for (index, run) in runs.enumerated() {
      at += 2 * run.text.utf16.count
      edges.append(at)
      guard !run.sprms.isEmpty else { continue }
      room -= (run.sprms.count + 2) / 2 * 2
      page[4 * (runs.count + 1) + index] = UInt8(room / 2)
      page[room] = UInt8(run.sprms.count)
      page.replaceSubrange((room + 1)..<(room + 1 + run.sprms.count), with: run.sprms)
    }
    for (index, edge) in edges.enumerated() {
      page.replaceSubrange((4 * index)..<(4 * index + 4), with: UInt32(edge).littleEndian4)
    }
    page[511] = UInt8(runs.count)
    return page
  }

  /// The file, with further streams beside those of the document.
  func file(_ further: [(String, [UInt8])] = []) -> [UInt8] {
    CompoundExample.file(streams + further)
  }
}
