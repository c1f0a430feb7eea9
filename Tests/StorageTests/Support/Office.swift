import Casework
import InformationLaw
import Persistence
import PublicInterest
import Storage
import Testing

/// An authority's archive with the rules that decide what gets into it.
struct Office: Sendable {
  let database: any Database
  let archive: Archive
  let rules: CaseRules

  static let officer = Actor.person(.init(id: "o", name: "The officer", role: .officer))
  static let decisionMaker = Actor.person(
    .init(id: "d", name: "The decision maker", role: .decisionMaker))
  static let stamp = "2026-06-01T10:00:00.000Z"
  /// 1 June 2026.
  static let today = Day(number: 20_605)
  static let requester = Requester(
    name: "Quentin Zabriskie-Oyelaran", address: "quentin@example.net",
    original: "Dear all, which suppliers protect the network? Quentin Zabriskie-Oyelaran")

  private static let workflow = Result { try Workflow.builtIn() }

  init(database: any Database, book: StatuteBook? = nil) async throws {
    let book = try book ?? StatuteBook.builtIn()
    let workflow = try Office.workflow.get()
    self.database = database
    archive = try await Archive(database: database, book: book, workflow: workflow)
    rules = CaseRules(book: book, workflow: workflow)
  }

  /// Another program on the same database, with the law as it is there.
  func reopened(book: StatuteBook? = nil) async throws -> Office {
    try await Office(database: database, book: book)
  }

  static func registration(
    _ reference: String = "", received: Day = Day(number: 20_599), title: String = "Suppliers"
  ) -> Registration {
    Registration(
      reference: reference, title: title, received: received, channel: .email, regime: .foia,
      questions: [Question(id: "q1", text: "Which suppliers protect the network?")])
  }

  @discardableResult
  func register(
    _ registration: Registration = Office.registration(),
    requester: Requester = Office.requester
  ) async throws -> String {
    let rules = rules
    return try await archive.register(
      registration, requester: requester, by: Office.officer, at: Office.stamp
    ) { try rules.check(.registered($0), by: Office.officer, on: nil, today: Office.today) }
  }

  /// Appends an event, based on the version that is current unless another is given.
  @discardableResult
  func append(
    _ event: CaseEvent, to reference: String, basedOn version: Int? = nil,
    by actor: Actor = Office.officer
  ) async throws -> Case {
    let rules = rules
    let current = try await archive.version(of: reference) ?? 0
    return try await archive.append(
      event, to: reference, basedOn: version ?? current, by: actor, at: Office.stamp
    ) { try rules.check(event, by: actor, on: $0, today: Office.today) }
  }

  /// A letter in its three forms.
  static func letter(_ text: String) -> DispatchedLetter {
    DispatchedLetter(text: text, html: "<p>\(text)</p>", docx: [0x50, 0x4B, 0x00, 0xFF])
  }

  /// Stands in for SHA-256: other bytes have another digest.
  static func digest(_ bytes: [UInt8]) -> String {
    let hash = bytes.reduce(UInt64(14_695_981_039_346_656_037)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    return String(hash, radix: 16)
  }

  /// What the letter says without its address, as it is approved.
  static let approvedText = "It is withheld."

  /// Clears a case for release as it stands, with a letter and the bytes of its files.
  static func cleared(
    _ subject: Case, letter: String, contents: [String: [UInt8]] = [:], rules: CaseRules
  ) throws -> ClearedRelease {
    let checks = contents.mapValues {
      FileCheck(sha256: digest($0), size: $0.count, verdict: .clean, findings: [])
    }
    return try ReleaseGate(rules: rules, digest: digest).clear(
      subject,
      ReleaseParcel(
        letter: Office.letter(letter), approvedText: approvedText, contents: contents,
        checks: checks, unlawfulFindings: 0),
      by: Office.officer, today: Office.today)
  }

  /// Puts a clean file into the release of a case.
  func put(_ bytes: [UInt8], name: String, in reference: String) async throws -> ReleaseFile {
    let subject = try await archive.subject(reference)
    let digest = Office.digest(bytes)
    let file = ReleaseFile(
      id: subject.nextFileID, name: name,
      check: FileCheck(sha256: digest, size: bytes.count, verdict: .clean, findings: []),
      making: .given)
    let rules = rules
    try await archive.set(
      file, keeping: KeptFile(sha256: digest, bytes: bytes, inspection: "{}"), in: reference,
      basedOn: subject.version, by: Office.officer, at: Office.stamp
    ) {
      try rules.check(.fileSet(file: file), by: Office.officer, on: $0, today: Office.today)
    }
    return file
  }

  /// Issues a case: as it stands, or as it stood at a version.
  func issue(
    _ reference: String, letter: String = "Dear requester,", basedOn version: Int? = nil,
    contents: [String: [UInt8]] = [:]
  ) async throws {
    let current = try await archive.version(of: reference) ?? 0
    let subject = try await archive.subject(reference, at: version ?? current)
    try await archive.issue(
      try Office.cleared(subject, letter: letter, contents: contents, rules: rules),
      at: Office.stamp)
  }

  /// A case that was drafted and taken as far as a state of the workflow.
  @discardableResult
  func caseFile(
    upTo state: String, files: [(name: String, bytes: [UInt8])] = []
  ) async throws -> String {
    let reference = try await register()
    for event in Office.drafting { try await append(event, to: reference) }
    for file in files { _ = try await put(file.bytes, name: file.name, in: reference) }
    if state == "open" { return reference }
    try await append(.submitted, to: reference)
    if state == "submitted" { return reference }
    let files = try await archive.subject(reference).manifestFiles
    try await append(
      .approved(
        on: Office.today, by: "The decision maker", despite: nil,
        release: ReleaseManifest(
          letter: Office.digest(Array(Office.approvedText.utf8)), files: files)),
      to: reference, by: Office.decisionMaker)
    if state == "approved" { return reference }
    try await issue(reference)
    return reference
  }

  private static let drafting: [CaseEvent] = [
    .holdingSet(question: "q1", holding: Holding(answer: .held, explanation: "On the register.")),
    .itemSet(
      item: Item(
        id: "suppliers", questions: ["q1"], kind: .supplier, description: "The suppliers",
        outcome: .withhold)),
    .relianceSet(
      reliance: Reliance(id: "r1", limb: "foia-31-1-a", items: ["suppliers"], reason: "Crime.")),
    .harmSet(
      reliance: "r1", harm: Harm(interest: "Detection of crime", likelihood: .wouldBeLikely)),
    .factorSet(
      reliance: "r1", factor: Factor(id: "d1", side: .disclose, words: "Public money is spent")),
    .balanceSet(
      reliance: "r1", balance: Balance(outcome: .maintain, reasons: "The harm is graver."),
      answers: ["d1": "Totals are published."]),
  ]

  /// Every row of the projection.
  func projection() async throws -> [Row] {
    try await database.read { try $0.query("SELECT * FROM cases ORDER BY reference") }
  }

  /// Every event as it is stored.
  func events() async throws -> [Row] {
    try await database.read {
      try $0.query("SELECT * FROM events ORDER BY reference, sequence")
    }
  }
}

/// The refusal that a closure throws, or nil where it throws none.
func refusal(_ body: () async throws -> some Any) async throws -> Refusal? {
  do {
    _ = try await body()
    return nil
  } catch let refusal as Refusal {
    return refusal
  }
}
