import Foundation

/// Reads files from outside, each in a process of its own that can do no harm.
///
/// The program that uses this has to have a command `worker text`, which confines itself, reads a file
/// from standard input and prints a ``DocumentReply``.
public enum ConfinedReader {
  /// Seconds that a file may take by the clock on the wall.
  public static let patience = 30.0

  /// The words of a file.
  ///
  /// A process that dies, hangs or talks nonsense makes the file unreadable and nothing else.
  ///
  /// - Throws: ``Unreadable`` where there is no text, or it cannot be had; `CancellationError`.
  public static func text(of bytes: [UInt8], name: String?) async throws -> DocumentText {
    try Task.checkCancellation()
    return try await withCheckedThrowingContinuation { continuation in
      WorkerProcess.queue.async {
        continuation.resume(with: Result { try text(readingNow: bytes, name: name) })
      }
    }
  }

  /// The words of a file, for a thread that may wait for them.
  public static func text(
    readingNow bytes: [UInt8], name: String?
  ) throws(Unreadable) -> DocumentText {
    // Checked here too: what is too large is not even handed over.
    let limits = DocumentLimits()
    guard bytes.count <= limits.bytes else {
      throw .overLimit("The file has \(bytes.count) bytes; at most \(limits.bytes) are opened.")
    }
    let hint = name.flatMap { NameHint(fileName: $0) }
    let arguments = ["worker", "text"] + (hint.map { ["--hint", $0.rawValue] } ?? [])
    let end = WorkerProcess.run(
      arguments, input: bytes, patience: patience, most: DocumentReply.maximumBytes)
    switch end {
    case .answered(let output):
      switch DocumentReply(decoding: output) {
      case .text(let document): return document
      case .unreadable(let reason): throw reason
      case nil: throw notOpened("the program that opened it stopped in the middle")
      }
    case .tookTooLong: throw notOpened("it took more than \(Int(patience)) seconds to open")
    case .notStarted: throw notOpened("the process that opens files could not be started")
    }
  }

  private static func notOpened(_ why: String) -> Unreadable {
    Unreadable(
      .notOpened,
      "The file could not be opened safely: \(why). It may be damaged or made to do harm; save its text"
        + " by itself and give that.")
  }
}
