/// A file that goes out with the letter: its name, what was found in its bytes, and how it came about.
///
/// The bytes are kept elsewhere, under their SHA-256; a file with other bytes is another file to every
/// check here.
public struct ReleaseFile: Codable, Equatable, Identifiable, Sendable {
  /// How the bytes came about.
  public enum Making: Codable, Equatable, Sendable {
    /// As somebody gave it.
    case given
    /// A copy of other bytes (their SHA-256) without what was hidden in them.
    case cleaned(from: String)
    /// New, made of the visible cells of a workbook.
    case extracted(from: String)
    /// Other bytes with passages taken out.
    case redacted(from: String, redaction: Redaction)
  }

  /// The number within the case: `f1`.
  public var id: String
  /// The name under which it leaves.
  public var name: String
  /// What the inspection of these very bytes said.
  public var check: FileCheck
  /// How they came about.
  public var making: Making

  /// Makes a file.
  public init(id: String, name: String, check: FileCheck, making: Making) {
    self.id = id
    self.name = name
    self.check = check
    self.making = making
  }

  /// The SHA-256 of the bytes, in hexadecimal.
  public var sha256: String { check.sha256 }

  /// The redaction that made the bytes, if one did.
  public var redaction: Redaction? {
    if case .redacted(_, let redaction) = making { return redaction }
    return nil
  }

  /// Passages that were taken out of a file, each under a provision, and whether it was proved that
  /// nothing of them is left.
  public struct Redaction: Codable, Equatable, Sendable {
    /// The SHA-256 of the bytes to which the proof belongs.
    public var provedFor: String?
    /// What was taken out; the row of the schedule, never the words.
    public var marks: [Mark]

    /// Makes a redaction. `provedFor` is nil where the proof failed.
    public init(provedFor: String?, marks: [Mark]) {
      self.provedFor = provedFor
      self.marks = marks
    }
  }

  /// A passage that was taken out.
  public struct Mark: Codable, Equatable, Sendable {
    /// The page, from 1; 0 where the file has none.
    public var page: Int
    /// The provision as it is written: `s40(2)`.
    public var code: String
    /// What kind of passage it is, in words that give nothing away.
    public var what: String

    /// Makes a mark.
    public init(page: Int, code: String, what: String) {
      self.page = page
      self.code = code
      self.what = what
    }
  }
}

/// What the inspection of some bytes said: the part of it that decides on a release. What was hidden
/// is shown elsewhere and not kept in the history.
public struct FileCheck: Codable, Equatable, Sendable {
  /// What the inspection came to.
  public enum Verdict: String, Codable, Sendable {
    case clean
    case hiddenData = "hidden_data"
    /// Something in it could not be looked at: it never leaves.
    case unreadable
  }

  /// How grave a finding is.
  public enum Severity: String, CaseIterable, Codable, Sendable {
    case low, medium, high, critical
  }

  /// Something hidden in the file.
  public struct Finding: Codable, Equatable, Sendable {
    /// A digest of what was found and where, by which an acceptance is held to it.
    public var key: String
    /// The class of hidden data, as in `xlsx.sheet_hidden`.
    public var kind: String
    /// How grave it is.
    public var severity: Severity

    /// Makes a finding.
    public init(key: String, kind: String, severity: Severity) {
      self.key = key
      self.kind = kind
      self.severity = severity
    }
  }

  /// The SHA-256 of the bytes that were inspected, in hexadecimal.
  public var sha256: String
  /// How many bytes.
  public var size: Int
  /// What it came to.
  public var verdict: Verdict
  /// What was found.
  public var findings: [Finding]

  /// Makes a check.
  public init(sha256: String, size: Int, verdict: Verdict, findings: [Finding]) {
    self.sha256 = sha256
    self.size = size
    self.verdict = verdict
    self.findings = findings
  }
}

/// Findings in a file that somebody lets stand, and why.
public struct Acceptance: Codable, Equatable, Sendable {
  /// The file.
  public var file: String
  /// The bytes in which they were found; with other bytes the acceptance is void.
  public var sha256: String
  /// The keys of the findings.
  public var findings: [String]
  /// Why they may leave.
  public var reason: String

  /// Makes an acceptance.
  public init(file: String, sha256: String, findings: [String], reason: String) {
    self.file = file
    self.sha256 = sha256
    self.findings = findings
    self.reason = reason
  }
}

/// An acceptance as the case keeps it: who gave it.
public struct AcceptedFinding: Equatable, Sendable {
  /// Why.
  public var reason: String
  /// Who, with the role at the time.
  public var by: String
  /// Whether a decision maker gave it, as grave findings need.
  public var isByDecisionMaker: Bool
}

/// What exactly was approved: the letter and every file, by the digests of their bytes.
public struct ReleaseManifest: Codable, Equatable, Sendable {
  /// A file of it.
  public struct File: Codable, Equatable, Sendable {
    /// The number within the case.
    public var id: String
    /// The name under which it leaves.
    public var name: String
    /// The SHA-256 of its bytes.
    public var sha256: String

    /// Makes an entry.
    public init(id: String, name: String, sha256: String) {
      self.id = id
      self.name = name
      self.sha256 = sha256
    }
  }

  /// The SHA-256 of the letter's text, without the address.
  public var letter: String
  /// The files, in their order.
  public var files: [File]

  /// Makes a manifest.
  public init(letter: String, files: [File]) {
    self.letter = letter
    self.files = files
  }
}
