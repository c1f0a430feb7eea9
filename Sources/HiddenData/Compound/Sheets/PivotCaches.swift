import Documents

/// Reports what pivot tables keep of their source and the sheets do not show.
enum PivotCaches {
  static func inspect(_ file: CompoundFile, known: [BIFFString], run: InspectionRun) {
    guard let storage = file.entry("_SX_DB_CUR") else { return }
    let shown = Set(known.map(\.text))
    for entry in file.children(of: storage.index) where entry.kind == .stream {
      do throws(Unreadable) {
        var reader = BIFFReader(try file.data(of: entry))
        var kept: [String] = []
        while let record = reader.next() {
          guard record.kind == 0x00CD else { continue }
          var text = BIFFText(reader.bytes, reader.continued(record))
          if let string = text.rich()?.text, !string.trimmed.isEmpty, !shown.contains(string) {
            kept.append(string)
          }
        }
        guard !kept.isEmpty else { continue }
        run.reportInParts(
          WorkbookClasses.pivotCache, at: "the store of pivot table \(entry.plainName)",
          showing: kept.joined(separator: "\n"))
      } catch {
        run.fail(error)
      }
    }
  }
}
