public import HiddenData
public import Redaction

/// What is done with files from outside, each time in a confined process, where one is at hand.
public struct FileTools: Sendable {
  /// Looks for what is hidden: bytes, name and SHA-256. What cannot be read comes back as such.
  public var inspect: @Sendable ([UInt8], String, String) async -> Inspection
  /// Makes a copy without what is hidden: bytes and name. Throws `Unreadable`.
  public var clean: @Sendable ([UInt8], String) async throws -> [UInt8]
  /// Makes a new file of the visible cells of a workbook: of those that were chosen, or of all. Throws
  /// `Unreadable`.
  public var extract:
    @Sendable ([UInt8], FileExtraction.Form, [CellChoice]?) async throws -> [UInt8]
  /// Names the visible sheets of a workbook. Throws `Unreadable`.
  public var sheets: @Sendable ([UInt8]) async throws -> [VisibleSheet]
  /// Tells of a page (from 1) what is needed for marking it. Throws `Unreadable`.
  public var page: @Sendable (PlannedFile, Int) async throws -> MarkedPage
  /// Draws a page with its marks as PNG. Throws `Unreadable`.
  public var picture: @Sendable (PlannedFile, Int, RedactionPreview.View) async throws -> [UInt8]
  /// Takes out what is marked, and proves it. Throws `Unreadable`.
  public var redact: @Sendable (PlannedFile) async throws -> RedactionResult
  /// Turns an office file or an e-mail, without what is hidden in it, into PDF: bytes, name and what was
  /// found in it. Throws `Unreadable`; nil where the programs for it are missing.
  public var convert: (@Sendable ([UInt8], String, Inspection) async throws -> [UInt8])?

  /// Makes a set of tools.
  public init(
    inspect: @escaping @Sendable ([UInt8], String, String) async -> Inspection,
    clean: @escaping @Sendable ([UInt8], String) async throws -> [UInt8],
    extract:
      @escaping @Sendable ([UInt8], FileExtraction.Form, [CellChoice]?) async throws ->
      [UInt8],
    sheets: @escaping @Sendable ([UInt8]) async throws -> [VisibleSheet],
    page: @escaping @Sendable (PlannedFile, Int) async throws -> MarkedPage,
    picture: @escaping @Sendable (PlannedFile, Int, RedactionPreview.View) async throws -> [UInt8],
    redact: @escaping @Sendable (PlannedFile) async throws -> RedactionResult,
    convert: (@Sendable ([UInt8], String, Inspection) async throws -> [UInt8])?
  ) {
    self.inspect = inspect
    self.clean = clean
    self.extract = extract
    self.sheets = sheets
    self.page = page
    self.picture = picture
    self.redact = redact
    self.convert = convert
  }
}
