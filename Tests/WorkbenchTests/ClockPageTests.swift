import Casework
import InformationLaw
import Markup
import PublicInterest
import Storage
import Testing

@testable import Workbench

@Suite("The clock on the pages")
struct ClockPageTests {
  private func shows(_ body: String, _ words: String) -> Bool {
    body.contains(("\(words)" as HTML).text)
  }

  @Test("the clock page and the case papers show the response clock day by day")
  func working() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    let subject = try await workplace.house.archive.subject(reference)
    let reading = try #require(try subject.clock(book: workplace.house.book))
    for address in [Address.clock(reference), .papers(reference)] {
      let body = try await workplace.get(address, as: .auditor).body
      for entry in reading.working {
        guard case .day(let number) = entry.counting else { continue }
        #expect(body.contains("<span class=\"count\">\(number)</span>"), "\(number)")
      }
      #expect(body.contains("<span class=\"why\">Due</span>"))
      for sentence in reading.explanation { #expect(shows(body, sentence), "\(sentence)") }
    }
  }

  @Test("every other clock that runs or follows is listed with its day, its law and its working")
  func others() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    let subject = try await workplace.house.archive.subject(reference)
    let standings = subject.clocks(book: workplace.house.book).dropFirst()
    #expect(standings.contains { $0.standing == .follows })
    let body = try await workplace.get(.clock(reference), as: .officer).body
    for standing in standings {
      #expect(body.contains("<h3>\(standing.clock.name)"), "\(standing.clock.id)")
      let reading = try standing.reading.get()
      for sentence in reading.explanation { #expect(shows(body, sentence), "\(sentence)") }
      if let due = reading.due { #expect(body.contains("<b>By <time datetime=\"\(due)\">")) }
    }
    let tables = body.split(separator: "<table class=\"calendar\">").count - 1
    #expect(tables == 1 + standings.count)
  }

  @Test("an issued case has its response clock met, and the clocks after it running")
  func issued() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    try await workplace.append(
      .holdingSet(question: "q1", holding: Holding(answer: .notHeld, explanation: "Never kept")),
      to: reference)
    try await workplace.append(.submitted, to: reference)
    let approved = try await workplace.post(
      .approve(reference), [("version", "3"), ("despite", "It is settled")], as: .decisionMaker)
    #expect(approved.status == 303)
    let issued = try await workplace.post(.issue(reference), [("version", "4")], as: .officer)
    #expect(issued.status == 303)
    let subject = try await workplace.house.archive.subject(reference)
    let standings = subject.clocks(book: workplace.house.book)
    #expect(standings.first?.standing == .met)
    #expect(standings.contains { $0.clock.stage == .reviewRequest && $0.standing == .running })
    let body = try await workplace.get(.clock(reference), as: .officer).body
    #expect(body.contains("the response of \(Workplace.today.written)"))
  }

  @Test(
    "a due date that a new bank holiday moved is noted on the clock, in the papers, in the history")
  func moved() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    let because = "10 June 2026: Day of thanks, bank holiday (Scotland)"
    try await workplace.append(
      .clockMoved(
        from: Workplace.today.adding(22), to: Workplace.today.adding(23), because: because),
      to: reference)
    for address in [Address.clock(reference), .papers(reference), .history(reference)] {
      let body = try await workplace.get(address, as: .officer).body
      #expect(body.contains(because), "\(address)")
      #expect(body.contains(Workplace.today.adding(23).written), "\(address)")
    }
  }
}
