import Casework
import Persistence
import PublicInterest
import Storage
import Testing

@Suite("Appending to a history", .tags(.slow))
struct AppendingTests {
  private func edit(_ section: String, _ text: String) -> CaseEvent {
    .letterEdited(section: section, text: text)
  }

  @Test("the case that comes back is the case that is stored", arguments: Backend.all)
  func returned(_ backend: Backend) async throws {
    let office = try await backend.office()
    let reference = try await office.register()
    let subject = try await office.append(edit("opening", "Thank you."), to: reference)
    #expect(subject.version == 2 && subject.letterEdits == ["opening": "Thank you."])
    #expect(try await office.archive.subject(reference) == subject)
    #expect(try await office.archive.version(of: reference) == 2)
  }

  @Test("a case can be read as it stood at a version that somebody saw", arguments: Backend.all)
  func earlier(_ backend: Backend) async throws {
    let office = try await backend.office()
    let reference = try await office.register()
    let first = try await office.append(edit("opening", "First."), to: reference)
    let second = try await office.append(edit("opening", "Second."), to: reference)
    #expect(try await office.archive.subject(reference, at: 2) == first)
    #expect(try await office.archive.subject(reference, at: 3) == second)
    // A version that never was is the nearest that is.
    #expect(try await office.archive.subject(reference, at: 99) == second)
    #expect(try await office.archive.subject(reference, at: 0).version == 1)
  }

  @Test("an event on a part that somebody saved since is a conflict and writes nothing")
  func stale() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.register()
    try await office.append(
      edit("opening", "First."), to: reference, basedOn: 1, by: Office.decisionMaker)
    let events = try await office.events()
    let projection = try await office.projection()
    let refused = try await refusal {
      try await office.append(edit("opening", "Second."), to: reference, basedOn: 1)
    }
    #expect(refused?.code == .conflict)
    #expect(refused?.message.hasPrefix("The decision maker saved this") == true)
    #expect(try await office.events() == events)
    #expect(try await office.projection() == projection)
  }

  @Test("an event on another part stands, based on whichever version", arguments: Backend.all)
  func otherPart(_ backend: Backend) async throws {
    let office = try await backend.office()
    let reference = try await office.register()
    try await office.append(edit("opening", "First."), to: reference, basedOn: 1)
    let subject = try await office.append(edit("closing", "Yours."), to: reference, basedOn: 1)
    #expect(subject.letterEdits == ["opening": "First.", "closing": "Yours."])
    #expect(subject.version == 3)
  }

  @Test("seen and saved again, the second version stands")
  func afterLooking() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.register()
    try await office.append(edit("opening", "First."), to: reference, basedOn: 1)
    let subject = try await office.append(edit("opening", "Second."), to: reference, basedOn: 2)
    #expect(subject.letterEdits == ["opening": "Second."])
  }

  @Test("what the rules refuse on the case as it stands now is not written")
  func refused() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.caseFile(upTo: "submitted")
    let events = try await office.events()
    let refused = try await refusal {
      try await office.append(.adviceSet(advice: "Ask again."), to: reference, basedOn: 1)
    }
    #expect(refused?.code == .notAllowed)
    #expect(try await office.events() == events)
  }

  @Test("two who save the same page at once: one is saved, the other is told, a hundred times")
  func samePage() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.register()
    for round in 1...100 {
      let version = round
      let outcomes = try await withThrowingTaskGroup(of: (String, Refusal?).self) { group in
        for (name, actor) in [("A", Office.officer), ("B", Office.decisionMaker)] {
          group.addTask {
            let text = "\(name)\(round)"
            let event = CaseEvent.letterEdited(section: "opening", text: text)
            let refused = try await refusal {
              try await office.append(event, to: reference, basedOn: version, by: actor)
            }
            return (text, refused)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let winners = outcomes.filter { $0.1 == nil }
      try #require(winners.count == 1, "round \(round): \(outcomes)")
      #expect(outcomes.compactMap(\.1?.code) == [.conflict])
      let subject = try await office.archive.subject(reference)
      #expect(subject.letterEdits["opening"] == winners.first?.0)
      try #require(subject.version == round + 1)
    }
    let records = try await office.archive.records(of: reference)
    #expect(records.map(\.sequence) == Array(1...101))
  }

  @Test("two who save different pages at once are both saved, fifty times")
  func differentPages() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.register()
    for round in 0..<50 {
      let version = 1 + round * 2
      async let one = office.append(
        edit("opening", "A\(round)"), to: reference, basedOn: version)
      async let other = office.append(
        edit("closing", "B\(round)"), to: reference, basedOn: version)
      let versions = try await [one.version, other.version]
      #expect(versions.sorted() == [version + 1, version + 2])
    }
    let subject = try await office.archive.subject(reference)
    #expect(subject.letterEdits == ["opening": "A49", "closing": "B49"])
    #expect(subject.version == 101)
  }

  @Test("many people on many cases at once leave every history whole", arguments: Backend.all)
  func crowd(_ backend: Backend) async throws {
    let office = try await backend.office()
    var references: [String] = []
    for _ in 0..<5 { references.append(try await office.register()) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<8 {
        group.addTask { [references] in
          for index in 0..<10 {
            let reference = references[(worker + index) % references.count]
            try await office.append(
              .letterEdited(section: "s\(worker)", text: "\(index)"), to: reference)
          }
        }
      }
      try await group.waitForAll()
    }
    var total = 0
    for reference in references {
      let records = try await office.archive.records(of: reference)
      #expect(records.map(\.sequence) == Array(1...records.count))
      total += records.count
    }
    #expect(total == 5 + 80)
  }

  @Test("a history with a gap is not taken for a case")
  func gap() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.register()
    try await office.append(edit("opening", "A"), to: reference)
    try await office.append(edit("closing", "B"), to: reference)
    try await office.database.write {
      try $0.execute("DELETE FROM events WHERE sequence = 2")
    }
    await #expect(throws: NotInArchive.self) { try await office.archive.subject(reference) }
    await #expect(throws: NotInArchive.self) {
      try await office.append(edit("advice", "C"), to: reference)
    }
  }
}
