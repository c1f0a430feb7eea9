/// How much harm a kind of hidden data does when it leaves with a file.
public enum HiddenDataSeverity: String, CaseIterable, Codable, Comparable, Sendable {
  /// Whole records or passages that somebody took for gone.
  case critical
  /// Words, values or people that the reader of the page does not see.
  case high
  /// Traces of who worked on the file, and where.
  case medium
  /// Traces that say little by themselves.
  case low

  /// From mild to grave.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
  }
}

/// A kind of hidden data: what it is, where a format keeps it, how it is found and taken out.
///
/// The page of the reference in `docs/hidden-data/` is written from it.
public struct HiddenDataClass: Hashable, Identifiable, Sendable {
  /// The format and the kind, as in `xlsx.sheet_hidden`.
  public let id: String
  /// How grave it is.
  public let severity: HiddenDataSeverity
  /// What it is, in a few words.
  public let title: String
  /// Where the format keeps it, in the format's own terms.
  public let lies: String
  /// By what it is recognised, and what is not taken for it.
  public let recognised: String
  /// How it is taken out, or why it cannot be.
  public let removal: String

  /// Makes a class.
  public init(
    _ id: String, _ severity: HiddenDataSeverity, _ title: String, lies: String,
    recognised: String, removal: String
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.lies = lies
    self.recognised = recognised
    self.removal = removal
  }
}
