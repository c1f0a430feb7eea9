import Documents

/// How the bytes of the text are formatted: stretches of the stream with their modifiers.
struct OldWordFormatting {
  /// A stretch of the stream that is formatted alike.
  struct Stretch {
    let bytes: Range<Int>
    let run: OldWordRun
    /// The style of paragraphs, where the stretch is a paragraph.
    let style: Int?
  }

  private(set) var letters: [Stretch] = []
  private(set) var paragraphs: [Stretch] = []

  private static let page = 512
  private static let most = 4_000_000

  init(_ file: OldWordFile) throws(Unreadable) {
    letters = try Self.stretches(file, file.structure(12), ofParagraphs: false)
    paragraphs = try Self.stretches(file, file.structure(13), ofParagraphs: true)
  }

  /// Reads the pages of formatting that a table names, each once.
  private static func stretches(
    _ file: OldWordFile, _ table: ArraySlice<UInt8>, ofParagraphs: Bool
  ) throws(Unreadable) -> [Stretch] {
    let bytes = Array(table)
    let count = (bytes.count - 4) / 8
    guard count > 0 else { return [] }
    var reader = ByteReader(bytes)
    reader.position = 4 * (count + 1)
    var stretches: [Stretch] = []
    var read: Set<Int> = []
    for _ in 0..<count {
      let number = Int(try reader.uint32()) & 0x3F_FFFF
      guard read.insert(number).inserted else { continue }
      let start = number * page
      guard start + page <= file.main.count else {
        throw .broken("a page of its formatting lies outside of it")
      }
      let page = Array(file.main[start..<(start + page)])
      stretches += try Self.stretches(page, ofParagraphs: ofParagraphs)
      guard stretches.count < most else { throw .tooMuch("its formatting has too many parts") }
    }
    return stretches.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  /// Reads one page: places, then for each an offset of its modifiers, then the modifiers.
  private static func stretches(
    _ page: [UInt8], ofParagraphs: Bool
  ) throws(Unreadable) -> [Stretch] {
    let count = Int(page[511])
    let size = ofParagraphs ? 13 : 1
    guard 4 * (count + 1) + size * count <= 511 else {
      throw .broken("a page of its formatting has more parts than room")
    }
    var reader = ByteReader(page)
    var stretches: [Stretch] = []
    var from = Int(try reader.uint32())
    for index in 0..<count {
      let to = Int(try reader.uint32())
      let offset = 2 * Int(page[4 * (count + 1) + size * index])
      if from < to {
        stretches.append(
          ofParagraphs
            ? paragraph(page, offset, from..<to) : letters(page, offset, from..<to))
      }
      from = to
    }
    return stretches
  }

  private static func letters(_ page: [UInt8], _ offset: Int, _ bytes: Range<Int>) -> Stretch {
    var run = OldWordRun()
    if offset > 0, offset < 511 {
      run.take(page[(offset + 1)..<min(offset + 1 + Int(page[offset]), 511)])
    }
    return Stretch(bytes: bytes, run: run, style: nil)
  }

  private static func paragraph(_ page: [UInt8], _ offset: Int, _ bytes: Range<Int>) -> Stretch {
    var style: Int?
    if offset > 0, offset < 508 {
      // A size of nought says that the next byte holds it.
      let start = page[offset] == 0 ? offset + 2 : offset + 1
      style = Int(page[start]) | Int(page[start + 1]) << 8
    }
    return Stretch(bytes: bytes, run: OldWordRun(), style: style)
  }

  /// The stretches that touch a range of the stream, in order.
  static func touching(_ range: Range<Int>, _ stretches: [Stretch]) -> ArraySlice<Stretch> {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].bytes.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < stretches.count, stretches[end].bytes.lowerBound < range.upperBound { end += 1 }
    return stretches[low..<end]
  }
}
