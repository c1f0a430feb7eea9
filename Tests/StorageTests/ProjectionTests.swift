import Casework
import InformationLaw
import Persistence
import PublicInterest
import Storage
import Testing

@Suite("The projection for lists follows from the events")
struct ProjectionTests {
  @Test(
    "what was written along with the events is what is rebuilt from them", arguments: Backend.all)
  func rebuilt(_ backend: Backend) async throws {
    let office = try await backend.office()
    for state in ["open", "submitted", "approved", "issued"] {
      try await office.caseFile(upTo: state)
    }
    let clock = try await office.register()
    try await office.append(
      .clockEventAdded(fact: ClockFact(.clarificationAsked(Office.today))), to: clock)
    let before = try await office.projection()
    #expect(Set(before.flatMap(\.values)).count > 10)
    try await office.archive.rebuildProjections()
    #expect(try await office.projection() == before)
  }

  @Test("a projection that was spoilt is whole again after a rebuild", arguments: Backend.all)
  func spoilt(_ backend: Backend) async throws {
    let office = try await backend.office()
    for state in ["open", "submitted", "approved", "issued"] {
      try await office.caseFile(upTo: state)
    }
    let before = try await office.projection()
    try await office.database.write {
      try $0.execute(
        """
        UPDATE cases SET title = \("wrong"), regime = \("EIR"), received = \("1999-01-01"),
          clock_events = \("[]"), state = \("lost"), version = \(99), next_step = \("Panic")
        """)
    }
    let spoilt = try await office.projection()
    #expect(zip(spoilt, before).allSatisfy { $0 != $1 })
    try await office.archive.rebuildProjections()
    #expect(try await office.projection() == before)
  }

  @Test("the line of a case keeps up with every event")
  func keepsUp() async throws {
    let office = try await Backend.all[0].office()
    var seen: [String] = []
    for state in ["open", "submitted", "approved", "issued"] {
      let reference = try await office.caseFile(upTo: state)
      let line = try #require(
        try await office.archive.lines(states: [state]).first { $0.reference == reference })
      #expect(line.version == (try await office.archive.records(of: reference).count))
      seen.append("\(line.state): \(line.nextStep ?? "nothing")")
    }
    #expect(
      seen == [
        "open: Evidence the harm under s31(1)(a)", "submitted: Approval by a second person",
        "approved: Issue the letter", "issued: nothing",
      ])
  }

  @Test("clock events reach the line, from which lists work out the due date")
  func clock() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.register()
    let fact = ClockFact(.clarificationAsked(Office.today))
    try await office.append(.clockEventAdded(fact: fact), to: reference)
    #expect(try await office.archive.lines(states: ["open"]).map(\.clockEvents) == [[fact]])
  }

  @Test("the authority is a setting and not history: a change of it shows in every case")
  func authority() async throws {
    let office = try await Backend.all[0].office()
    #expect(try await office.archive.authority() == Authority(name: "The authority"))
    let reference = try await office.register()
    let authority = Authority(
      name: "Somewhere Council", address: "The \"Hall\", 1 High Street", reviewAskDays: 30)
    try await office.archive.set(authority)
    try await office.archive.set(authority)
    #expect(try await office.archive.authority() == authority)
    #expect(try await office.archive.subject(reference).decision.authority == authority)
    #expect(try await office.archive.version(of: reference) == 1)
  }
}
