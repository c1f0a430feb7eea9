import InformationLaw
import Letters
import PublicInterest
import Testing

@Suite("How a letter says the decision can be challenged")
struct RightsTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func text(
    _ change: (inout Decision) -> Void, book: StatuteBook? = nil
  ) throws -> String {
    var decision = try fixture.partlyRefused()
    change(&decision)
    return Letter(decision: decision, book: book ?? fixture.book).text(.rights)
  }

  @Test("review and regulator, with times and addresses")
  func complete() throws {
    #expect(
      try text { _ in } == """
        How to challenge this decision

        Internal review

        If you are not content with this decision, you can ask us to review it. Please write to \
        review@eastmere.example within 40 working days of the date of this letter, quoting our \
        reference FOI-2026-0042. We will answer within 20 working days of receiving your request for \
        a review.

        Information Commissioner

        If you are not content with the outcome of the review, you have the right under section 50 of \
        the Act to apply to the Information Commissioner for a decision on whether we have dealt with \
        your request as the Act requires. The Information Commissioner expects that you have asked us \
        for a review first and that you complain within six weeks of our final response.

        You can complain at https://ico.org.uk/make-a-complaint/ or write to Information \
        Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF.
        """)
  }

  @Test("an authority without a review procedure says so and points to the regulator at once")
  func noReview() throws {
    let text = try text { $0.authority.reviewContact = " " }
    #expect(text.contains("We have no internal review procedure."))
    #expect(text.contains("If you are not content with this decision, you have the right"))
    #expect(!text.contains("asked us for a review"))
  }

  @Test("what the decision does not give is left out, so that it can be found missing")
  func leftOut() throws {
    let decision = { (review: Bool, regulator: Bool) in
      { (decision: inout Decision) in
        decision.rights = Rights(internalReview: review, regulator: regulator)
      }
    }
    #expect(try text(decision(false, false)) == "")
    let review = try text(decision(true, false))
    #expect(review.contains("Internal review") && !review.contains("Commissioner"))
    let regulator = try text(decision(false, true))
    #expect(!regulator.contains("review") && regulator.contains("section 50"))
  }

  @Test("once the Information Commission is in office, letters of that day on name it")
  func otherRegulator() throws {
    var files = StatuteBook.builtInFiles
    let regulators = try #require(files["regulators.yaml"])
    files["regulators.yaml"] = regulators.replacing("from: pending", with: "from: 2026-03-01")
    let book = try StatuteBook(files: files)
    func text(decided: Day) throws -> String {
      try self.text({ $0.decided = decided }, book: book)
    }
    #expect(
      try text(decided: Fixture.day("2026-02-27")).contains(
        "apply to the Information Commissioner "))
    let later = try text(decided: Fixture.day("2026-03-02"))
    #expect(later.contains("apply to the Information Commission for a decision"))
    #expect(!later.contains("Commissioner"))
  }

  @Test(
    "under the Regulations a review is a right with its own time, and section 50 applies through them"
  )
  func environmental() throws {
    let text = try text {
      $0.regime = .eir
      $0.authority.reviewAnswerDays = 60
    }
    #expect(text.contains("review it (regulation 11 of the Regulations)"))
    #expect(text.contains("within 40 working days of the date of this letter"))
    #expect(text.contains("answer within 40 working days of receiving"))
    #expect(text.contains("section 50 of the Freedom of Information Act 2000, which regulation 18"))
  }

  @Test(
    "in Scotland the review is required under section 20 and the Commissioner has a time set by law"
  )
  func scottish() throws {
    let text = try text {
      $0.regime = .foisa
      $0.authority.reviewAnswerDays = 40
    }
    #expect(text.contains("review it (section 20 of the Act)"))
    #expect(text.contains("answer within 20 working days of receiving"))
    #expect(
      text.contains("section 47 of the Act to apply to the Scottish Information Commissioner"))
    #expect(text.contains("You have to apply within six months of receiving our final response."))
    #expect(!text.contains("six weeks"))
  }
}
