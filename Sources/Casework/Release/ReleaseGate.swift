public import InformationLaw
internal import PublicInterest

/// The letter as it goes, in every form, kept because what would be derived tomorrow may differ.
public struct DispatchedLetter: Equatable, Sendable {
  /// Plain text; the fingerprint in the history is of this form.
  public var text: String
  /// HTML.
  public var html: String
  /// DOCX.
  public var docx: [UInt8]

  /// Makes a letter from its forms.
  public init(text: String, html: String, docx: [UInt8]) {
    self.text = text
    self.html = html
    self.docx = docx
  }
}

/// A file with its bytes, as it leaves.
public struct ReleasedFile: Equatable, Sendable {
  /// The name under which it leaves.
  public var name: String
  /// The SHA-256 of the bytes, in hexadecimal.
  public var sha256: String
  /// The bytes.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(name: String, sha256: String, bytes: [UInt8]) {
    self.name = name
    self.sha256 = sha256
    self.bytes = bytes
  }
}

/// What is brought to the gate.
public struct ReleaseParcel: Sendable {
  /// The letter, with its address.
  public var letter: DispatchedLetter
  /// The text of the letter without the address, as it was approved.
  public var approvedText: String
  /// The bytes of every file, by its number within the case.
  public var contents: [String: [UInt8]]
  /// An inspection of each of these very bytes, made now, by the file's number.
  public var checks: [String: FileCheck]
  /// How many unlawful findings the letter and the decision have now.
  public var unlawfulFindings: Int

  /// Makes a parcel.
  public init(
    letter: DispatchedLetter, approvedText: String, contents: [String: [UInt8]],
    checks: [String: FileCheck], unlawfulFindings: Int
  ) {
    self.letter = letter
    self.approvedText = approvedText
    self.contents = contents
    self.checks = checks
    self.unlawfulFindings = unlawfulFindings
  }
}

/// A release that may leave: bound to the case at one version, to the letter and to the bytes of every
/// file.
///
/// Only ``ReleaseGate`` makes one, it cannot be copied, and whoever sends it uses it up.
public struct ClearedRelease: ~Copyable, Sendable {
  /// The case.
  public let reference: String
  /// The version of the case that was cleared; a case that moved on has to be cleared anew.
  public let version: Int
  /// The day it leaves.
  public let day: Day
  /// Who sends it.
  public let actor: Actor
  /// The letter.
  public let letter: DispatchedLetter
  /// The SHA-256 of the letter's text.
  public let fingerprint: String
  /// The files.
  public let files: [ReleasedFile]

  fileprivate init(
    subject: Case, day: Day, actor: Actor, letter: DispatchedLetter, fingerprint: String,
    files: [ReleasedFile]
  ) {
    reference = subject.reference
    version = subject.version
    self.day = day
    self.actor = actor
    self.letter = letter
    self.fingerprint = fingerprint
    self.files = files
  }

  /// Uses the release up: what is in it, for whoever writes down that it left.
  public consuming func opened() -> OpenedRelease {
    OpenedRelease(
      reference: reference, version: version, actor: actor,
      event: .issued(
        on: day, fingerprint: fingerprint,
        files: files.map { IssuedFile(name: $0.name, sha256: $0.sha256) }),
      day: day, letter: letter, fingerprint: fingerprint, files: files)
  }
}

/// What was in a cleared release, once it has been used up.
public struct OpenedRelease: Sendable {
  /// The case.
  public let reference: String
  /// The version that was cleared.
  public let version: Int
  /// Who sends it.
  public let actor: Actor
  /// What happens to the case.
  public let event: CaseEvent
  /// The day it leaves.
  public let day: Day
  /// The letter.
  public let letter: DispatchedLetter
  /// The SHA-256 of the letter's text.
  public let fingerprint: String
  /// The files.
  public let files: [ReleasedFile]
}

/// The one place where a release is cleared. It looks at everything again, at the bytes that will leave,
/// and lets nothing pass that it could not check.
public struct ReleaseGate: Sendable {
  private let rules: CaseRules
  private let digest: @Sendable ([UInt8]) -> String

  /// Makes the gate.
  ///
  /// - Parameter digest: The SHA-256 of bytes, in hexadecimal.
  public init(rules: CaseRules, digest: @escaping @Sendable ([UInt8]) -> String) {
    self.rules = rules
    self.digest = digest
  }

  /// Clears a release.
  ///
  /// - Parameters:
  ///   - subject: the case as it stands.
  ///   - parcel: what is to leave.
  ///   - actor: who issues it.
  /// - Throws: ``Refusal`` with the first thing that is in the way.
  public func clear(
    _ subject: Case, _ parcel: ReleaseParcel, by actor: Actor, today: Day
  ) throws(Refusal) -> ClearedRelease {
    let fingerprint = digest(Array(parcel.letter.text.utf8))
    try rules.check(
      .issued(on: today, fingerprint: fingerprint, files: []), by: actor, on: subject,
      today: today)
    guard let approved = subject.approvedRelease else {
      throw Refusal(
        .notAllowed,
        "The approval does not say which letter and files it is for. Return the case and have it "
          + "approved again.")
    }
    guard digest(Array(parcel.approvedText.utf8)) == approved.letter else {
      throw Refusal(
        .notAllowed,
        "The letter is not word for word the one that was approved. Return the case and have it "
          + "approved again.")
    }
    guard approved.files == subject.manifestFiles else {
      throw Refusal(
        .notAllowed, "The files are not those that were approved. Have the case approved again.")
    }
    if parcel.unlawfulFindings > 0, subject.approvedDespite == nil {
      throw Refusal(
        .unlawful,
        "The letter has \(parcel.unlawfulFindings) unlawful findings that nobody has answered for. "
          + "Return the case.")
    }
    let extra = Set(parcel.contents.keys).subtracting(subject.files.map(\.id))
    guard extra.isEmpty else {
      throw Refusal(.notAllowed, "A file was brought that does not belong to this case.")
    }
    var files: [ReleasedFile] = []
    for file in subject.files {
      files.append(try cleared(file, parcel, of: subject))
    }
    return ClearedRelease(
      subject: subject, day: today, actor: actor, letter: parcel.letter, fingerprint: fingerprint,
      files: files)
  }

  private func cleared(
    _ file: ReleaseFile, _ parcel: ReleaseParcel, of subject: Case
  ) throws(Refusal) -> ReleasedFile {
    guard let bytes = parcel.contents[file.id], let check = parcel.checks[file.id] else {
      throw Refusal(
        .notAllowed, "'\(file.name)' could not be fetched and looked at again. Nothing was sent.")
    }
    let sha256 = digest(bytes)
    guard sha256 == file.sha256, check.sha256 == sha256, check.size == bytes.count else {
      throw Refusal(
        .notAllowed,
        "The bytes of '\(file.name)' are not those that were inspected and approved. Nothing was "
          + "sent.")
    }
    // What counts is the inspection made now; what it finds has to be what was accepted.
    var now = file
    now.check = check
    if let obstacle = subject.obstacles(to: now, book: rules.book).first {
      throw Refusal(.notAllowed, obstacle.message)
    }
    return ReleasedFile(name: file.name, sha256: sha256, bytes: bytes)
  }
}
