import ArgumentParser
import Casework
import Documents
import Foundation
import HiddenData
import Hummingbird
import InformationLaw
import Logging
import PersistenceSQLite
import Redaction
import Storage
import Workbench

/// `steelyard serve`: the workbench in a browser.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the workbench in a browser, on the embedded store.",
    discussion: """
      The first start prints a one-time link with which the administrator chooses a password. A file \
      bank-holidays.yaml in the data folder adds newly proclaimed holidays; open cases move with it.
      """)

  @ArgumentParser.Option(help: "The folder that holds the store.")
  var data = "./data"

  @ArgumentParser.Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @ArgumentParser.Option(help: "The port to listen on; 0 takes any that is free.")
  var port = 8080

  @ArgumentParser.Option(help: "The e-mail address of the first administrator.")
  var administrator = "administrator@authority.example"

  @Flag(help: "People reach it over HTTPS through a proxy: mark the cookies so.")
  var behindHTTPS = false

  @Flag(help: "Load a fictional authority with a worked case into an empty store.")
  var demonstration = false

  func run() async throws {
    // A worker that dies must not take the server with it.
    signal(SIGPIPE, SIG_IGN)
    var logger = Logger(label: "steelyard") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .warning
    let workflow = try Books.workflow()
    let book = try withSupplement(try Books.statuteBook())
    let archive: Archive
    do {
      let database = try SQLiteDatabase(path: data + "/steelyard.sqlite")
      archive = try await Archive(database: database, book: book, workflow: workflow)
    } catch {
      throw Failure("the store in \(data) cannot be used: \(error)")
    }
    let house = try House(
      book: book, workflow: workflow, archive: archive, now: .system, logger: logger,
      isServedSecurely: behindHTTPS, readMail: WorkerPool.readMail,
      readDocument: { try await ConfinedReader.text(of: $0, name: $1) }, tools: .confined)
    if demonstration {
      try await Demonstration(house: house).loadIfEmpty()
    }
    try await addFirstAdministrator(house)
    for reference in try await archive.noteHolidayChanges(at: house.now.stamp()) {
      Output.error("\(reference): the due date moved with the bank holidays")
    }
    let host = host
    let application = buildApplication(house: house, host: host, port: port) { port in
      await Serve.announce(house, address: "http://\(host):\(port)")
    }
    do {
      try await application.runService()
    } catch {
      throw Failure("cannot listen on \(host):\(port): \(error)")
    }
  }

  private func withSupplement(_ book: StatuteBook) throws -> StatuteBook {
    let path = data + "/bank-holidays.yaml"
    guard FileManager.default.fileExists(atPath: path) else { return book }
    do {
      return try book.adding(
        holidaySupplement: try Input.text(path, limit: 1_000_000), file: path)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("\(error)")
    }
  }

  private func addFirstAdministrator(_ house: House) async throws {
    guard try await house.archive.accounts().isEmpty else { return }
    try await house.archive.add(
      Account(
        id: UUID().uuidString.lowercased(), email: administrator, name: "Administrator",
        role: .administrator))
  }

  /// Says where the workbench is, and gives a link to everybody who has not chosen a password yet.
  private static func announce(_ house: House, address: String) async {
    Output.result("Steelyard is at \(address)")
    do {
      for account in try await house.archive.accounts()
      where account.passwordHash == nil && !account.isClosed {
        let path = try await house.invitationPath(for: account)
        Output.result(
          "First sign-in for \(account.name) (\(account.role.rawValue)), works once: \(address)\(path)"
        )
      }
    } catch {
      Output.error("steelyard: the set-up links could not be made: \(error)")
    }
  }
}

extension FileTools {
  /// The tools that work on files, each in a process of its own.
  static let confined = FileTools(
    inspect: { await ConfinedInspector.inspect($0, name: $1, sha256: $2) },
    clean: { try await ConfinedMaker.make(["clean", "--name=\($1)"], of: $0) },
    extract: { try await ConfinedMaker.cells(of: $0, as: $1, choices: $2) },
    sheets: { try await ConfinedMaker.sheets(of: $0) },
    page: { file, number in
      try await ConfinedRedactor.page(number, of: file, countingTexts: true)
    },
    picture: { file, number, view in
      try await ConfinedRedactor.picture(number, of: file, scale: 1.5, view: view)
    },
    redact: { file in try await ConfinedRedactor.redact(file) },
    convert: ConfinedPrinter.isAvailable ? convert : nil)

  @Sendable private static func convert(
    _ bytes: [UInt8], name: String, inspection: Inspection
  ) async throws -> [UInt8] {
    try await ConfinedPrinter.pdf(of: bytes, name: name, inspection: inspection)
  }
}
