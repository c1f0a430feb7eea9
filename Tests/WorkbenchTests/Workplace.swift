import Casework
import Documents
import HiddenData
import HTTPTypes
import Hummingbird
import InformationLaw
import Logging
import NIOCore
import Passwords
import PersistenceSQLite
import Post
import PublicInterest
import Redaction
import Storage
import Testing

@testable import Workbench

/// A workbench of its own for a test, with somebody in every role, reached without a network.
struct Workplace {
  /// What a page answered.
  struct Answer {
    var status: Int
    var headers: HTTPFields
    var body: String
    var location: String? { headers[.location] }

    func header(_ name: String) -> String { HTTPField.Name(name).flatMap { headers[$0] } ?? "" }
  }

  let house: House
  private let responder: any HTTPResponder<WorkbenchContext>
  private let tokens: [Role: (session: String, form: String)]

  static let today = Day(number: 20_600)  // Thursday 27 May 2026

  /// The tools that work on files, in this process; a test may put others in their place.
  static let tools = FileTools(
    inspect: { FileInspection.inspect($0, name: $1, sha256: $2) },
    clean: { try FileCleaning.clean($0, name: $1) },
    extract: { try FileExtraction.cells(of: $0, as: $1, choices: $2) },
    sheets: { try FileExtraction.sheets(of: $0) },
    page: { try MarkedPage($1, of: $0, countingTexts: true) },
    picture: { file, page, view in
      let boxes = try MarkedPage(page, of: file, countingTexts: false).boxes.map(\.box)
      return try RedactionPreview.png(
        page: page, of: file.bytes, scale: 1, boxes: boxes, view: view)
    },
    redact: { file in
      _ = Redactor.prepare()
      return try Redactor.redact(file.bytes, plan: file.plan)
    },
    convert: nil)

  init(tools: FileTools = Workplace.tools) async throws {
    let book = try StatuteBook.builtIn()
    let workflow = try Workflow.builtIn()
    let archive = try await Archive(
      database: try SQLiteDatabase.temporary(), book: book, workflow: workflow)
    house = try House(
      book: book, workflow: workflow, archive: archive, now: .fixed(Workplace.today),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, passwordCost: .minimum,
      readMail: { bytes in
        do { return try Message(reading: bytes) } catch { throw UnreadableMail("\(error)") }
      },
      readDocument: { bytes, name in
        try DocumentText(reading: bytes, hint: NameHint(fileName: name))
      }, tools: tools)
    try await archive.set(
      Authority(name: "Northmoor Police", reviewContact: "review@northmoor-police.example"))
    responder = buildResponder(house: house)
    var tokens: [Role: (session: String, form: String)] = [:]
    for role in Role.allCases {
      let account = Workplace.account(role)
      try await archive.add(account)
      let session = try await house.guardhouse.startSession(for: account)
      let stored = try #require(try await house.guardhouse.session(token: session))
      tokens[role] = (session, stored.formToken)
    }
    self.tokens = tokens
  }

  static func account(_ role: Role) -> Account {
    Account(
      id: "id-\(role.rawValue)", email: "\(role.rawValue.replacing(" ", with: "."))@force.example",
      name: "The \(role.rawValue)", role: role)
  }

  /// Gets a page as somebody, or as nobody.
  func get(_ address: Address, as role: Role?) async throws -> Answer {
    try await send(.get, address.path, as: role, headers: [:], body: "")
  }

  /// Sends a form as somebody; the form's token is put in unless it is given.
  func post(
    _ address: Address, _ fields: [(String, String)], as role: Role?,
    headers: [String: String] = [:]
  ) async throws -> Answer {
    var fields = fields
    if let role, !fields.contains(where: { $0.0 == "token" }) {
      fields.append(("token", tokens[role]?.form ?? ""))
    }
    let body = fields.map { "\(Workplace.encode($0))=\(Workplace.encode($1))" }
      .joined(separator: "&")
    var headers = headers
    if headers["Content-Type"] == nil {
      headers["Content-Type"] = "application/x-www-form-urlencoded"
    }
    return try await send(.post, address.path, as: role, headers: headers, body: body)
  }

  /// Uploads files as somebody, in the field `file`.
  func upload(
    _ address: Address, files: [(name: String, bytes: [UInt8])], as role: Role,
    token: String? = nil
  ) async throws -> Answer {
    let boundary = "a-boundary-that-stands-in-no-file"
    var body = ByteBuffer()
    func part(_ disposition: String, _ content: [UInt8]) {
      body.writeString("--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n")
      body.writeBytes(content + Array("\r\n".utf8))
    }
    part("name=\"token\"", Array((token ?? tokens[role]?.form ?? "").utf8))
    for file in files { part("name=\"file\"; filename=\"\(file.name)\"", file.bytes) }
    body.writeString("--\(boundary)--\r\n")
    return try await send(
      .post, address.path, as: role,
      headers: ["Content-Type": "multipart/form-data; boundary=\(boundary)"], bytes: body)
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, as role: Role?, headers: [String: String],
    body: String
  ) async throws -> Answer {
    try await send(
      method, path, as: role, headers: headers, bytes: ByteBuffer(string: body))
  }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, as role: Role?, headers: [String: String],
    bytes: ByteBuffer
  ) async throws -> Answer {
    var fields = HTTPFields()
    for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
    if let role, let token = tokens[role] { fields[.cookie] = "steelyard=\(token.session)" }
    let request = Request(
      head: HTTPRequest(
        method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields),
      body: RequestBody(buffer: bytes))
    let response = try await responder.respond(
      to: request, context: WorkbenchContext(logger: house.logger))
    let collector = Collector()
    try await response.body.write(Writer(collector: collector))
    return Answer(
      status: response.status.code, headers: response.headers,
      body: String(buffer: collector.buffer))
  }

  /// Registers a request with one question and returns its reference.
  func register(received: Day = today.adding(-5)) async throws -> String {
    try await house.archive.register(
      Registration(
        reference: "", title: "Suppliers", received: received, channel: .email, regime: .foia,
        questions: [Question(id: "q1", text: "Which companies supply the force?")]),
      requester: Requester(
        name: "Jo Ferris", address: "jo@mail.example", original: "Dear all, I am Jo Ferris."),
      by: Workplace.account(.officer).actor, at: house.now.stamp()
    ) { _ in }
  }

  /// Appends an event as the officer, without asking the rules.
  func append(_ event: CaseEvent, to reference: String, as role: Role = .officer) async throws {
    try await house.archive.append(
      event, to: reference, basedOn: .max, by: Workplace.account(role).actor,
      at: house.now.stamp()
    ) { _ in }
  }

  private static func encode(_ text: String) -> String {
    text.utf8.map { byte in
      let scalar = Character(UnicodeScalar(byte))
      return scalar.isASCII && (scalar.isLetter || scalar.isNumber)
        ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private final class Collector: @unchecked Sendable {
    var buffer = ByteBuffer()
  }

  private struct Writer: ResponseBodyWriter {
    let collector: Collector
    mutating func write(_ buffer: ByteBuffer) async throws {
      collector.buffer.writeImmutableBuffer(buffer)
    }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}
