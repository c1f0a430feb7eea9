import Documents
import Foundation

/// Inspects files from outside, each in a process of its own that can do no harm.
///
/// The program that uses this has to have a command `worker inspect`, which confines itself, reads a file
/// from standard input and prints an ``Inspection`` as JSON.
public enum ConfinedInspector {
  /// Seconds that a file may take by the clock on the wall.
  public static let patience = 120.0
  /// Bytes that a report may have.
  static let longestReport = 64 * 1_024 * 1_024

  /// What is hidden in a file.
  ///
  /// A process that dies, hangs or talks nonsense makes the file unreadable and nothing else.
  ///
  /// - Parameter sha256: Of these bytes, in hexadecimal.
  public static func inspect(_ bytes: [UInt8], name: String, sha256: String) async -> Inspection {
    await withCheckedContinuation { continuation in
      WorkerProcess.queue.async {
        continuation.resume(returning: inspect(now: bytes, name: name, sha256: sha256))
      }
    }
  }

  /// What is hidden in a file, for a thread that may wait.
  public static func inspect(now bytes: [UInt8], name: String, sha256: String) -> Inspection {
    func unreadable(_ why: String) -> Inspection {
      Inspection(file: name, format: "", sha256: sha256, reasons: [why], findings: [])
    }
    let limits = InspectionLimits()
    guard bytes.count <= limits.bytes else {
      return unreadable(
        "The file has \(bytes.count) bytes; at most \(limits.bytes) are looked at. It cannot be "
          + "called clean.")
    }
    // A name is one argument, whatever is in it.
    let argument = String(
      name.unicodeScalars.filter { $0.value != 0 }.prefix(255).map(Character.init))
    let end = WorkerProcess.run(
      ["worker", "inspect", "--name=\(argument)", "--digest=\(sha256)"], input: bytes,
      patience: patience, most: longestReport)
    switch end {
    case .answered(let output):
      guard let report = try? JSONDecoder().decode(Inspection.self, from: Data(output)),
        report.sha256 == sha256, report.schema == Inspection.schema
      else {
        return unreadable(
          "The program that looked at the file stopped in the middle. The file cannot be called "
            + "clean; ask for it in another form.")
      }
      return report
    case .tookTooLong:
      return unreadable(
        "The file took more than \(Int(patience)) seconds to look at. It cannot be called clean.")
    case .notStarted:
      return unreadable("The process that looks at files could not be started. Try again.")
    }
  }
}
