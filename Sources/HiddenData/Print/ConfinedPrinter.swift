import Dispatch
public import Documents

/// Makes PDF files of office files and e-mails, so that passages can be taken out of them.
///
/// The program that uses this has to have the commands `worker mail-page` and `worker clean`, which confine
/// themselves.
public enum ConfinedPrinter {
  /// Whether the programs for it are there.
  public static var isAvailable: Bool { OfficeConverter.isAvailable }

  /// The formats, as an ``Inspection`` names them, of which a PDF is made.
  public static let formats: Set<String> = documents.union(["jpeg", "png"])

  /// Those in which passages cannot be taken out as they are.
  public static let documents: Set<String> = mails.union([
    "docx", "pptx", "xlsx", "odt", "ods", "odp",
  ])

  /// Those of which a page of our own is printed, and not the file.
  public static let mails: Set<String> = ["eml", "msg"]

  /// A PDF of a file that was inspected.
  ///
  /// What is hidden would be printed (tracked deletions, comments, hidden sheets): where something is, a clean
  /// copy is printed. Of an e-mail only what its page shows is printed, whatever else is in it.
  ///
  /// - Throws: ``Unreadable`` where it cannot be read whole, or no PDF can be made here.
  public static func pdf(
    now bytes: [UInt8], name: String, inspection: Inspection
  ) throws(Unreadable) -> [UInt8] {
    // Of an attachment that cannot be read nothing is printed but its name.
    guard inspection.verdict != .unreadable || mails.contains(inspection.format) else {
      throw Unreadable(
        .notOpened,
        "The file cannot be looked into whole, and is not turned into a PDF. "
          + inspection.reasons.joined(separator: " "))
    }
    guard formats.contains(inspection.format) else {
      throw Unreadable(.unknownFormat, "This kind of file is not turned into a PDF here.")
    }
    if mails.contains(inspection.format) {
      let page = try ConfinedMaker.make(now: ["mail-page", "--name=\(name)"], of: bytes)
      return try OfficeConverter.pdf(now: page, ending: "fodt")
    }
    let isClean = inspection.findings.isEmpty
    let clean =
      isClean ? bytes : try ConfinedMaker.make(now: ["clean", "--name=\(name)"], of: bytes)
    return try OfficeConverter.pdf(now: clean, ending: inspection.format)
  }

  /// The same, without holding a thread up.
  public static func pdf(
    of bytes: [UInt8], name: String, inspection: Inspection
  ) async throws -> [UInt8] {
    try await withCheckedThrowingContinuation { continuation in
      WorkerProcess.queue.async {
        continuation.resume(
          with: Result { try pdf(now: bytes, name: name, inspection: inspection) })
      }
    }
  }
}
