/// Reports the notes of a sheet: author, cell and text.
enum SheetNotes {
  static func inspect(
    _ sheet: BIFFWorkbook.Sheet, of workbook: BIFFWorkbook, run: InspectionRun
  ) {
    var reader = BIFFReader(workbook.bytes, at: sheet.start)
    var notes: [(place: String, author: String, object: Int, text: String)] = []
    var texts: [Int: String] = [:]
    var noteObjects: Set<Int> = []
    var object = -1
    var depth = 0
    while let record = reader.next() {
      if record.kind == BIFF.bof { depth += 1 }
      if record.kind == BIFF.eof {
        depth -= 1
        if depth <= 0 { break }
      }
      guard depth == 1 else { continue }
      switch record.kind {
      case BIFF.object where workbook.page == nil:
        // The first part of the record says what the object is and what number it has.
        object = reader.uint16(record, 6)
        if reader.uint16(record, 4) == 0x19 { noteObjects.insert(object) }
      case BIFF.textObject where workbook.page == nil:
        let bodies = Array(reader.continued(record).dropFirst())
        var text = BIFFText(workbook.bytes, bodies)
        guard !bodies.isEmpty, let flags = text.uint8() else { continue }
        texts[object] = text.letters(reader.uint16(record, 10), isWide: flags & 1 != 0)
      case BIFF.note:
        if let page = workbook.page {
          takeOld(record, reader, page, &notes)
        } else {
          var text = BIFFText(workbook.bytes, [record.body], skipping: 8)
          let count = text.uint16() ?? 0
          let flags = text.uint8() ?? 0
          notes.append(
            (
              place(record, reader), text.letters(count, isWide: flags & 1 != 0),
              reader.uint16(record, 6), ""
            ))
        }
      default: break
      }
    }
    let named = Set(notes.map(\.object))
    for number in noteObjects.subtracting(named).sorted() {
      notes.append(("a cell that is not named", "", number, ""))
    }
    for note in notes {
      let text = note.text + (texts[note.object] ?? "")
      let author = note.author.trimmed
      guard !(text.trimmed.isEmpty && author.isEmpty) else { continue }
      run.report(
        WorkbookClasses.comment,
        at: "sheet \"\(sheet.name)\", \(note.place)"
          + (author.isEmpty ? "" : ", note by \(author)"),
        showing: text.trimmed.isEmpty ? author : text, removable: false)
    }
  }

  /// BIFF5 keeps the text in the record, and goes on in records for the row −1.
  private static func takeOld(
    _ record: BIFFReader.Record, _ reader: BIFFReader, _ page: CodePage,
    _ notes: inout [(place: String, author: String, object: Int, text: String)]
  ) {
    var text = BIFFText(reader.bytes, [record.body], skipping: 6)
    let part = text.letters(record.body.count, page: page)
    if reader.uint16(record, 0) == 0xFFFF, let last = notes.indices.last {
      notes[last].text += part
    } else {
      notes.append((place(record, reader), "", -1, part))
    }
  }

  private static func place(_ record: BIFFReader.Record, _ reader: BIFFReader) -> String {
    BIFFCell.column(reader.uint16(record, 2)) + String(reader.uint16(record, 0) + 1)
  }
}
