import Casework
import InformationLaw
import Precedents
import PublicInterest
import Scrutiny
import Storage
import Synchronization

/// The cases that are being worked on, folded once for each version.
///
/// A page asks the archive only for the version of a case and folds the history when it moved on.
final class CaseDesk: Sendable {
  private let archive: Archive
  private let workflow: Workflow
  private let cases = Mutex<[String: Case]>([:])
  private let known = Mutex<Authority?>(nil)
  private let issued = Mutex<BoilerplateCheck?>(nil)
  private let reports = Mutex<[ReportKey: ScrutinyReport]>([:])
  /// More than an office works on in a day; beyond it the desk is cleared.
  private static let capacity = 400

  init(archive: Archive, workflow: Workflow) {
    self.archive = archive
    self.workflow = workflow
  }

  /// The authority, read once; settings tell the desk when it changed.
  func authority() async throws -> Authority {
    if let authority = known.withLock({ $0 }) { return authority }
    let authority = try await archive.authority()
    known.withLock { $0 = authority }
    return authority
  }

  /// What scrutiny found in a case, kept until the case or the day changes.
  func report(
    on subject: Case, today: Day, make: () -> ScrutinyReport
  ) -> ScrutinyReport {
    let key = ReportKey(
      reference: subject.reference, version: subject.version, day: today,
      authority: subject.decision.authority.name + subject.decision.authority.reviewContact)
    if let report = reports.withLock({ $0[key] }) { return report }
    let report = make()
    reports.withLock { reports in
      if reports.count >= CaseDesk.capacity { reports.removeAll(keepingCapacity: true) }
      reports[key] = report
    }
    return report
  }

  /// The reasons of the authority's own issued letters, to find stock ones by; read once, and again
  /// after a letter was issued.
  func issuedReasons(_ book: StatuteBook) async throws -> BoilerplateCheck {
    if let known = issued.withLock({ $0 }) { return known }
    var letters = Boilerplate()
    for line in try await archive.lines(states: ["issued"], limit: CaseDesk.mostIssued) {
      // Past the desk: issued cases are not being worked on, and would push out those that are.
      let subject = try await archive.subject(line.reference)
      letters.add(
        letter: line.reference,
        passages: BoilerplateCheck.reasons(of: subject.decision).map(\.text))
    }
    let check = BoilerplateCheck(book: book, letters: letters)
    issued.withLock { $0 = check }
    return check
  }

  /// As many issued letters as are compared with.
  private static let mostIssued = 5_000

  /// Forgets the reasons and the reports after a letter was issued.
  func forgetIssued() {
    issued.withLock { $0 = nil }
    reports.withLock { $0.removeAll(keepingCapacity: true) }
  }

  private struct ReportKey: Hashable {
    var reference: String
    var version: Int
    var day: Day
    var authority: String
  }

  /// Forgets the authority after its settings were changed.
  func forgetAuthority() { known.withLock { $0 = nil } }

  /// The case as it stands, or nil where there is none.
  func subject(_ reference: String) async throws -> Case? {
    guard let version = try await archive.version(of: reference) else { return nil }
    let authority = try await authority()
    if let known = cases.withLock({ $0[reference] }), known.version == version,
      known.decision.authority == authority
    {
      return known
    }
    let subject = try await archive.subject(reference)
    cases.withLock { cases in
      if cases.count >= CaseDesk.capacity { cases.removeAll(keepingCapacity: true) }
      cases[reference] = subject
    }
    return subject
  }
}
