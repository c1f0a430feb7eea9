import Foundation
import Testing

@Suite("The confined worker")
struct WorkerTests {
  @Test("an e-mail is read and printed as JSON")
  func mail() throws {
    let fixture = Program.root.appending(path: "Tests/Browser/request.eml")
    let result = try Program.run(
      "worker", "mail", input: try String(contentsOf: fixture, encoding: .utf8))
    #expect(result.status == 0)
    let json = try result.json()
    let message = try #require((json["message"] as? [String: Any])?["_0"] as? [String: Any])
    #expect((message["body"] as? String)?.contains("Which companies") == true)
  }

  @Test("what is no e-mail is said to be none")
  func notMail() throws {
    let result = try Program.run("worker", "mail", input: "nothing of the kind")
    #expect(result.status == 0 && result.output.contains("unreadable"))
  }

  /// The limits are in force in the running process: the kernel says so.
  @Test("the worker can open no file, write none and start nothing with more rights")
  func limits() throws {
    let process = Process()
    process.executableURL = try Program.executable()
    process.arguments = ["worker", "mail"]
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    defer { process.terminate() }
    // The worker waits for its input; by then the limits stand.
    let proc = "/proc/\(process.processIdentifier)"
    var limits = ""
    for _ in 0..<200 {
      limits = try String(contentsOfFile: "\(proc)/limits", encoding: .utf8)
      if limits.contains("Max open files            3 ") { break }
      Thread.sleep(forTimeInterval: 0.02)
    }
    let lines = limits.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(lines.contains { $0.prefix(5) == ["Max", "open", "files", "3", "3"] })
    #expect(lines.contains { $0.prefix(5) == ["Max", "file", "size", "0", "0"] })
    let status = try String(contentsOfFile: "\(proc)/status", encoding: .utf8)
    #expect(status.contains("NoNewPrivs:\t1"))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
