public import Documents
import Foundation

/// What a confined process answers that was to make a file of another: the file, or why there is none.
///
/// As bytes it is a line of JSON with the length, then the file itself. An answer that breaks off is known
/// to be none.
public enum FileReply: Equatable, Sendable {
  /// The new file.
  case file([UInt8])
  /// Why there is none.
  case unreadable(Unreadable)

  private struct Head: Codable {
    var unreadable: Unreadable?
    var bytes: Int
  }

  /// Does the work and answers.
  public init(_ work: () throws(Unreadable) -> [UInt8]) {
    do throws(Unreadable) { self = .file(try work()) } catch { self = .unreadable(error) }
  }

  /// The answer as bytes.
  public func encoded() throws -> [UInt8] {
    switch self {
    case .file(let bytes):
      return [UInt8](try JSONEncoder().encode(Head(bytes: bytes.count))) + [0x0A] + bytes
    case .unreadable(let reason):
      return [UInt8](try JSONEncoder().encode(Head(unreadable: reason, bytes: 0))) + [0x0A]
    }
  }

  /// Reads an answer; nil where the bytes are not a whole one.
  public init?(decoding bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: 0x0A),
      let head = try? JSONDecoder().decode(Head.self, from: Data(bytes[..<end]))
    else { return nil }
    if let reason = head.unreadable {
      self = .unreadable(reason)
    } else if bytes.count - end - 1 == head.bytes {
      self = .file(Array(bytes[(end + 1)...]))
    } else {
      return nil
    }
  }
}

/// Makes files of files from outside, each in a process of its own that can do no harm.
public enum ConfinedMaker {
  /// Bytes that a new file may have.
  static let largestFile = 512 * 1_024 * 1_024

  /// Runs `worker KIND` on a file and takes the file that it makes.
  ///
  /// - Throws: ``Unreadable`` where none comes back whole; `CancellationError`.
  public static func make(
    _ arguments: [String], of bytes: [UInt8], patience: Double = 120
  ) async throws -> [UInt8] {
    try Task.checkCancellation()
    return try await withCheckedThrowingContinuation { continuation in
      WorkerProcess.queue.async {
        continuation.resume(
          with: Result { try make(now: arguments, of: bytes, patience: patience) })
      }
    }
  }

  /// The same, for a thread that may wait.
  public static func make(
    now arguments: [String], of bytes: [UInt8], patience: Double = 120
  ) throws(Unreadable) -> [UInt8] {
    let end = WorkerProcess.run(
      ["worker"] + arguments, input: bytes, patience: patience, most: largestFile)
    switch end {
    case .answered(let output):
      switch FileReply(decoding: output) {
      case .file(let file): return file
      case .unreadable(let reason): throw reason
      case nil:
        throw Unreadable(
          .notOpened, "The program that opened the file stopped in the middle. Nothing was made.")
      }
    case .tookTooLong:
      throw Unreadable(.notOpened, "It took more than \(Int(patience)) seconds. Nothing was made.")
    case .notStarted:
      throw Unreadable(.notOpened, "The process that opens files could not be started. Try again.")
    }
  }
}
