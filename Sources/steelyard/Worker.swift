import ArgumentParser
import CConfinement
import Documents
import Foundation
import HiddenData
import Post
import Redaction
import Workbench

/// The confined process in which files from outside are opened: one for each file, for seconds at most.
///
/// It reads the file from standard input and prints what it found. Before it looks at a byte it gives up
/// every means of harm that it can: it opens, connects and starts nothing any more, writes no file, and
/// ends when it takes too much time or memory.
struct Worker: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open a file from outside; used by the workbench itself.", shouldDisplay: false)

  @Argument(help: "What to do with it.")
  var kind: Kind

  @Option(help: "What the file's name says it is: text, html or mail.")
  var hint: String?

  @Option(help: "The name of the file.")
  var name = ""

  @Option(help: "The SHA-256 of the file, to be repeated in the answer.")
  var digest = ""

  @Option(help: "In what form visible cells are given: csv or xlsx.")
  var form = FileExtraction.Form.csv.rawValue

  @Option(help: "Cells that were chosen, as JSON; all visible ones unless said otherwise.")
  var choice: [String] = []

  @Option(help: "A page, from 1.")
  var page = 1

  @Flag(help: "Count the places of every text of the plan.")
  var counting = false

  @Option(help: "Pixels a point.")
  var scale = 1.5

  @Option(help: "How marks are drawn: marked or released.")
  var view = RedactionPreview.View.marked.rawValue

  /// What the worker does.
  enum Kind: String, ExpressibleByArgument {
    /// Reads an e-mail as a message.
    case mail
    /// Reads the words of any file that has words.
    case text
    /// Looks for what is hidden in a file.
    case inspect
    /// Makes a copy without what is hidden.
    case clean
    /// Makes a new file of the visible cells of a workbook.
    case extract
    /// Names the visible sheets of a workbook.
    case sheets
    /// Takes out of a file what a plan says.
    case redact
    /// Makes a page of our own of an e-mail.
    case mailPage = "mail-page"
    /// Names the pages whose words have to be recognised.
    case scans
    /// Tells of a page what is needed for marking it.
    case page
    /// Draws a page with the marks of a plan.
    case picture
    /// Tries to break out, and prints 0 where nothing of that succeeds.
    case proof
  }

  func run() throws {
    // The proof needs a table of characters that has to be opened before the door is shut.
    if kind == .redact, !Redactor.prepare() {
      throw Failure("the second reader of PDF cannot be used here")
    }
    try Confinement.apply(to: kind)
    let answer: [UInt8]
    switch kind {
    case .mail: answer = try mail(Self.standardInput())
    case .text:
      answer = try DocumentReply(
        reading: Self.standardInput(), hint: hint.flatMap(NameHint.init(rawValue:))
      ).encoded()
    case .inspect:
      let inspection = FileInspection.inspect(
        try Self.standardInput(), name: name, sha256: digest)
      answer = [UInt8](try JSONEncoder().encode(inspection))
    case .clean:
      let bytes = try Self.standardInput()
      answer = try FileReply { () throws(Unreadable) in
        try FileCleaning.clean(bytes, name: name)
      }.encoded()
    case .extract:
      let bytes = try Self.standardInput()
      let choices = try choice.map {
        try JSONDecoder().decode(CellChoice.self, from: Data($0.utf8))
      }
      answer = try FileReply { () throws(Unreadable) in
        try FileExtraction.cells(
          of: bytes, as: FileExtraction.Form(rawValue: form) ?? .csv,
          choices: choices.isEmpty ? nil : choices)
      }.encoded()
    case .sheets:
      let bytes = try Self.standardInput()
      answer = try FileReply { () throws(Unreadable) in
        try FileExtraction.encodedSheets(of: bytes)
      }.encoded()
    case .mailPage:
      let bytes = try Self.standardInput()
      answer = try FileReply { () throws(Unreadable) in
        try PrintedMail(reading: bytes, name: name).document
      }.encoded()
    case .redact:
      answer = try planned { (file) throws(Unreadable) in
        try ConfinedRedactor.encoded(
          try Redactor.redact(file.bytes, plan: file.plan, aids: file.aids))
      }
    case .scans:
      answer = try planned { (file) throws(Unreadable) in
        try ConfinedRedactor.scans(file)
      }
    case .page:
      answer = try planned { (file) throws(Unreadable) in
        try MarkedPage(page, of: file, countingTexts: counting).encoded()
      }
    case .picture:
      let view = RedactionPreview.View(rawValue: view) ?? .marked
      answer = try planned { (file) throws(Unreadable) in
        let shown = try MarkedPage(page, of: file, countingTexts: false)
        return try RedactionPreview.png(
          page: page, of: file.bytes, scale: scale, boxes: shown.boxes.map(\.box), view: view)
      }
    case .proof: answer = Array("\(confinement_try_to_escape())\n".utf8)
    }
    try Self.write(answer)
  }

  /// Works on a file with its plan.
  private func planned(
    _ work: (PlannedFile) throws(Unreadable) -> [UInt8]
  ) throws -> [UInt8] {
    let input = try Self.standardInput()
    return try FileReply { () throws(Unreadable) in
      try work(try PlannedFile(decoding: input))
    }.encoded()
  }

  private func mail(_ bytes: [UInt8]) throws -> [UInt8] {
    let answer: WorkerAnswer
    do { answer = .message(try Message(reading: bytes)) } catch {
      answer = .unreadable("\(error)")
    }
    return [UInt8](try JSONEncoder().encode(answer))
  }

  // Plain calls of the system: the library's file handles ask for more than is allowed here.

  private static func standardInput() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      guard count >= 0 else { throw Failure("the file cannot be read") }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      // One more than is allowed is enough to know.
      if bytes.count > InspectionLimits().bytes { return bytes }
    }
  }

  private static func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure("nobody takes the answer") }
      rest = rest.dropFirst(count)
    }
  }
}

/// What the worker answers about an e-mail.
enum WorkerAnswer: Codable {
  case message(Message)
  /// Why the file cannot be read, for the person who uploaded it.
  case unreadable(String)
}

/// The limits that the worker puts on itself.
enum Confinement {
  /// Address space in bytes: the largest file several times over, and the program.
  static func memory(_ kind: Worker.Kind) -> rlim_t {
    switch kind {
    case .mail, .mailPage, .text, .proof: 2_000_000_000
    case .inspect, .clean, .extract, .sheets, .redact, .scans, .page, .picture: 3_000_000_000
    }
  }

  /// Seconds of processor time.
  static func processorTime(_ kind: Worker.Kind) -> rlim_t {
    switch kind {
    case .mail, .mailPage, .text, .proof: 20
    case .inspect, .clean, .extract, .sheets, .scans, .page, .picture: 100
    case .redact: 580
    }
  }

  static func apply(to kind: Worker.Kind) throws {
    // No program that it could start would have more rights than it has.
    guard confinement_no_new_privileges() == 0 else { throw Failure("cannot be confined") }
    // Where the kernel has it; the filter below holds without it.
    _ = confinement_no_files()
    try limit(RLIMIT_AS, memory(kind))
    try limit(RLIMIT_CPU, processorTime(kind))
    try limit(RLIMIT_FSIZE, 0)
    try limit(RLIMIT_CORE, 0)
    // Standard input, output and error are open; nothing else can be.
    try limit(RLIMIT_NOFILE, 3)
    guard confinement_filter_calls() == 0 else { throw Failure("cannot be confined") }
  }

  private static func limit(_ resource: __rlimit_resource, _ value: rlim_t) throws {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    guard setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else {
      throw Failure("cannot be confined")
    }
  }
}

/// Opens e-mails in workers, for the workbench.
enum WorkerPool {
  /// Reads an e-mail in a worker of its own.
  @Sendable static func readMail(_ bytes: [UInt8]) async throws -> Message {
    let end = await withCheckedContinuation { continuation in
      WorkerProcess.queue.async {
        continuation.resume(
          returning: WorkerProcess.run(
            ["worker", "mail"], input: bytes, patience: ConfinedReader.patience,
            most: DocumentReply.maximumBytes))
      }
    }
    guard case .answered(let output) = end,
      let answer = try? JSONDecoder().decode(WorkerAnswer.self, from: Data(output))
    else {
      throw UnreadableMail(
        "it could not be opened safely; paste its text instead and keep the file as it came")
    }
    switch answer {
    case .message(let message): return message
    case .unreadable(let reason): throw UnreadableMail(reason)
    }
  }
}
