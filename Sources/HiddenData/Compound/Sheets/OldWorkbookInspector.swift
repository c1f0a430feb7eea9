import Documents

/// Looks into a workbook of Excel 5 to 2003 (BIFF5 and BIFF8 in a compound file).
enum OldWorkbookInspector {
  /// The streams that hold workbooks; a file may hold one for each version.
  static func streams(of file: CompoundFile) -> [CompoundEntry] {
    ["Workbook", "Book"].compactMap { file.entry($0) }.filter { $0.kind == .stream }
  }

  static func inspect(_ file: CompoundFile, run: InspectionRun) {
    var unused: [CompoundFile.Slack] = []
    for entry in streams(of: file) {
      do throws(Unreadable) {
        let end = try inspect(try file.data(of: entry), of: file, run: run)
        unused.append(rest(of: entry, from: end, in: file))
      } catch {
        run.fail(error)
      }
    }
    PropertyInspector.inspect(file, as: WorkbookClasses.properties, run: run)
    MacroInspector.inspect(file, as: WorkbookClasses.macros, run: run)
    EmbeddedInspector.inspect(file, as: WorkbookClasses.embedded, run: run) {
      $0.name.hasPrefix("MBD") || $0.name.hasPrefix("LNK")
    }
    unused += strayStreams(of: file)
    SlackInspector.inspect(file, further: unused, as: WorkbookClasses.slack, run: run)
  }

  /// Streams at the top that Excel does not write.
  private static func strayStreams(of file: CompoundFile) -> [CompoundFile.Slack] {
    let known: Set<String> = ["workbook", "book", "ctls", "xml"]
    return file.children().filter { entry in
      entry.kind == .stream && !known.contains(entry.name.foldedASCII)
        && !entry.name.unicodeScalars.contains { $0.value < 0x20 }
    }.map { CompoundFile.Slack(stray: $0, of: file) }
  }

  /// What stands in the stream behind the last record; programs fill it up with zeros.
  static func rest(
    of entry: CompoundEntry, from end: Int, in file: CompoundFile
  ) -> CompoundFile.Slack {
    CompoundFile.Slack(
      "the workbook stream, behind its last record", file,
      CompoundFile.pieces(of: min(end, entry.size)..<entry.size, file.ranges(of: entry, from: 0)))
  }

  /// Looks at a workbook stream.
  ///
  /// - Returns: Where its last sheet ends.
  private static func inspect(
    _ bytes: [UInt8], of file: CompoundFile, run: InspectionRun
  ) throws(Unreadable) -> Int {
    let workbook = try BIFFWorkbook(bytes)
    if workbook.isEncrypted {
      run.report(
        EncryptedOffice.class, at: "the workbook", showing: "The workbook is encrypted.",
        removable: false)
      run.fail(.locked("The workbook"))
      return bytes.count
    }
    if workbook.isBroken { run.fail(.broken("its list of sheets and texts breaks off")) }
    for sheet in workbook.sheets {
      let isWhole = SheetInspector(sheet: sheet, workbook: workbook, run: run).inspect()
      SheetNotes.inspect(sheet, of: workbook, run: run)
      if sheet.kind == .macros {
        run.report(
          WorkbookClasses.macros, at: "sheet \"\(sheet.name)\"",
          showing: "\(sheet.name): a macro sheet of Excel 4", removable: false)
      }
      if !isWhole { run.fail(.broken("the sheet '\(sheet.name)' breaks off")) }
    }
    inspectNames(of: workbook, run: run)
    PivotCaches.inspect(file, known: workbook.strings, run: run)
    if PropertyInspector.isTelling(workbook.writer) {
      run.report(
        WorkbookClasses.properties, at: "the name of who saved the workbook",
        showing: workbook.writer.trimmed)
    }
    return workbook.lastByte
  }

  /// Prefixes of hidden names by which Excel keeps functions of later versions and settings of add-ins.
  private static let innocent = ["_xlfn.", "_xlpm.", "_xlws.", "_xlnm.", "_xleta.", "_xlcn."]

  private static func inspectNames(of workbook: BIFFWorkbook, run: InspectionRun) {
    for name in workbook.names where !name.isBuiltIn {
      let folded = name.name.foldedASCII
      let texts = name.formula.contains { if case .text = $0 { true } else { false } }
      guard name.isHidden || texts, !innocent.contains(where: folded.hasPrefix) else { continue }
      let value = name.constants.joined(separator: " ")
      run.report(
        WorkbookClasses.name, at: name.isHidden ? "hidden name \(name.name)" : "name \(name.name)",
        showing: value.isEmpty ? name.name : "\(name.name) = \(value)", removable: false)
    }
  }
}
