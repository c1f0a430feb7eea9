import ArgumentParser
import CConfinement
import Foundation
import Post
import Workbench

/// The confined process in which files from outside are opened: one for each file, for seconds at most.
///
/// It reads the file from standard input and prints JSON. Before it looks at a byte it gives up every
/// means of harm that limits can take away: it writes no file, opens no more than it has, starts
/// nothing with more rights, and ends when it takes too much time or memory.
struct Worker: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open a file from outside; used by the workbench itself.", shouldDisplay: false)

  @Argument(help: "What the file is: mail.")
  var kind: Kind

  /// The kinds of file that the worker opens.
  enum Kind: String, ExpressibleByArgument {
    case mail
  }

  func run() throws {
    try Confinement.apply()
    let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    let answer: WorkerAnswer
    do { answer = .message(try Message(reading: bytes)) } catch {
      answer = .unreadable("\(error)")
    }
    FileHandle.standardOutput.write(try JSONEncoder().encode(answer))
  }
}

/// What the worker answers.
enum WorkerAnswer: Codable {
  case message(Message)
  /// Why the file cannot be read, for the person who uploaded it.
  case unreadable(String)
}

/// The limits that the worker puts on itself.
enum Confinement {
  /// Address space in bytes: the largest message several times over, and the program.
  static let memory: rlim_t = 2_000_000_000
  /// Seconds of processor time.
  static let processorTime: rlim_t = 20

  static func apply() throws {
    // No program that it could start would have more rights than it has.
    guard confinement_no_new_privileges() == 0 else { throw Failure("cannot be confined") }
    try limit(RLIMIT_AS, memory)
    try limit(RLIMIT_CPU, processorTime)
    try limit(RLIMIT_FSIZE, 0)
    try limit(RLIMIT_CORE, 0)
    // Standard input, output and error are open; nothing else can be.
    try limit(RLIMIT_NOFILE, 3)
  }

  private static func limit(_ resource: __rlimit_resource, _ value: rlim_t) throws {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    guard setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else {
      throw Failure("cannot be confined")
    }
  }
}

/// Opens files in workers, for the workbench.
enum WorkerPool {
  /// Seconds that a file may take by the clock on the wall.
  private static let patience = 30.0
  private static let queue = DispatchQueue(label: "workers", attributes: .concurrent)

  /// Reads an e-mail in a worker of its own.
  @Sendable static func readMail(_ bytes: [UInt8]) async throws -> Message {
    let output = try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try run("mail", bytes) }) }
    }
    guard let answer = try? JSONDecoder().decode(WorkerAnswer.self, from: output) else {
      throw UnreadableMail(
        "it could not be opened safely; paste its text instead and keep the file as it came")
    }
    switch answer {
    case .message(let message): return message
    case .unreadable(let reason): throw UnreadableMail(reason)
    }
  }

  private static func run(_ kind: String, _ bytes: [UInt8]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe")
    process.arguments = ["worker", kind]
    process.environment = [:]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let identifier = process.processIdentifier
    let watch = DispatchWorkItem { kill(identifier, SIGKILL) }
    queue.asyncAfter(deadline: .now() + patience, execute: watch)
    defer { watch.cancel() }
    queue.async {
      // A worker that has died takes no more; what it printed, or did not, tells.
      try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? input.fileHandleForWriting.close()
    }
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return answer
  }
}
