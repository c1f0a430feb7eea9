/// Reads the words of a picture with Tesseract, which works in a ``LockedRoom``.
public enum TextRecognition {
  /// A word in a picture.
  public struct Word: Equatable, Sendable {
    /// The word.
    public var text: String
    /// Its left edge in pixels from the left of the picture.
    public var left: Double
    /// Its upper edge in pixels from the top of the picture.
    public var top: Double
    /// Its width in pixels.
    public var width: Double
    /// Its height in pixels.
    public var height: Double
    /// The line it stands on, of all lines of the picture.
    public var line: Int

    /// Makes a word.
    public init(
      text: String, left: Double, top: Double, width: Double, height: Double, line: Int
    ) {
      self.text = text
      self.left = left
      self.top = top
      self.width = width
      self.height = height
      self.line = line
    }
  }

  /// Pixels an inch of a picture in which words are read well.
  public static let resolution = 300.0

  /// Whether Tesseract is there with its data for English, and can be locked up. Looked up once.
  ///
  /// Where it is not, nothing is recognised, and who asks has to do without.
  public static let isAvailable: Bool =
    room.isAvailable && (try? words(now: whitePicture)) != nil

  private static let room = LockedRoom(
    program: "/usr/bin/tesseract", folders: ["/etc/fonts"],
    // More threads than one make it slower on small machines.
    environment: [("OMP_THREAD_LIMIT", "1")], patience: 60)

  /// The words of a picture (PNG) in the order in which they are read.
  ///
  /// - Throws: ``Unreadable`` where the picture cannot be read; a picture without words has none.
  public static func words(now png: [UInt8]) throws(Unreadable) -> [Word] {
    let table = try room.make(
      "words.tsv", of: png, named: "page.png",
      with: [
        "/file/page.png", "/file/words", "-l", "eng", "--dpi", "\(Int(resolution))", "tsv",
      ])
    guard let table else {
      throw Unreadable(.notOpened, "The words of a picture could not be recognised.")
    }
    return words(in: String(decoding: table, as: UTF8.self))
  }

  /// Reads the table that Tesseract writes: a line for each block, paragraph, line and word.
  static func words(in table: String) -> [Word] {
    var words: [Word] = []
    var line = -1
    for row in table.split(whereSeparator: \.isNewline) {
      let cells = row.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
      guard cells.count == 12, let level = Int(cells[0]) else { continue }
      if level == 4 { line += 1 }
      guard level == 5, let left = Double(cells[6]), let top = Double(cells[7]),
        let width = Double(cells[8]), let height = Double(cells[9]), width > 0, height > 0
      else { continue }
      let text = cells[11].filter { !$0.isWhitespace }
      guard !text.isEmpty else { continue }
      words.append(
        Word(
          text: String(text), left: left, top: top, width: width, height: height, line: line))
    }
    return words
  }

  /// A white pixel or two, by which it is tried whether recognition works.
  private static let whitePicture: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44,
    0x52, 0x00, 0x00, 0x00, 0x20, 0x00, 0x00, 0x00, 0x20, 0x01, 0x00, 0x00, 0x00, 0x00, 0x5B,
    0x01, 0x47, 0x59, 0x00, 0x00, 0x00, 0x11, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0xFC,
    0xCF, 0xC0, 0xC0, 0xC0, 0xC4, 0x30, 0x68, 0x09, 0x00, 0xB3, 0x01, 0x01, 0x3F, 0x6E, 0x40,
    0x7C, 0x96, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]
}
