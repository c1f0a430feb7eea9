import Casework
import InformationLaw
import PublicInterest
import Testing

@Suite("Registering a request")
struct RegistrationTests {
  private func refusal(_ change: (inout Registration) -> Void) throws -> Refusal? {
    var registration = Sample.registration
    change(&registration)
    return try Desk().refusal(of: .registered(registration))
  }

  @Test("a request with its facts is accepted, received today included")
  func accepted() throws {
    #expect(try refusal { _ in } == nil)
    #expect(try refusal { $0.received = Sample.today } == nil)
  }

  @Test("a request cannot have been received tomorrow")
  func future() throws {
    #expect(
      try refusal { $0.received = Sample.today.adding(1) }
        == Refusal(
          .invalid,
          "The request cannot have been received on 2 June 2026: that is in the future.",
          field: "received"))
  }

  @Test(
    "a date before or after the known bank holidays is refused in words",
    arguments: [
      "2004-12-31", "1066-10-14", "0001-01-01",
    ])
  func tooEarly(_ text: String) throws {
    let day = try #require(Day(text))
    let refusal = try refusal { $0.received = day }
    #expect(
      refusal
        == Refusal(
          .invalid,
          "\(text) is outside the bank holidays known here, 2005-01-01 to 2028-12-31; no date can "
            + "be worked out", field: "received"))
  }

  @Test("a request whose time runs past the known bank holidays is refused in words")
  func tooLate() throws {
    let day = try #require(Day("2028-12-20"))
    var registration = Sample.registration
    registration.received = day
    let refusal = try Desk().refusal(of: .registered(registration), today: day)
    #expect(refusal?.code == .invalid && refusal?.field == "received")
    #expect(refusal?.message.contains("runs past 2028-12-31") == true)
  }

  @Test("an empty request is refused")
  func empty() throws {
    let expected = Refusal(
      .invalid, "Split the request into at least one question, none of them empty.",
      field: "questions")
    #expect(try refusal { $0.questions = [] } == expected)
    #expect(try refusal { $0.questions[1].text = "" } == expected)
    #expect(try refusal { $0.questions[0].text = " \n\t" } == expected)
  }

  @Test("two questions with the same number are refused")
  func duplicates() throws {
    #expect(
      try refusal { $0.questions[1].id = "q1" }
        == Refusal(.invalid, "Two questions have the same number.", field: "questions"))
  }

  @Test("a case needs a reference and a title")
  func names() throws {
    #expect(try refusal { $0.reference = "" }?.field == "reference")
    #expect(try refusal { $0.title = "" }?.field == "title")
  }

  @Test("a regime without a clock in the statute book is refused")
  func regime() throws {
    let book = try StatuteBook.builtIn()
    for regime in Regime.allCases {
      let refusal = try refusal { $0.regime = regime }
      #expect((refusal == nil) == (book.responseClock(regime) != nil), "\(regime)")
    }
  }
}
