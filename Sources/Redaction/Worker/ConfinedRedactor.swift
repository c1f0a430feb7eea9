public import Documents
import Foundation
import HiddenData

/// Redacts files from outside, each in a process of its own that can do no harm.
///
/// The program that uses this has to have the commands `worker redact`, `worker scans`, `worker page` and
/// `worker picture`, which confine themselves and read a ``PlannedFile``.
public enum ConfinedRedactor {
  /// Seconds that a file may take by the clock on the wall.
  public static let patience = 600.0

  /// Redacts a file; what comes back is proved.
  public static func redact(_ file: PlannedFile) async throws -> RedactionResult {
    try await withCheckedThrowingContinuation { continuation in
      WorkerProcess.queue.async {
        continuation.resume(with: Result { try redact(now: file) })
      }
    }
  }

  /// The same, for a thread that may wait.
  ///
  /// Where words can be recognised, texts are looked for in pictures too, and a page that became a picture
  /// gets the words that can be read on it.
  public static func redact(now file: PlannedFile) throws -> RedactionResult {
    guard TextRecognition.isAvailable else { return try once(file) }
    let redactor = RecognisingRedactor(
      once: once,
      pages: { file in
        let answer = try ConfinedMaker.make(now: ["scans"], of: try file.encoded())
        return try JSONDecoder().decode([Int].self, from: Data(answer))
      },
      picture: { page, file, scale in
        try ConfinedMaker.make(
          now: ["picture", "--page=\(page)", "--scale=\(scale)"], of: try file.encoded())
      },
      words: TextRecognition.words(now:))
    return try redactor.redact(file)
  }

  private static func once(_ file: PlannedFile) throws -> RedactionResult {
    try result(of: ConfinedMaker.make(now: ["redact"], of: try file.encoded(), patience: patience))
  }

  /// A page for marking.
  public static func page(
    _ number: Int, of file: PlannedFile, countingTexts: Bool
  ) async throws -> MarkedPage {
    let answer = try await ConfinedMaker.make(
      ["page", "--page=\(number)"] + (countingTexts ? ["--counting"] : []),
      of: try file.encoded())
    return try JSONDecoder().decode(MarkedPage.self, from: Data(answer))
  }

  /// A page as a picture (PNG), with the marks of the plan on it.
  public static func picture(
    _ number: Int, of file: PlannedFile, scale: Double, view: RedactionPreview.View
  ) async throws -> [UInt8] {
    try await ConfinedMaker.make(
      ["picture", "--page=\(number)", "--scale=\(scale)", "--view=\(view.rawValue)"],
      of: try file.encoded())
  }

  /// What `worker redact` prints: the report on a line, then the file.
  public static func encoded(_ result: RedactionResult) throws(Unreadable) -> [UInt8] {
    guard let report = try? JSONEncoder().encode(result.report) else {
      throw Unreadable(.damaged, "The report of the redaction cannot be written.")
    }
    return [UInt8](report) + [0x0A] + result.bytes
  }

  /// What `worker scans` prints: the pages, from 1, of which the words have to be recognised, as JSON.
  public static func scans(_ file: PlannedFile) throws(Unreadable) -> [UInt8] {
    let pages = try file.plan.pagesToRecognise(in: file.bytes)
    return Array("[\(pages.map(String.init).joined(separator: ","))]".utf8)
  }

  private static func result(of answer: [UInt8]) throws(Unreadable) -> RedactionResult {
    guard let end = answer.firstIndex(of: 0x0A),
      let report = try? JSONDecoder().decode(RedactionReport.self, from: Data(answer[..<end]))
    else { throw Unreadable(.notOpened, "The redaction stopped in the middle. Nothing was made.") }
    return RedactionResult(bytes: Array(answer[(end + 1)...]), report: report)
  }
}
