import Casework
import InformationLaw
import PublicInterest
import Storage
import Testing

@Suite("Registering in the archive")
struct RegisteringTests {
  private func received(_ text: String) throws -> Registration {
    Office.registration(received: try #require(Day(text)))
  }

  @Test("references are numbered within the year of receipt", arguments: Backend.all)
  func numbering(_ backend: Backend) async throws {
    let office = try await backend.office()
    #expect(try await office.register(received("2026-01-02")) == "FOI-2026-0001")
    #expect(try await office.register(received("2025-12-31")) == "FOI-2025-0001")
    #expect(try await office.register(received("2026-05-26")) == "FOI-2026-0002")
    #expect(try await office.register(received("2025-01-01")) == "FOI-2025-0002")
  }

  @Test("the next number follows the highest that was given by hand", arguments: Backend.all)
  func afterExplicit(_ backend: Backend) async throws {
    let office = try await backend.office()
    #expect(try await office.register(Office.registration("FOI-2026-0041")) == "FOI-2026-0041")
    #expect(try await office.register(Office.registration("FOI-2026-0007")) == "FOI-2026-0007")
    #expect(try await office.register() == "FOI-2026-0042")
    #expect(try await office.register(Office.registration("FOI-2026-9999")) == "FOI-2026-9999")
    #expect(try await office.register() == "FOI-2026-10000")
    #expect(try await office.register() == "FOI-2026-10001")
  }

  @Test("references of another making do not disturb the numbering", arguments: Backend.all)
  func foreignReferences(_ backend: Backend) async throws {
    let office = try await backend.office()
    for reference in [
      "IR/17/2026", "FOI-2026-A12", "FOI-2026-", "FOI-2026--9", "FOI-2026-99999999999999999999",
      "FOI-2026-9223372036854775807", "100%", "FOI_2026_0500", "FOI-20260-0009",
    ] {
      #expect(try await office.register(Office.registration(reference)) == reference)
    }
    #expect(try await office.register() == "FOI-2026-0001")
  }

  @Test("a reference that is taken is refused, and nothing of the second is kept")
  func duplicate() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.register(Office.registration("FOI-2026-0001"))
    let before = try await office.events()
    let other = Requester(name: "Another", address: "a@example.net", original: "Text")
    let refused = try await refusal {
      try await office.register(
        Office.registration("FOI-2026-0001", title: "Other"), requester: other)
    }
    #expect(
      refused
        == Refusal(
          .invalid,
          "There is already a case FOI-2026-0001. Give this one another reference.",
          field: "reference"))
    #expect(try await office.events() == before)
    #expect(try await office.archive.requester(of: reference) == Office.requester)
  }

  @Test("what the rules refuse is not written", arguments: Backend.all)
  func refused(_ backend: Backend) async throws {
    let office = try await backend.office()
    let refused = try await refusal {
      try await office.register(Office.registration(received: Office.today.adding(1)))
    }
    #expect(refused?.field == "received")
    #expect(try await office.projection() == [])
    #expect(try await office.register() == "FOI-2026-0001")
  }

  @Test("requests that come in at the same moment get a number each", arguments: Backend.all)
  func together(_ backend: Backend) async throws {
    let office = try await backend.office()
    let references = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<30 { group.addTask { try await office.register() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let tails = references.compactMap { Int($0.dropFirst("FOI-2026-".count)) }
    #expect(tails.sorted() == Array(1...30))
  }

  @Test("a registered case reads back with its line, its history and its requester")
  func readBack() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.register()
    let subject = try await office.archive.subject(reference)
    #expect(subject.state == "open" && subject.version == 1 && subject.title == "Suppliers")
    #expect(try await office.archive.version(of: reference) == 1)
    let records = try await office.archive.records(of: reference)
    var registration = Office.registration()
    registration.reference = reference
    #expect(
      records == [
        EventRecord(
          sequence: 1, at: Office.stamp, actor: Office.officer, event: .registered(registration))
      ])
    let line = try #require(try await office.archive.lines(states: ["open"]).first)
    #expect(line.reference == reference && line.received == Day(number: 20_599))
    #expect(line.nextStep == "Record what is held for question 1")
    #expect(try await office.archive.requester(of: reference) == Office.requester)
  }

  @Test("a case that is not there is said not to be there")
  func missing() async throws {
    let archive = try await Backend.all[0].office().archive
    #expect(try await archive.version(of: "FOI-1") == nil)
    #expect(try await archive.requester(of: "FOI-1") == nil)
    #expect(try await archive.dispatchedLetter(of: "FOI-1") == nil)
    let error = await #expect(throws: NotInArchive.self) {
      try await archive.subject("FOI-1")
    }
    #expect(error?.description == "there is no case FOI-1")
    await #expect(throws: NotInArchive.self) { try await archive.records(of: "FOI-1") }
    await #expect(throws: NotInArchive.self) {
      try await archive.append(
        .noteAdded(note: "x"), to: "FOI-1", basedOn: 0, by: Office.officer, at: Office.stamp
      ) { _ in }
    }
  }

  @Test("the lists and counts go by state, the oldest receipt first", arguments: Backend.all)
  func lists(_ backend: Backend) async throws {
    let office = try await backend.office()
    let late = try await office.register(received("2026-05-28"))
    let early = try await office.register(received("2026-05-01"))
    let issued = try await office.caseFile(upTo: "issued")
    let archive = office.archive
    #expect(try await archive.lines(states: ["open"]).map(\.reference) == [early, late])
    #expect(
      try await archive.lines(states: ["issued", "open"]).map(\.reference) == [issued, early, late])
    #expect(try await archive.lines(states: ["open"], limit: 1).map(\.reference) == [early])
    #expect(try await archive.counts() == ["open": 2, "issued": 1])
  }
}
