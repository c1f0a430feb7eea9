import Documents

@testable import HiddenData

/// Looks into Office files and archives with the inspectors of these rooms.
enum OfficeRun {
  static func findings(_ bytes: [UInt8]) -> (findings: [HiddenDataFinding], failures: [Unreadable])
  {
    let run = InspectionRun { run, bytes, _ throws(Unreadable) in try enter(bytes, run) }
    do throws(Unreadable) { try enter(bytes, run) } catch { run.fail(error) }
    return (run.findings, run.failures)
  }

  /// Leaves a picture as it is.
  static func untouched(_ picture: [UInt8]) throws(Unreadable) -> [UInt8]? { nil }

  private static func enter(_ bytes: [UInt8], _ run: InspectionRun) throws(Unreadable) {
    guard let archive = try? ZipArchive(bytes, limits: run.limits) else {
      if bytes.starts(with: [0x50, 0x4B]) || ArchiveInspector.recognises(bytes) {
        throw .broken("it is no archive")
      }
      return
    }
    guard archive.entries.contains(where: { $0.name == "[Content_Types].xml" }) else {
      return try ArchiveInspector.inspect(bytes, run: run)
    }
    let package = try OfficePackage(bytes, run: run)
    let type = package.mainPart.map { package.contentType(of: $0) } ?? ""
    let family: OfficeFamily =
      type.contains("presentation")
      ? .presentation
      : type.contains("word") ? .document : .workbook
    if family == .presentation { PresentationInspector.inspect(package, run: run) }
    OfficePartsInspector.inspect(package, family: family, run: run)
  }

  /// What is wrong with what was found in an example; nil where all is as it says.
  static func complaint(_ example: InspectionExample) -> String? {
    let (findings, failures) = findings(example.bytes)
    let named = Set(findings.map(\.class))
    let missing = example.finds.subtracting(named)
    if !missing.isEmpty { return "not found: \(missing), but \(findings)" }
    if let shows = example.shows {
      let all = findings.filter { example.finds.contains($0.class) }
        .map { "\($0.where) \($0.excerpt)" }.joined(separator: "\n")
      guard all.contains(shows) else { return "not shown: \(shows), but \(all)" }
    }
    let alarms = findings.filter { finding in
      finding.severity >= .medium && !example.finds.contains(finding.class)
        && !example.allows.contains(finding.class) || example.leaves.contains(finding.class)
    }
    if !alarms.isEmpty { return "false alarms: \(alarms)" }
    if !example.finds.contains("zip.encrypted"), !failures.isEmpty { return "\(failures)" }
    return nil
  }
}
