import Casework
import Persistence
import PublicInterest
import Storage
import Testing

@Suite("Text of every kind survives the archive")
struct TextTests {
  @Test("in a title, a note, a letter and the request itself", arguments: OddText.all)
  func survives(_ odd: OddText) async throws {
    let text = odd.text
    let office = try await Backend.all[0].office()
    let requester = Requester(name: text, address: text, original: text)
    let reference = try await office.register(
      Office.registration(title: text), requester: requester)
    try await office.append(.noteAdded(note: text), to: reference)
    try await office.append(.letterEdited(section: text, text: text), to: reference)
    // A second archive on the same database holds nothing of the first in memory.
    let archive = try await office.reopened().archive
    func isSame(_ other: String?) -> Bool {
      other.map { Array($0.unicodeScalars) == Array(text.unicodeScalars) } ?? false
    }
    let subject = try await archive.subject(reference)
    #expect(isSame(subject.title))
    #expect(isSame(subject.letterEdits.keys.first) && isSame(subject.letterEdits.values.first))
    #expect(isSame(try await archive.lines(states: ["open"]).first?.title))
    guard case .noteAdded(let note) = try await archive.records(of: reference)[1].event else {
      Issue.record("the note is no note")
      return
    }
    #expect(isSame(note))
    let kept = try await archive.requester(of: reference)
    #expect(isSame(kept?.name) && isSame(kept?.address) && isSame(kept?.original))
  }

  @Test("as a reference, which is told apart letter by letter")
  func references() async throws {
    let office = try await Backend.all[0].office()
    for reference in ["a/b c?d=é&%2F", "FOI-🗂️'\"", "foi-x", "FOI-X"] {
      #expect(try await office.register(Office.registration(reference)) == reference)
      #expect(try await office.archive.subject(reference).reference == reference)
    }
  }

  @Test("text that no database could hold is refused whole, and nothing is half there")
  func zero() async throws {
    let office = try await Backend.all[0].office()
    let requester = Requester(name: "A", address: "B", original: "before\u{0}after")
    await #expect(throws: PersistenceError.self) {
      try await office.register(requester: requester)
    }
    #expect(try await office.events() == [])
    #expect(try await office.projection() == [])
  }
}
