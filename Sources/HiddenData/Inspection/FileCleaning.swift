public import Documents

/// Makes a copy of any file without what is hidden in it, with the cleaner of its kind.
///
/// What is visible stays. Inspecting the copy again, which proves it, is the caller's.
public enum FileCleaning {
  /// A clean copy. What lies in an archive is cleaned with it.
  ///
  /// - Throws: ``Unreadable`` where the file cannot be read whole, or there is no cleaner for its kind.
  public static func clean(
    _ bytes: [UInt8], name: String, limits: InspectionLimits = InspectionLimits()
  ) throws(Unreadable) -> [UInt8] {
    try clean(bytes, name: name, limits: limits, depth: 0)
  }

  private static func clean(
    _ bytes: [UInt8], name: String, limits: InspectionLimits, depth: Int
  ) throws(Unreadable) -> [UInt8] {
    guard depth <= limits.nesting else {
      throw .tooMuch("files lie more than \(limits.nesting) deep in each other")
    }
    let kind = FileKind(bytes, name: name)
    switch kind {
    case .office(.workbook): return try WorkbookCleaner.clean(bytes, limits: limits)
    case .office(.document): return try WordCleaner.clean(bytes, limits: limits)
    case .office(.presentation): return try PresentationCleaner.clean(bytes, limits: limits)
    case .openDocument: return try OpenDocumentCleaner.clean(bytes, limits: limits)
    case .archive:
      return try ArchiveCleaner.clean(bytes, limits: limits) { (member, name) throws(Unreadable) in
        // What is clean stays as it is, byte for byte.
        let inspection = FileInspection.inspect(member, name: name, sha256: "", limits: limits)
        if inspection.verdict == .clean { return member }
        return try clean(member, name: name, limits: limits, depth: depth + 1)
      }
    case .pdf: return try PDFCleaner.clean(bytes, limits: limits)
    case .picture: return try PictureCleaner.clean(bytes, limits: limits)
    case .compound: return try CompoundCleaner.clean(bytes, limits: limits)
    case .mail: return try MailCleaner.clean(bytes, limits: limits)
    case .table: return try TableTextCleaner.clean(bytes, limits: limits)
    case .unknown(let what):
      throw Unreadable(.unknownFormat, "The file is \(what), which is not cleaned here.")
    }
  }
}

/// Makes new files of the visible cells of a workbook.
public enum FileExtraction {
  /// In what form the cells are given.
  public enum Form: String, CaseIterable, Sendable {
    /// Comma-separated values, of one table.
    case csv
    /// A workbook with a sheet for each table.
    case xlsx
  }

  /// The new file.
  ///
  /// - Parameters:
  ///   - bytes: the workbook.
  ///   - form: in what form the cells are given.
  ///   - choices: which cells; nil for all visible ones.
  /// - Throws: ``Unreadable`` where the file is no workbook or cannot be read whole, where a choice is none
  ///   of its visible cells, or where CSV is asked for and there is more than one table.
  public static func cells(
    of bytes: [UInt8], as form: Form, choices: [CellChoice]? = nil
  ) throws(Unreadable) -> [UInt8] {
    try requireWorkbook(bytes)
    let tables = try VisibleCells.tables(bytes, choices: choices)
    guard let first = tables.first else {
      throw Unreadable(
        .empty, choices == nil ? "No sheet of the workbook is visible." : "No cells were chosen.")
    }
    switch form {
    case .xlsx: return VisibleCells.workbook(tables)
    case .csv:
      guard tables.count == 1 else {
        throw Unreadable(
          .overLimit,
          "There are \(tables.count) tables, and CSV holds one. Choose one, or make a new workbook."
        )
      }
      return VisibleCells.csv(first)
    }
  }

  static func requireWorkbook(_ bytes: [UInt8]) throws(Unreadable) {
    guard FileKind(bytes, name: "") == .office(.workbook) else {
      throw Unreadable(
        .unknownFormat, "Visible cells are taken out of Excel workbooks (.xlsx, .xlsm) only.")
    }
  }
}
