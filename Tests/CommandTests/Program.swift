import Foundation
import Testing

/// Runs the built executable, as a person at a terminal would.
struct Program {
  struct Result {
    var status: Int32
    var output: String
    var errors: String

    /// The output as a JSON object.
    func json() throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The executable that was built with the tests: beside the test bundle.
  static func executable() throws -> URL {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for candidate in [folder, folder.deletingLastPathComponent()] {
      let program = candidate.appending(path: "steelyard")
      if FileManager.default.isExecutableFile(atPath: program.path()) { return program }
    }
    throw Missing(folder: folder.path())
  }

  struct Missing: Error { var folder: String }

  static func run(_ arguments: String..., input: String? = nil) throws -> Result {
    try run(arguments, input: input)
  }

  static func run(_ arguments: [String], input: String? = nil) throws -> Result {
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.currentDirectoryURL = root
    let output = Pipe()
    let errors = Pipe()
    let standardInput = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = standardInput
    try process.run()
    if let input { standardInput.fileHandleForWriting.write(Data(input.utf8)) }
    try standardInput.fileHandleForWriting.close()
    // Read before waiting, so that a long result does not fill the pipe and stop the program.
    let result = output.fileHandleForReading.readDataToEndOfFile()
    let remarks = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: result, as: UTF8.self),
      errors: String(decoding: remarks, as: UTF8.self))
  }

  /// A folder that is gone after the test.
  static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "steelyard-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
