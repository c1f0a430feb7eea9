/// How much of a file is opened. What is beyond a limit is refused in words, never cut.
public struct DocumentLimits: Equatable, Sendable {
  /// Bytes of the file.
  public var bytes = 64 * 1_024 * 1_024
  /// Bytes of text that come out of it.
  public var text = 64 * 1_024 * 1_024
  /// Files within a packed document.
  public var entries = 10_000
  /// Bytes of one file within a packed document, unpacked.
  public var part = 64 * 1_024 * 1_024
  /// Bytes of all files that are unpacked from one document.
  public var unpacked = 128 * 1_024 * 1_024
  /// How deep elements may lie in elements.
  public var depth = 1_000
  /// Pages of a PDF.
  public var pages = 3_000
  /// Memory in bytes that pages of a PDF may be kept in.
  public var pageMemory = 64 * 1_024 * 1_024

  /// The usual limits.
  public init() {}
}
