public import Casework
public import DataFiles
public import Documents
public import InformationLaw
public import LetterReading
public import Logging
public import Passwords
public import PersonalData
public import Post
public import Scrutiny
public import Storage

/// Reads the bytes of an e-mail, or throws ``UnreadableMail``.
public typealias MailReader = @Sendable ([UInt8]) async throws -> Message

/// Reads the words of a file with this name, or throws `Unreadable`.
public typealias DocumentReader = @Sendable ([UInt8], String) async throws -> DocumentText

/// Why an e-mail cannot be read, in words for the person who uploaded it.
public struct UnreadableMail: Error, Sendable {
  /// What is wrong and what to do.
  public var reason: String

  /// Makes an error from the reason.
  public init(_ reason: String) { self.reason = reason }
}

/// Everything the pages work with. Made once, by ``House/init(book:workflow:archive:now:logger:)``,
/// and handed to every handler. `passwordCost` is lowered by tests alone.
public struct House: Sendable {
  /// The law.
  public let book: StatuteBook
  /// Who may do what.
  public let workflow: Workflow
  /// Decides on acts.
  public let rules: CaseRules
  /// Checks decisions and letters.
  public let scrutiny: Scrutiny
  /// Cases, accounts, sessions and settings.
  public let archive: Archive
  /// The time.
  public let now: Now
  /// Where the server says what it does; never personal data.
  public let logger: Logger
  /// Whether people reach it over HTTPS, through a proxy; cookies are then marked so.
  public let isServedSecurely: Bool
  /// Reads an e-mail that came from outside: in a confined process, where one is at hand.
  public let readMail: MailReader
  /// Reads the words of a file that came from outside, in a confined process.
  public let readDocument: DocumentReader
  /// What is done with files of a release, in confined processes.
  public let tools: FileTools
  /// Looks for what may be personal data or a fact that needs protection.
  public let suggestions: SuggestionReader
  /// The one way out.
  public let gate: ReleaseGate
  /// Takes letters apart.
  public let reader: LetterReader
  /// Holds any authority's letter against the rules.
  public let letterAudit: LetterAudit
  let desk: CaseDesk
  let guardhouse: Guardhouse

  /// Makes a house.
  ///
  /// - Throws: `DataFileError` where data that is built in is broken.
  public init(
    book: StatuteBook, workflow: Workflow, archive: Archive, now: Now, logger: Logger,
    isServedSecurely: Bool = false, passwordCost: Cost = .interactive,
    readMail: @escaping MailReader, readDocument: @escaping DocumentReader,
    tools: FileTools
  ) throws(DataFileError) {
    self.readMail = readMail
    self.readDocument = readDocument
    self.tools = tools
    self.isServedSecurely = isServedSecurely
    self.book = book
    self.workflow = workflow
    self.archive = archive
    self.now = now
    self.logger = logger
    rules = CaseRules(book: book, workflow: workflow)
    gate = ReleaseGate(rules: rules, digest: { sha256($0) })
    scrutiny = try Scrutiny(book: book)
    suggestions = try SuggestionReader()
    reader = try LetterReader(book: book)
    letterAudit = try LetterAudit(book: book)
    desk = CaseDesk(archive: archive, workflow: workflow)
    guardhouse = Guardhouse(archive: archive, now: now, cost: passwordCost)
  }
}

extension House {
  /// Makes a one-time link with which somebody chooses a password, and returns its path. An earlier
  /// link for the same account no longer works.
  public func invitationPath(for account: Account) async throws -> String {
    Address.setUp(token: try await guardhouse.invite(account)).path
  }
}
