import Dispatch

/// Turns office files into PDF with LibreOffice, which works in a ``LockedRoom``.
///
/// LibreOffice prints what it shows, tracked deletions among it: give it files that were cleaned.
public enum OfficeConverter {
  /// Whether LibreOffice is there and can be locked up. Looked up once.
  public static let isAvailable: Bool = room.isAvailable

  private static let room = LockedRoom(
    program: "/usr/bin/soffice",
    folders: ["/etc/fonts", "/etc/libreoffice", "/var/cache/fontconfig"])

  /// A PDF of an office file.
  ///
  /// - Parameter ending: what kind of file it is: `docx`, `xlsx`, `odt`, `txt`…
  /// - Throws: ``Unreadable`` where none is made.
  public static func pdf(of bytes: [UInt8], ending: String) async throws -> [UInt8] {
    try await withCheckedThrowingContinuation { continuation in
      WorkerProcess.queue.async {
        continuation.resume(with: Result { try pdf(now: bytes, ending: ending) })
      }
    }
  }

  /// The same, for a thread that may wait.
  public static func pdf(now bytes: [UInt8], ending: String) throws(Unreadable) -> [UInt8] {
    guard isAvailable else {
      throw Unreadable(
        .notOpened,
        "LibreOffice and bubblewrap are not both installed here, so the file cannot be turned into a PDF. "
          + "Save it as PDF where it was made, and give that.")
    }
    guard ending.allSatisfy({ $0.isASCII && $0.isLetter || $0.isNumber }), ending.count < 8 else {
      throw Unreadable(.unknownFormat, "'\(ending)' is no kind of office file.")
    }
    let pdf = try room.make(
      "file.pdf", of: bytes, named: "file.\(ending)",
      with: [
        "-env:UserInstallation=file:///tmp/profile", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", "pdf", "--outdir", "/file", "/file/file.\(ending)",
      ])
    guard let pdf, !pdf.isEmpty else {
      throw Unreadable(
        .damaged, "LibreOffice made no PDF of the file. Save it as PDF where it was made.")
    }
    return pdf
  }
}
