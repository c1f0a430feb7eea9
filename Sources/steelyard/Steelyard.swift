import ArgumentParser
import Foundation

/// The one executable: the workbench and the engine's commands.
@main
struct Steelyard: AsyncParsableCommand {
  /// The version of the program.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "steelyard",
    abstract: "Answers requests for information under UK information-rights law.",
    discussion: """
      Exit status: 0 nothing wrong; 1 the work was done and found something; 2 bad usage or input \
      that cannot be read.
      """,
    version: version,
    subcommands: [
      Serve.self, Due.self, Law.self, ReadLetter.self, AuditLetter.self, Check.self,
      DraftLetter.self, InspectFiles.self, CleanFile.self, RedactFile.self, SuggestPassages.self,
      Worker.self,
    ])

  /// Runs the command; every failure of use or input is status 2, with a line that says what to do.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch let failure as Failure {
      Output.error("steelyard: \(failure.message)")
      Foundation.exit(2)
    } catch {
      let status = exitCode(for: error)
      let message = fullMessage(for: error)
      if status == .success {
        print(message)
        Foundation.exit(0)
      }
      Output.error(message)
      Foundation.exit(2)
    }
  }
}

/// Something that ends a command with status 2: what, where and what to do.
struct Failure: Error {
  var message: String
  /// The file that it is about, where it is about one.
  var file = ""
  /// Why the file cannot be read, as a word for programs.
  var reason = "unreadable"

  init(_ message: String) { self.message = message }
}

/// Where results and remarks go.
enum Output {
  /// A result, to standard output.
  static func result(_ text: String) {
    FileHandle.standardOutput.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }

  /// What there is to say about the run, to standard error.
  static func error(_ text: String) {
    FileHandle.standardError.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }

  /// A value as JSON with sorted keys.
  static func json(_ value: some Encodable, pretty: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty
      ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      : [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Reads what the person named.
enum Input {
  /// The text of a file, or of standard input for `-`.
  static func text(_ path: String, limit: Int) throws -> String {
    let data: Data
    if path == "-" {
      data = FileHandle.standardInput.readDataToEndOfFile()
    } else {
      let url = URL(filePath: path)
      var isFolder: ObjCBool = false
      guard
        FileManager.default.fileExists(
          atPath: url.path(percentEncoded: false), isDirectory: &isFolder)
      else {
        throw Failure("\(path): there is no such file")
      }
      guard !isFolder.boolValue else { throw Failure("\(path) is a folder; name the file in it") }
      do { data = try Data(contentsOf: url) } catch {
        throw Failure("\(path): cannot be read; check its permissions")
      }
    }
    guard data.count <= limit else {
      throw Failure("\(path): has \(data.count) bytes; at most \(limit) are read")
    }
    guard !data.isEmpty else { throw Failure("\(path): is empty") }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure("\(path): is not text in UTF-8; save it as UTF-8 and try again")
    }
    return text
  }
}
