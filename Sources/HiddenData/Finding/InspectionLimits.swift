/// How much of a file is looked at. A file beyond a limit is never called clean.
public struct InspectionLimits: Sendable {
  /// Bytes of the file.
  public var bytes = 256 * 1_024 * 1_024
  /// Bytes of one unpacked part that is held in memory as a whole.
  public var part = 64 * 1_024 * 1_024
  /// Bytes that are unpacked from one file and all that it contains.
  public var unpacked = 2_048 * 1_024 * 1_024
  /// How many times more a part may be unpacked than packed; beyond it somebody made it to fill the machine.
  public var ratio = 2_000
  /// Files within a packed file.
  public var entries = 20_000
  /// How deep files may lie in files.
  public var nesting = 5
  /// Files that are entered altogether.
  public var contained = 2_000
  /// How deep elements may lie in elements.
  public var depth = 1_000
  /// Pages of a PDF that are drawn.
  public var pages = 5_000
  /// Findings of one class in one file; those beyond are counted in the last one.
  public var findingsOfClass = 200

  /// The usual limits.
  public init() {}
}
