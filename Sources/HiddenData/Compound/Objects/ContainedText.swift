import Documents

/// What a contained file says, for showing it beside its name: somebody has to judge whether it may leave.
enum ContainedText {
  private static let most = InspectionRun.mostText

  /// The words of a file; nil where there are none that can be read here.
  static func words(of bytes: [UInt8], name: String) -> String? {
    guard !bytes.isEmpty else { return nil }
    let text = CompoundFile.recognises(bytes) ? compound(bytes) : other(bytes, name)
    guard let text = text?.trimmed, !text.isEmpty else { return nil }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most)))
  }

  private static func other(_ bytes: [UInt8], _ name: String) -> String? {
    let words = AttachedWords.words(bytes, name: name)
    guard words.isEmpty else { return words }
    let runs = TextRuns.find(in: bytes)
    return runs.isEmpty ? nil : runs.joined(separator: "\n")
  }

  private static func compound(_ bytes: [UInt8]) -> String? {
    guard let file = try? CompoundFile(bytes) else { return nil }
    switch CompoundInspector.kind(of: file) {
    case .document:
      guard let document = try? OldWordFile(file), let text = document.ranges.first else {
        return nil
      }
      return OldWordFile.plain(document.text(text))
    case .workbook:
      return OldWorkbookInspector.streams(of: file).compactMap { entry in
        (try? file.data(of: entry)).flatMap { try? BIFFWorkbook($0) }.map(cells)
      }.joined(separator: "\n")
    case .message:
      return (try? MessageProperties(file, in: 0)).flatMap { try? MessageBodies($0) }?.shown
    case .presentation, .encrypted, .unknown: return nil
    }
  }

  private static func cells(of workbook: BIFFWorkbook) -> String {
    workbook.sheets.map { sheet in
      var contents = SheetContents()
      var cells = BIFFCells(sheet, of: workbook)
      while let cell = cells.next() { contents.add(cell) }
      return "\(sheet.name)\n\(contents.text)"
    }.joined(separator: "\n")
  }
}
