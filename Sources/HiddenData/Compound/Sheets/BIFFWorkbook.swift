import Documents

/// What a workbook stream says about all of its sheets.
struct BIFFWorkbook {
  /// A sheet: its name, where it begins, whether it is shown and of what kind it is.
  struct Sheet {
    enum State { case visible, hidden, veryHidden }
    enum Kind { case cells, macros, chart, module }

    let name: String
    let start: Int
    let state: State
    let kind: Kind
  }

  let bytes: [UInt8]
  /// The set of BIFF5's letters; nil in BIFF8, which writes Unicode.
  private(set) var page: CodePage?
  private(set) var sheets: [Sheet] = []
  private(set) var strings: [BIFFString] = []
  private(set) var styles = BIFFStyles()
  private(set) var names: [BIFFName] = []
  /// Sheets that references of names speak of, by number.
  private(set) var references: [Int] = []
  private(set) var isEncrypted = false
  private(set) var countsFrom1904 = false
  /// Who saved the workbook last, as Excel notes it, and where in the stream the note lies.
  private(set) var writer = ""
  private(set) var writerPlace: Range<Int>?
  /// Where the globals end.
  private(set) var end = 0
  private(set) var isBroken = false

  /// Where the last record ends; the end of the stream where that cannot be known.
  var lastByte: Int {
    var last = end
    for sheet in sheets {
      var reader = BIFFReader(bytes, at: sheet.start)
      var depth = 0
      while let record = reader.next() {
        if record.kind == BIFF.bof { depth += 1 }
        if record.kind == BIFF.eof { depth -= 1 }
        if depth <= 0 { break }
      }
      if reader.isBroken || depth > 0 { return bytes.count }
      last = max(last, reader.position)
    }
    return isBroken || isEncrypted ? bytes.count : last
  }

  private static let mostStrings = 10_000_000

  /// Reads the globals.
  ///
  /// - Throws: ``Unreadable`` where it is no workbook of a known version.
  init(_ bytes: [UInt8]) throws(Unreadable) {
    self.bytes = bytes
    var reader = BIFFReader(bytes)
    guard let first = reader.next(), first.kind == BIFF.bof else {
      throw Unreadable(
        .unknownFormat, "This workbook is older than Excel 5. Save it as .xlsx and give that.")
    }
    let version = reader.uint16(first, 0)
    guard version == 0x0600 || version == 0x0500 else {
      throw Unreadable(.unknownFormat, "This workbook is of a version that is not read here.")
    }
    page = version == 0x0600 ? nil : .western
    var depth = 1
    while depth > 0, let record = reader.next() {
      if record.kind == BIFF.bof { depth += 1 }
      if record.kind == BIFF.eof { depth -= 1 }
      if depth == 1 { take(record, reader) }
      // What follows is not to be read without the password.
      if isEncrypted { return }
    }
    end = reader.position
    isBroken = reader.isBroken || depth > 0
  }

  private mutating func take(_ record: BIFFReader.Record, _ reader: BIFFReader) {
    switch record.kind {
    case BIFF.filePass: isEncrypted = true
    case BIFF.codePage where page != nil: page = CodePage(number: reader.uint16(record, 0))
    case BIFF.date1904: countsFrom1904 = reader.uint16(record, 0) == 1
    case BIFF.boundSheet: takeSheet(record, reader)
    case BIFF.sharedStrings: takeStrings(reader.continued(record))
    case BIFF.name: names.append(BIFFName(record, reader, page))
    case 0x0017 where page == nil:
      for index in 0..<reader.uint16(record, 0) where 2 + 6 * index < record.body.count {
        references.append(reader.uint16(record, 4 + 6 * index))
      }
    case BIFF.writeAccess:
      writer = Self.writer(record, reader, page)
      writerPlace = record.body
    default: styles.take(record, reader, page)
    }
  }

  /// The name of who saved the workbook, filled up with blanks. Some programs leave out its length.
  private static func writer(
    _ record: BIFFReader.Record, _ reader: BIFFReader, _ page: CodePage?
  ) -> String {
    var text = BIFFText(reader.bytes, [record.body])
    if let page, reader.uint8(record, 0) < record.body.count {
      return text.letters(text.uint8() ?? 0, page: page)
    }
    if page == nil, reader.uint16(record, 0) < record.body.count { return text.rich()?.text ?? "" }
    return text.letters(record.body.count, page: .western)
  }

  private mutating func takeSheet(_ record: BIFFReader.Record, _ reader: BIFFReader) {
    var text = BIFFText(bytes, [record.body], skipping: 6)
    let count = text.uint8() ?? 0
    let name: String
    if let page {
      name = text.letters(count, page: page)
    } else {
      let flags = text.uint8() ?? 0
      name = text.letters(count, isWide: flags & 1 != 0)
    }
    let kind: Sheet.Kind =
      switch reader.uint8(record, 5) {
      case 1: .macros
      case 2: .chart
      case 6: .module
      default: .cells
      }
    let state: Sheet.State =
      switch reader.uint8(record, 4) & 3 {
      case 0: .visible
      case 1: .hidden
      default: .veryHidden
      }
    sheets.append(Sheet(name: name, start: reader.uint32(record, 0), state: state, kind: kind))
  }

  private mutating func takeStrings(_ bodies: [Range<Int>]) {
    var text = BIFFText(bytes, bodies, skipping: 4)
    let count = min(text.uint32() ?? 0, Self.mostStrings)
    for _ in 0..<count {
      guard !text.isAtEnd, let string = text.rich() else {
        isBroken = true
        return
      }
      strings.append(string)
    }
  }
}
