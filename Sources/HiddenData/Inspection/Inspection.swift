/// What is hidden in a file: the contract's `inspection/1`.
public struct Inspection: Codable, Equatable, Sendable {
  /// What it comes to.
  public enum Verdict: String, Codable, Sendable {
    /// Every part was looked at, and nothing is hidden.
    case clean
    /// Something is hidden.
    case hiddenData = "hidden_data"
    /// Something in it could not be looked at: encrypted, damaged, unknown, over a limit.
    case unreadable
  }

  /// The name of the form of the report.
  public static let schema = "inspection/1"

  /// The form of the report.
  public var schema = Inspection.schema
  /// The name of the file.
  public var file: String
  /// What kind of file it is, as its bytes show: `xlsx`; empty where that is not known.
  public var format: String
  /// The SHA-256 of the bytes, in hexadecimal.
  public var sha256: String
  /// What it comes to.
  public var verdict: Verdict
  /// Why it could not be looked at whole, in sentences; empty otherwise.
  public var reasons: [String]
  /// What is hidden, the gravest first.
  public var findings: [HiddenDataFinding]

  /// Makes a report.
  public init(
    file: String, format: String, sha256: String, reasons: [String],
    findings: [HiddenDataFinding]
  ) {
    self.file = file
    self.format = format
    self.sha256 = sha256
    self.reasons = reasons
    // Swift's sort keeps the order of equals.
    self.findings = findings.sorted { $0.severity > $1.severity }
    verdict = !reasons.isEmpty ? .unreadable : findings.isEmpty ? .clean : .hiddenData
  }
}
