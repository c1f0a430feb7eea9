/// How the cells of a workbook look, as far as it decides whether their text can be seen.
struct BIFFStyles {
  private struct CellFormat {
    var font = 0
    var number = 0
    var pattern = 0
    var foreground = 64
    var background = 65
    var fontColour: Int?
    var fillColour: Int?
  }

  private var fonts: [Int] = []
  private var cells: [CellFormat] = []
  private var palette: [Int] = BIFFStyles.usualPalette
  private var numberFormats: [Int: String] = [:]

  private static let white = 0xFF_FF_FF

  /// Takes in a record of the workbook's globals.
  mutating func take(_ record: BIFFReader.Record, _ reader: BIFFReader, _ page: CodePage?) {
    switch record.kind {
    case BIFF.font: fonts.append(reader.uint16(record, 4))
    case BIFF.cellFormat: takeCellFormat(record, reader, isBIFF8: page == nil)
    case BIFF.cellFormatExtension: takeExtension(record, reader)
    case BIFF.palette:
      for index in 0..<min(reader.uint16(record, 0), 56) where 2 + 4 * index < record.body.count {
        palette[index] =
          reader.uint8(record, 2 + 4 * index) << 16 | reader.uint8(record, 3 + 4 * index) << 8
          | reader.uint8(record, 4 + 4 * index)
      }
    case BIFF.format:
      var text = BIFFText(reader.bytes, [record.body], skipping: 2)
      numberFormats[reader.uint16(record, 0)] =
        page.map { text.letters(text.uint8() ?? 0, page: $0) } ?? text.rich()?.text ?? ""
    default: break
    }
  }

  private mutating func takeCellFormat(
    _ record: BIFFReader.Record, _ reader: BIFFReader, isBIFF8: Bool
  ) {
    var format = CellFormat()
    format.font = reader.uint16(record, 0)
    format.number = reader.uint16(record, 2)
    let colours: Int
    if isBIFF8 {
      format.pattern = reader.uint8(record, 17) >> 2
      colours = reader.uint16(record, 18)
    } else {
      colours = reader.uint16(record, 8)
      format.pattern = reader.uint8(record, 10) & 0x3F
    }
    format.foreground = colours & 0x7F
    format.background = colours >> 7 & 0x7F
    cells.append(format)
  }

  /// Colours in full, which later versions write beside the nearest of the palette.
  private mutating func takeExtension(_ record: BIFFReader.Record, _ reader: BIFFReader) {
    let index = reader.uint16(record, 14)
    guard cells.indices.contains(index) else { return }
    var offset = 20
    for _ in 0..<min(reader.uint16(record, 18), 32) {
      let (kind, size) = (reader.uint16(record, offset), reader.uint16(record, offset + 2))
      if reader.uint16(record, offset + 4) == 2 {
        let colour =
          reader.uint8(record, offset + 8) << 16 | reader.uint8(record, offset + 9) << 8
          | reader.uint8(record, offset + 10)
        if kind == 4 { cells[index].fillColour = colour }
        if kind == 13 { cells[index].fontColour = colour }
      }
      offset += max(4, size)
    }
  }

  /// The number format of a cell, where it is not a built-in one.
  func numberFormat(_ cell: Int) -> (id: Int, code: String?) {
    guard cells.indices.contains(cell) else { return (0, nil) }
    return (cells[cell].number, numberFormats[cells[cell].number])
  }

  /// Whether text in a cell has the colour of the cell's ground.
  ///
  /// - Parameter font: The font of a part of the text; nil for the cell's own.
  func hides(_ cell: Int, font: Int? = nil) -> Bool {
    guard cells.indices.contains(cell) else { return false }
    let format = cells[cell]
    guard let ground = ground(of: format) else { return false }
    let own = font == nil ? format.fontColour : nil
    return Self.looksAlike(own ?? colour(fontColour(font ?? format.font), automatic: 0), ground)
  }

  private func fontColour(_ number: Int) -> Int {
    // Number 4 was never given out.
    let index = number > 4 ? number - 1 : number
    return fonts.indices.contains(index) ? fonts[index] : 0x7FFF
  }

  private func ground(of format: CellFormat) -> Int? {
    switch format.pattern {
    case 0: Self.white
    // An automatic fill is what the computer's settings make it.
    case 1:
      format.fillColour
        ?? (format.foreground == 64 ? nil : colour(format.foreground, automatic: Self.white))
    // A pattern of two colours shows text unless both are one.
    default:
      format.foreground == format.background
        ? colour(format.foreground, automatic: Self.white) : nil
    }
  }

  private func colour(_ index: Int, automatic: Int) -> Int {
    switch index {
    case 0..<8: Self.usualPalette[index]
    case 8..<64: palette[index - 8]
    case 65: Self.white
    default: automatic
    }
  }

  /// Whether nobody can tell two colours apart.
  private static func looksAlike(_ one: Int, _ two: Int) -> Bool {
    [16, 8, 0].allSatisfy { abs((one >> $0 & 0xFF) - (two >> $0 & 0xFF)) <= 10 }
  }

  private static let usualPalette: [Int] = [
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
    0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
    0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
    0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
    0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
    0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
    0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333,
  ]
}
