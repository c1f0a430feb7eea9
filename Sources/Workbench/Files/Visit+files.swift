import Casework
import Documents
import Foundation
import HTTPTypes
import HiddenData
import Passwords
import Storage

extension Visit {
  /// Inspects bytes and puts them into the release of a case.
  ///
  /// - Parameters:
  ///   - id: the file's number; nil for a new one.
  /// - Throws: `Refusal`; nothing is kept then.
  @discardableResult
  func put(
    _ bytes: [UInt8], name: String, id: String?, making: ReleaseFile.Making,
    redaction: String? = nil, in file: CaseFile
  ) async throws -> CaseFile {
    let digest = sha256(bytes)
    let inspection = await house.tools.inspect(bytes, name, digest)
    let actor = try account().actor
    let today = today
    let house = house
    let releaseFile = ReleaseFile(
      id: id ?? file.subject.nextFileID, name: name,
      check: FileCheck(inspection, size: bytes.count), making: making)
    let report = String(decoding: try JSONEncoder().encode(inspection), as: UTF8.self)
    let saved = try await house.archive.set(
      releaseFile,
      keeping: KeptFile(
        sha256: digest, bytes: bytes, inspection: report, redaction: redaction),
      in: file.reference, basedOn: file.subject.version, by: actor, at: house.now.stamp()
    ) { subject in
      try house.rules.check(.fileSet(file: releaseFile), by: actor, on: subject, today: today)
    }
    return CaseFile(subject: saved, visit: self)
  }

  /// The file of a release that the address names.
  func releaseFile(of file: CaseFile) throws -> ReleaseFile {
    let id = try parameter("file")
    guard let found = file.subject.files.first(where: { $0.id == id }) else {
      throw Problem.notFound
    }
    return found
  }

  /// Does something to the file of a release that the address names; what is refused is said on a page.
  func answering(
    _ act: (CaseFile, ReleaseFile) async throws -> Address,
    refusing: (FormErrors) async throws -> Page
  ) async throws -> Reply {
    do {
      let file = try await caseFile()
      return .seeOther(try await act(file, try releaseFile(of: file)))
    } catch let refusal as Refusal {
      return .page(
        try await refusing(FormErrors(refusal.description, field: refusal.field)),
        status: refusal.code == .conflict ? .conflict : .unprocessableContent)
    } catch let reason as Unreadable {
      return .page(
        try await refusing(FormErrors(reason.message)), status: .unprocessableContent)
    }
  }

  /// The bytes of a file of the case.
  func bytes(of sha256: String, in file: CaseFile) async throws -> [UInt8] {
    guard let kept = try await house.archive.file(sha256, of: file.reference) else {
      throw Problem.notFound
    }
    return kept.bytes
  }

  /// The full inspection of a file; nil where it cannot be read any more.
  func inspection(of releaseFile: ReleaseFile, in file: CaseFile) async throws -> Inspection? {
    let report = try await house.archive.inspection(
      of: releaseFile.sha256, in: file.reference)
    return report.flatMap { try? JSONDecoder().decode(Inspection.self, from: Data($0.utf8)) }
  }
}

extension String {
  /// A file's name as the requester will see it: without folders, and without what a header or a file
  /// system could take for something else.
  var asFileName: String {
    let last = split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let kept = last.unicodeScalars.filter { scalar in
      scalar.value >= 0x20 && scalar != "\"" && scalar.value != 0x7F
        && scalar.properties.generalCategory != .format
    }
    let name = String(String.UnicodeScalarView(kept)).trimmingPrefix {
      $0.isWhitespace || $0 == "."
    }
    return name.isEmpty ? "file" : String(name.prefix(180))
  }

  /// What stands after the last dot, in lower case.
  var ending: String { lastIndex(of: ".").map { self[index(after: $0)...].lowercased() } ?? "" }

  /// The name with another ending.
  func withEnding(_ ending: String) -> String {
    guard let dot = lastIndex(of: "."), dot != startIndex else { return "\(self).\(ending)" }
    return "\(self[..<dot]).\(ending)"
  }
}
