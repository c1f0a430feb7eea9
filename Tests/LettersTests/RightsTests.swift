import Letters
import PublicInterest
import Testing

@Suite("How a letter says the decision can be challenged")
struct RightsTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func text(
    _ change: (inout Decision) -> Void, regulator: Regulator = Regulator()
  ) throws -> String {
    var decision = try fixture.partlyRefused()
    change(&decision)
    return Letter(decision: decision, book: fixture.book, regulator: regulator).text(.rights)
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

  @Test("the regulator is a value, because its name is changing")
  func otherRegulator() throws {
    let commission = Regulator(
      name: "Information Commission", address: "", website: "https://commission.example/",
      complainWithin: "")
    let text = try text({ $0.authority.reviewContact = "" }, regulator: commission)
    #expect(text.contains("apply to the Information Commission for a decision"))
    #expect(text.hasSuffix("You can complain at https://commission.example/."))
    #expect(!text.contains("Commissioner") && !text.contains("expects"))
  }
}
