import Casework
import InformationLaw
import PublicInterest
import Storage

/// Works cases at random, one write after another, as people would but without a pause.
struct Writer {
  let archive: Archive
  let rules: CaseRules
  var chance: Chance

  private let officer = Actor.person(.init(id: "o", name: "The officer", role: .officer))
  private let decisionMaker = Actor.person(
    .init(id: "d", name: "The decision maker", role: .decisionMaker))
  private let stamp = "2026-06-01T10:00:00.000Z"
  /// 1 June 2026.
  private let today = Day(number: 20_605)

  init(archive: Archive, rules: CaseRules, chance: Chance) {
    self.archive = archive
    self.rules = rules
    self.chance = chance
  }

  /// Writes without end, and calls `acknowledge` after each write that was acknowledged.
  func run(_ acknowledge: (_ reference: String, _ sequence: Int) throws -> Void) async throws {
    var writer = self
    while true {
      if let written = try await writer.write() { try acknowledge(written.0, written.1) }
    }
  }

  /// Writes one thing and says what was acknowledged, or nil where the rules refused it.
  private mutating func write() async throws -> (reference: String, sequence: Int)? {
    let lines = try await archive.lines(states: ["open", "submitted", "approved"], limit: 4)
    guard lines.count > 4, !chance.once(in: 12) else { return (try await register(), 1) }
    let line = chance.pick(lines)
    do {
      return (line.reference, try await advance(line))
    } catch is Refusal {
      return nil
    }
  }

  private mutating func register() async throws -> String {
    let registration = Registration(
      reference: "", title: chance.text(),
      received: today.adding(-Int.random(in: 0...200, using: &chance)),
      channel: chance.pick(Channel.allCases), regime: .foia,
      questions: [Question(id: "q1", text: chance.text()), Question(id: "q2", text: chance.text())])
    let requester = Requester(name: chance.text(), address: "a@b.example", original: chance.text())
    let (rules, officer, today) = (rules, officer, today)
    return try await archive.register(registration, requester: requester, by: officer, at: stamp) {
      try rules.check(.registered($0), by: officer, on: nil, today: today)
    }
  }

  private mutating func advance(_ line: CaseLine) async throws -> Int {
    switch line.state {
    case "submitted":
      let event: CaseEvent =
        chance.once(in: 4)
        ? .returned(reason: chance.text())
        : .approved(
          on: today, by: "The decision maker", despite: nil,
          release: ReleaseManifest(letter: "[]", files: []))
      return try await append(event, to: line, by: decisionMaker)
    case "approved":
      guard !chance.once(in: 5) else {
        return try await append(.noteAdded(note: chance.text()), to: line, by: officer)
      }
      let text = chance.text()
      let letter = DispatchedLetter(text: text, html: "<p>\(text)</p>", docx: Array(text.utf8))
      let gate = ReleaseGate(rules: rules, digest: { "\($0)" })
      let release = try gate.clear(
        try await archive.subject(line.reference),
        ReleaseParcel(
          letter: letter, approvedText: "", contents: [:], checks: [:], unlawfulFindings: 0),
        by: officer, today: today)
      try await archive.issue(release, at: stamp)
      return line.version + 1
    default:
      let subject = try await archive.subject(line.reference)
      return try await append(chance.event(for: subject, today: today), to: line, by: officer)
    }
  }

  private func append(
    _ event: CaseEvent, to line: CaseLine, by actor: Actor
  ) async throws -> Int {
    let (rules, today) = (rules, today)
    return try await archive.append(
      event, to: line.reference, basedOn: line.version, by: actor, at: stamp
    ) { try rules.check(event, by: actor, on: $0, today: today) }.version
  }
}
