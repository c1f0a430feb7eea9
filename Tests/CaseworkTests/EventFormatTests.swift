import Casework
import Foundation
import InformationLaw
import PublicInterest
import Scrutiny
import Testing

/// Histories are kept for years: what was written once has to be read for ever.
@Suite("Events as they are stored")
struct EventFormatTests {
  /// One of each act, and those with parts that the samples leave out.
  static let events: [CaseEvent] =
    Sample.eventOfEachAct + [
      .harmSet(reliance: "r1", harm: Harm()),
      .relianceSet(
        reliance: Reliance(
          id: "r3", limb: "foia-31-1-g", items: [], section23: .inTheAlternative,
          function: "Policing", purposes: ["a", "b"], isAlternative: true)),
      .holdingSet(question: "q2", holding: Sample.notHeld),
      .itemSet(item: Item(id: "i", questions: [], kind: .other, description: "Undecided")),
      .clockEventAdded(fact: ClockFact(.pitExtension(to: Sample.today))),
      .approved(on: Sample.today, by: "Head", despite: "The form differs"),
      .judgementGiven(judgement: Judgement(rule: "RN-042", answer: .met)),
      .fileSet(
        file: ReleaseFile(
          id: "f2", name: "plan.pdf",
          check: FileCheck(sha256: "0f", size: 1, verdict: .clean, findings: []),
          making: .redacted(
            from: "0e",
            redaction: ReleaseFile.Redaction(
              provedFor: "0f",
              marks: [ReleaseFile.Mark(page: 1, code: "s40(2)", what: "a name")])))),
      .issued(
        on: Sample.today, fingerprint: "9f", files: [IssuedFile(name: "a.csv", sha256: "0a")]),
      .noteAdded(note: "\u{0}\t\"quoted\" \\ é e\u{301} 👩🏽‍🚒 \u{202E}x\u{2028}</script>"),
    ]

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }

  @Test("every act has a sample, in the order of the workflow")
  func complete() throws {
    #expect(Self.events.prefix(30).map(\.act) == (try Workflow.builtIn().acts.map(\.id)))
  }

  @Test("every event survives the way into JSON and back", arguments: events)
  func roundTrip(_ event: CaseEvent) throws {
    let text = try json(event)
    #expect(try decode(CaseEvent.self, text) == event)
    #expect(try json(try decode(CaseEvent.self, text)) == text)
  }

  @Test("text comes back scalar by scalar, not merely as something that looks alike")
  func scalars() throws {
    guard case .noteAdded(let note)? = Self.events.last,
      case .noteAdded(let read) = try decode(CaseEvent.self, try json(Self.events.last))
    else {
      Issue.record("the note is no note")
      return
    }
    #expect(Array(read.unicodeScalars) == Array(note.unicodeScalars))
  }

  @Test("the stored form of every event is the one that is kept, and is still read")
  func stored() throws {
    let text = try Self.events.map { "\($0.act) \(try json($0))\n" }.joined()
    try Golden.check(text, "events.txt")
    let kept = try String(contentsOf: Golden.url("events.txt"), encoding: .utf8)
    let read = try kept.split(separator: "\n").map { line in
      try decode(CaseEvent.self, String(line.drop { $0 != " " }))
    }
    #expect(read == Self.events)
  }

  @Test("a record and its actor survive the way into JSON and back")
  func records() throws {
    for actor in Role.allCases.map({ Actor.person($0) }) + [.system] {
      let record = EventRecord(
        sequence: 7, at: "2026-06-01T10:00:00.000Z", actor: actor, event: Sample.issue)
      #expect(try decode(EventRecord.self, try json(record)) == record)
    }
    #expect(try json(Actor.system) == #"{"system":{}}"#)
    #expect(
      try json(Actor.officer)
        == #"{"person":{"_0":{"id":"account-officer","name":"The officer","role":"officer"}}}"#)
  }

  @Test(
    "what is no event is an error and never another event",
    arguments: [
      "", "null", "[]", "{}", "7", #""submitted""#, #"{"unknownAct":{}}"#,
      #"{"submitted":{},"cumulativeRemoved":{}}"#, #"{"noteAdded":{}}"#,
      #"{"noteAdded":{"note":7}}"#, #"{"noteAdded":{"note":"a"}"#,
      #"{"issued":{"on":"2026-02-30","fingerprint":"x"}}"#,
      #"{"issued":{"on":"1 June 2026","fingerprint":"x"}}"#,
      #"{"alternativeRemoved":{"form":"a poem"}}"#,
      #"{"judgementGiven":{"judgement":{"rule":"RN-042","answer":"perhaps","reason":""}}}"#,
      #"{"harmSet":{"reliance":"r1","harm":{"likelihood":"perhaps"}}}"#,
    ])
  func foreign(_ text: String) {
    #expect(throws: DecodingError.self) { try decode(CaseEvent.self, text) }
  }

  @Test("a clock fact of a kind that this version does not know is read, and is no clock event")
  func unknownClockFact() throws {
    let fact = try decode(ClockFact.self, #"{"day":"2026-06-01","kind":"moon-phase"}"#)
    #expect(fact.event == nil)
    #expect(ClockFact(kind: "moon-phase", day: Sample.today) == nil)
    let refusal = try Desk.registered().refusal(of: .clockEventAdded(fact: fact))
    #expect(refusal?.code == .invalid && refusal?.field == "kind")
  }
}
