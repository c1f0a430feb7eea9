import Foundation
import Testing

@Suite("The confined worker reads letters")
struct TextWorkerTests {
  @Test("a letter's words come back after a line that says what they are")
  func text() throws {
    let result = try Program.run(
      "worker", "text", "--hint", "html", input: "<p>Dear&nbsp;Sir<p>We refuse.")
    let parts = result.output.split(separator: "\n", maxSplits: 1)
    #expect(result.status == 0 && parts.count == 2)
    #expect(parts.last == "Dear Sir\n\nWe refuse.")
    let head = try #require(
      try JSONSerialization.jsonObject(with: Data(parts[0].utf8)) as? [String: Any])
    #expect(head["format"] as? String == "html" && head["bytes"] as? Int == 20)
  }

  @Test("what cannot be read is said to be so, with the reason")
  func unreadable() throws {
    let result = try Program.run("worker", "text", input: "{\\rtf1 hello}")
    #expect(result.status == 0 && result.output.contains("unknown_format"))
  }

  /// Once confined, it tries to open and write a file, to make a socket, to start a process and a
  /// program, and to make memory that can be run.
  @Test("nothing gets out of the worker, or is opened in it")
  func proof() throws {
    let result = try Program.run("worker", "proof")
    #expect(result.status == 0 && result.output == "0\n")
  }

  @Test("the kernel says that its calls are filtered, in every thread")
  func filter() throws {
    let process = Process()
    process.executableURL = try Program.executable()
    process.arguments = ["worker", "text"]
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    defer { process.terminate() }
    let tasks = "/proc/\(process.processIdentifier)/task"
    var statuses: [String] = []
    for _ in 0..<200 {
      statuses = try FileManager.default.contentsOfDirectory(atPath: tasks).map {
        try String(contentsOfFile: "\(tasks)/\($0)/status", encoding: .utf8)
      }
      if statuses.allSatisfy({ $0.contains("Seccomp:\t2") }) { break }
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(!statuses.isEmpty && statuses.allSatisfy { $0.contains("Seccomp:\t2") })
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
