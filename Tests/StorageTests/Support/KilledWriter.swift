import Foundation
import Testing

/// The program that writes until it is killed, and what it said was written.
final class KilledWriter {
  let folder: URL
  private let executable: URL
  private(set) var kills = 0

  var database: String { folder.appending(path: "store.sqlite").path }
  private var output: URL { folder.appending(path: "acknowledged.txt") }

  init() throws {
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    executable = tests.appending(path: "storage-writer")
    try #require(
      FileManager.default.isExecutableFile(atPath: executable.path),
      "there is no storage-writer in \(tests.path); build it with 'swift build --build-tests'")
    folder = FileManager.default.temporaryDirectory.appending(path: "kill-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data().write(to: output)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Starts the writer and kills it, some milliseconds after its first write was acknowledged, or
  /// after its start where it is to be killed while it opens the database.
  func kill(after milliseconds: Double, ofStart: Bool, seed: UInt64) async throws {
    let process = Process()
    process.executableURL = executable
    process.arguments = [database, String(seed)]
    let handle = try FileHandle(forWritingTo: output)
    let before = try handle.seekToEnd()
    process.standardOutput = handle
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let clock = ContinuousClock()
    let patience = clock.now + .seconds(20)
    while !ofStart, try size() == before, process.isRunning {
      try #require(clock.now < patience, "the writer acknowledged nothing in 20 seconds")
      try await Task.sleep(for: .milliseconds(2))
    }
    try await Task.sleep(for: .microseconds(Int(milliseconds * 1_000)))
    let wasAlive = process.isRunning
    Foundation.kill(process.processIdentifier, SIGKILL)
    while process.isRunning { try await Task.sleep(for: .microseconds(500)) }
    try handle.close()
    kills += 1
    if !wasAlive || process.terminationReason != .uncaughtSignal {
      let text = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
      Issue.record("the writer ended by itself (seed \(seed)): \(text)")
    }
  }

  private func size() throws -> UInt64 {
    let handle = try FileHandle(forReadingFrom: output)
    defer { try? handle.close() }
    return try handle.seekToEnd()
  }

  /// Every write that was acknowledged: reference and number of the event.
  func acknowledged() throws -> [(reference: String, sequence: Int)] {
    let text = try String(contentsOf: output, encoding: .utf8)
    #expect(text.isEmpty || text.hasSuffix("\n"))
    return try text.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      try #require(words.count == 2, "'\(line)' is no acknowledgement")
      return (String(words[0]), try #require(Int(words[1])))
    }
  }
}
