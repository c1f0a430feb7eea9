/// Builds a workbook with the store of a pivot table for examples.
enum PivotExample {
  /// The text that a cell of the workbook has.
  static let shown = "North"

  static func workbook(keeping kept: String) -> [UInt8] {
    let strings = BIFFExample.record(
      BIFF.sharedStrings,
      [1, 0, 0, 0, 1, 0, 0, 0] + UInt16(shown.utf8.count).littleEndian2 + [0] + Array(shown.utf8))
    let cell = BIFFExample.record(0x00FD, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    let book = BIFFExample(sheets: [.init(records: cell)], globals: strings)
    var writer = CompoundWriter()
    writer.addStream("Workbook", book.stream)
    let text = UInt16(kept.utf8.count).littleEndian2 + [0] + Array(kept.utf8)
    let storage = writer.addStorage("_SX_DB_CUR")
    writer.addStream("0001", BIFFExample.record(0x00CD, text), in: storage)
    return writer.bytes
  }
}
