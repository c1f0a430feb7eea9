import InformationLaw
import PublicInterest

extension CaseRules {
  /// What is said of the files of a release has to be true of the case, complete, and said by somebody who
  /// may.
  func checkRelease(_ event: CaseEvent, by actor: Actor, on subject: Case) throws(Refusal) {
    switch event {
    case .fileSet(let file): try check(file, on: subject)
    case .fileRemoved(let id):
      guard subject.files.contains(where: { $0.id == id }) else {
        throw Refusal(.invalid, "The file has already been taken out.")
      }
    case .findingsAccepted(let acceptance): try check(acceptance, by: actor, on: subject)
    case .approved(_, _, _, let release):
      if let obstacle = subject.obstacles(book: book).first {
        throw Refusal(.notAllowed, obstacle.message, field: "release")
      }
      guard let release, release.files == subject.manifestFiles else {
        throw Refusal(
          .conflict, "The files have changed since you opened this page. Look again.",
          field: "release")
      }
    default: break
    }
  }

  private func check(_ file: ReleaseFile, on subject: Case) throws(Refusal) {
    let isKnown = subject.files.contains { $0.id == file.id }
    // One that was taken out may be put back under its number.
    guard let number = Int(file.id.dropFirst()), file.id == "f\(number)",
      (1...subject.everUsedFileNumber + 1).contains(number)
    else { throw Refusal(.invalid, "There is no file \(file.id) in this case.", field: "file") }
    if file.name.isBlank || file.name.contains("/") || file.name.contains("\\") {
      throw Refusal(
        .invalid, "Give the file a name without slashes, as the requester will see it.",
        field: "name")
    }
    let name = file.name.lowercased()
    if subject.files.contains(where: { $0.id != file.id && $0.name.lowercased() == name }) {
      throw Refusal(
        .invalid, "Another file of this release is called '\(file.name)'. Give it another name.",
        field: "name")
    }
    if isKnown || subject.files.count < Case.mostFiles { return }
    throw Refusal(
      .invalid,
      "A release has at most \(Case.mostFiles) files. Put some of them together first.",
      field: "file")
  }

  private func check(
    _ acceptance: Acceptance, by actor: Actor, on subject: Case
  ) throws(Refusal) {
    guard let file = subject.files.first(where: { $0.id == acceptance.file }),
      file.sha256 == acceptance.sha256
    else {
      throw Refusal(
        .conflict, "The file has been replaced since you opened this page. Look again.")
    }
    if file.check.verdict == .unreadable {
      throw Refusal(
        .notAllowed,
        "What cannot be looked at cannot be accepted: nobody knows what is in '\(file.name)'.")
    }
    if acceptance.findings.isEmpty {
      throw Refusal(.invalid, "Tick the findings that may leave.", field: "findings")
    }
    if acceptance.reason.isBlank {
      throw Refusal(.invalid, "Say why they may leave.", field: "reason")
    }
    for key in acceptance.findings {
      guard let finding = file.check.findings.first(where: { $0.key == key }) else {
        throw Refusal(.invalid, "There is no such finding in the file.", field: "findings")
      }
      if finding.severity == .critical, actor.role != .decisionMaker {
        throw Refusal(
          .notAllowed,
          "A critical finding can be accepted by a decision maker only. Clean the file, or ask one.",
          field: "findings")
      }
    }
  }
}
