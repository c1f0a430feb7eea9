public import InformationLaw
internal import PublicInterest

/// Why a release cannot leave as it is.
public struct ReleaseObstacle: Equatable, Sendable {
  /// The kinds of obstacle.
  public enum Kind: String, Sendable {
    /// The file, or something in it, could not be looked at.
    case unreadable
    /// Something is hidden in it, and nobody has accepted that.
    case notAccepted
    /// Something grave is hidden in it, which only a decision maker can accept.
    case notAcceptedByDecisionMaker
    /// A redaction is not proved for these bytes.
    case notProved
    /// A passage was taken out under a provision that the decision does not rely on.
    case notReliedOn
  }

  /// The kind.
  public var kind: Kind
  /// The file it is about.
  public var file: String
  /// What is in the way and what to do.
  public var message: String
}

extension Case {
  /// What is in the way of releasing the files; empty where nothing is.
  public func obstacles(book: StatuteBook) -> [ReleaseObstacle] {
    files.flatMap { obstacles(to: $0, book: book) }
  }

  /// What is in the way of releasing a file.
  public func obstacles(to file: ReleaseFile, book: StatuteBook) -> [ReleaseObstacle] {
    func obstacle(_ kind: ReleaseObstacle.Kind, _ message: String) -> ReleaseObstacle {
      ReleaseObstacle(kind: kind, file: file.id, message: message)
    }
    if file.check.verdict == .unreadable {
      return [
        obstacle(
          .unreadable,
          "'\(file.name)' could not be looked at whole, so it cannot leave. Save it in another form "
            + "and put that in its place.")
      ]
    }
    var obstacles: [ReleaseObstacle] = []
    let open = file.check.findings.filter { acceptance(of: $0, in: file) == nil }
    let grave = file.check.findings.filter { finding in
      finding.severity == .critical
        && acceptance(of: finding, in: file)?.isByDecisionMaker != true
    }
    if !grave.isEmpty {
      obstacles.append(
        obstacle(
          .notAcceptedByDecisionMaker,
          "'\(file.name)' holds \(grave.count.counted("critical finding")). Clean it, or have a "
            + "decision maker accept it with a reason."))
    }
    let others = open.filter { $0.severity != .critical }
    if !others.isEmpty {
      obstacles.append(
        obstacle(
          .notAccepted,
          "'\(file.name)' holds \(others.count.counted("finding")) that nobody has accepted. Clean "
            + "it, or accept each with a reason."))
    }
    if let redaction = file.redaction {
      if redaction.provedFor != file.sha256 {
        obstacles.append(
          obstacle(.notProved, "The redaction of '\(file.name)' is not proved. Redact it again."))
      }
      for code in unrelied(redaction.marks, book: book) {
        obstacles.append(
          obstacle(
            .notReliedOn,
            "In '\(file.name)' passages are taken out under \(code), which the decision does not "
              + "rely on. Rely on it, or mark them anew."))
      }
    }
    return obstacles
  }

  /// Who let a finding stand, if somebody did, in these bytes.
  public func acceptance(
    of finding: FileCheck.Finding, in file: ReleaseFile
  ) -> AcceptedFinding? {
    acceptances[AcceptanceKey(sha256: file.sha256, finding: finding.key)]
  }

  /// The files as they would be approved now.
  public var manifestFiles: [ReleaseManifest.File] {
    files.map { ReleaseManifest.File(id: $0.id, name: $0.name, sha256: $0.sha256) }
  }

  /// The number of the next file.
  public var nextFileID: String {
    "f\((everUsedFileNumber) + 1)"
  }

  private func unrelied(_ marks: [ReleaseFile.Mark], book: StatuteBook) -> [String] {
    let relied = Set(decision.reliances.map(\.limb))
    var codes: [String] = []
    for code in marks.map(\.code) where !codes.contains(code) {
      let limbs = book.limbs(written: code, regime: decision.regime)
      if limbs.contains(where: { relied.contains($0.id) }) { continue }
      codes.append(code)
    }
    return codes
  }
}

extension Int {
  /// `1 finding`, `2 findings`.
  fileprivate func counted(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}

/// By what an acceptance is held: the bytes and the finding, not the name of the file.
struct AcceptanceKey: Hashable, Sendable {
  var sha256: String
  var finding: String
}
