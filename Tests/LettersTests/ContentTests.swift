import InformationLaw
import Letters
import PublicInterest
import Testing

@Suite("What a letter says")
struct ContentTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func letter(_ decision: Decision, to addressee: Addressee? = nil) -> Letter {
    Letter(decision: decision, book: fixture.book, addressee: addressee)
  }

  @Test("a complete refusal has every part, in order")
  func parts() throws {
    let letter = letter(try fixture.partlyRefused())
    #expect(
      letter.sections.map(\.id.key) == [
        "opening", "request", "holding", "released", "withheld", "reliance/rates",
        "reliance/names", "alternatives", "advice", "rights", "closing",
      ])
    #expect(letter.title == "Freedom of Information Act 2000: decision and refusal notice")
    #expect(letter.reference == "FOI-2026-0042" && letter.date?.description == "2026-03-27")
    #expect(letter.section("reliance/rates")?.heading == "Section 43(2): commercial interests")
  }

  @Test("the opening says when the request came, the answer in short, and that this is the notice")
  func opening() throws {
    #expect(
      letter(try fixture.partlyRefused()).text(.opening) == """
        Thank you for your request, which we received on 2 March 2026. Our reference is \
        FOI-2026-0042. We have dealt with it under the Freedom of Information Act 2000 (the Act).

        In short, we are giving you some of the information that you asked for and withholding the \
        rest, which is exempt under section 43(2) and section 40(2) with 40(3A)(a) of the Act.

        This letter is the notice that section 17 of the Act requires. It says what we rely on, why \
        that applies, and how you can challenge our decision.
        """)
  }

  @Test("what happened to the clock is told as far as the requester was part of it")
  func clock() throws {
    var decision = try fixture.partlyRefused()
    decision.clockEvents = [
      ClockFact(.clarificationReceived(try Fixture.day("2026-03-06"))),
      ClockFact(.clarificationAsked(try Fixture.day("2026-03-04"))),
      ClockFact(.pitExtension(to: try Fixture.day("2026-04-20"))),
    ]
    #expect(
      letter(decision).text(.opening).contains(
        "We asked you on 4 March 2026 what you meant. You told us on 6 March 2026, and the time for "
          + "our answer began then. We told you that we needed until 20 April 2026 to weigh the "
          + "public interest (section 10(3) of the Act)."))
  }

  @Test("each question is quoted, and told what is held for it and where the rest was looked for")
  func holding() throws {
    let letter = letter(try fixture.partlyRefused())
    #expect(
      letter.section(.request)?.derived == [
        .bullets([
          "Question 1: “What did the winning bidder charge?”",
          "Question 2: “Who marked the bids, and what did they note?”",
        ])
      ])
    #expect(
      letter.section(.holding)?.derived == [
        .paragraph(
          "For each of your questions, this is what we hold (section 1(1)(a) of the Act)."),
        .table(
          header: ["Question", "Answer", "Explanation"],
          rows: [
            ["1", "Held", "The contract holds this."],
            ["2", "Held in part", "The marks were kept, the notes were not."],
          ]),
        .paragraph("For question 2 we searched:"),
        .bullets([
          "Procurement drive (Procurement, 5 March 2026): all files of tender 17; information was "
            + "found.",
          "Paper files; nothing was found.",
        ]),
      ])
  }

  @Test("what is given and what is withheld are listed, each withheld item with its exemption")
  func items() throws {
    let letter = letter(try fixture.partlyRefused())
    #expect(
      letter.section(.released)?.derived == [
        .paragraph("We are giving you this information:"),
        .bullets(["Total price of the contract (question 1)"]),
        .paragraph("Instead of what we withhold, we offer this:"),
        .bullets(["Each rate is given within £50."]),
      ])
    #expect(
      letter.section(.withheld)?.derived.last
        == .table(
          header: ["Information", "Question", "Exemption relied on"],
          rows: [
            ["Rates in the price schedule", "1", "Section 43(2)"],
            ["Names of three junior officers", "2", "Section 40(2) with 40(3A)(a)"],
          ]))
  }

  @Test("a qualified exemption is reasoned from the information to the balance")
  func qualified() throws {
    let expected: [Block] = [
      .paragraph("We rely on the exemption in section 43(2) of the Act for this information:"),
      .bullets(["Rates in the price schedule"]),
      .subheading("Why the exemption applies"),
      .paragraph("A competitor who knows the rates can undercut each of them."),
      .subheading("Harm"),
      .paragraph(
        "The interest that is protected here is the supplier's position in the tenders of "
          + "neighbouring councils. Disclosure would show the rate for each task."),
      .paragraph(
        "That is of use to competitors for the same work. They read the rates and bid just below. "
          + "What would be likely to follow is this: loss of the tenders that are out until June."
      ),
      .paragraph(
        "Disclosure would be likely to prejudice commercial interests. That is the level of "
          + "likelihood on which we rely: the risk is real and significant, even if it is less than "
          + "even. Three such tenders are open and the same firms bid."),
      .paragraph(
        "If it came about, the harm would be moderate. It would extend to some 40 jobs. The risk "
          + "lasts until June 2026."),
      .paragraph("This is what shows it:"),
      .bullets([
        "The supplier expects two bids from competitors this spring (Letter of the supplier, "
          + "10 March 2026)."
      ]),
      .subheading("Public interest factors for disclosing"),
      .table(
        header: ["Factor", "Weight", "Why this weight"],
        rows: [
          [
            "What the council pays for each task.", "Considerable",
            "The contract is worth millions.",
          ]
        ]),
      .subheading("Public interest factors for maintaining the exemption"),
      .table(
        header: ["Factor", "Weight", "Why this weight"],
        rows: [
          [
            "Fair competition in the open tenders.", "Very strong",
            "Losing them would leave one bidder.",
          ]
        ]),
      .subheading("Balance"),
      .paragraph(
        "This exemption is qualified: it holds only if, in all the circumstances of the case, the "
          + "public interest in maintaining the exemption outweighs the public interest in "
          + "disclosing the information; if the two are equal, we have to disclose it (section "
          + "2(2)(b) of the Act)."),
      .paragraph(
        "We weighed these interests as they stood on 27 March 2026, the day of this decision. The "
          + "tenders are open now."),
      .paragraph("We have considered each factor for disclosing:"),
      .table(
        header: ["Factor for disclosing", "Our answer"],
        rows: [
          ["What the council pays for each task.", "The total and the ranges are given."]
        ]),
      .paragraph("The ranges serve the interest in value for money."),
      .paragraph(BalanceOutcome.maintain.sentence),
    ]
    #expect(
      letter(try fixture.partlyRefused()).section("reliance/rates")?.derived == expected)
  }

  @Test("an absolute exemption is said to be absolute, and nothing is weighed even where it was")
  func absolute() throws {
    var decision = try fixture.partlyRefused()
    decision.reliances[1].factors = decision.reliances[0].factors
    decision.reliances[1].balance = decision.reliances[0].balance
    #expect(
      letter(decision).section("reliance/names")?.derived == [
        .paragraph(
          "We rely on the exemption in section 40(2) with 40(3A)(a) of the Act for this information:"
        ),
        .bullets(["Names of three junior officers"]),
        .subheading("Why the exemption applies"),
        .paragraph(
          "Junior officers do not expect their names to be published, and nobody needs them."),
        .paragraph(
          "This exemption is absolute (section 2(3) of the Act), so no public interest balance is "
            + "required."),
      ])
  }

  @Test("alternatives are listed with what became of them")
  func alternatives() throws {
    #expect(
      letter(try fixture.partlyRefused()).section(.alternatives)?.derived == [
        .paragraph(
          "We considered whether we could give you something less than you asked for. We can, in the "
            + "form of ranges, as set out above."),
        .paragraph("We also considered these:"),
        .table(
          header: ["Considered", "Why it is not possible"],
          rows: [
            [
              "Release at a later date",
              "The rates stay in force until the contract is let again.",
            ]
          ]),
      ])
  }

  @Test("the closing names who decided and when")
  func closing() throws {
    #expect(
      letter(try fixture.partlyRefused()).text(.closing) == """
        This decision was made on 27 March 2026.

        Yours sincerely

        Head of Legal Services
        Eastmere Council
        """)
  }

  @Test("no section depends on who asked")
  func applicantBlind() throws {
    let decision = try fixture.partlyRefused()
    let addressee = Addressee(name: "Ada Example", address: "1 High Street\nEastmere")
    let (blind, named) = (letter(decision), letter(decision, to: addressee))
    #expect(blind.sections == named.sections)
    #expect(blind.salutation == "Dear requester" && named.salutation == "Dear Ada Example")
    #expect(!blind.plainText().contains("Ada") && !blind.html().contains("Ada"))
    for text in [named.plainText(), named.html()] {
      #expect(text.contains("Ada Example") && text.contains("1 High Street"))
    }
  }

  @Test("the draft of a case that has just been registered is short, without gaps or empty labels")
  func bare() throws {
    #expect(
      letter(try fixture.bare()).plainText() == """
        Eastmere Council

        Dear requester

        Freedom of Information Act 2000: decision and refusal notice
        ============================================================

        Thank you for your request, which we received on 2 March 2026. We have dealt
        with it under the Freedom of Information Act 2000 (the Act).

        This letter is the notice that section 17 of the Act requires. It says what we
        rely on and why that applies.

        Your request
        ------------

        You asked: “What did it cost?”

        Section 31(1)(a): prevention or detection of crime
        --------------------------------------------------

        We rely on the exemption in section 31(1)(a) of the Act.

        Yours sincerely

        Eastmere Council

        """)
  }

  @Test("a letter that gives everything says so and leaves section 17 alone")
  func fullDisclosure() throws {
    let letter = letter(try fixture.disclosed())
    #expect(letter.title == "Freedom of Information Act 2000: answer to your request")
    #expect(
      letter.sections.map(\.id.key) == [
        "opening", "request", "holding", "released", "rights", "closing",
      ])
    #expect(letter.text.contains("We are giving you all the information that you asked for."))
    #expect(letter.text.contains("We hold the information that you asked for."))
    for word in ["section 17", "withh", "exempt"] { #expect(!letter.text.contains(word)) }
  }

  @Test("a letter about information that is not held says so first, and how it was looked for")
  func notHeld() throws {
    var decision = try fixture.disclosed()
    decision.items = []
    decision.questions[0].holding = Holding(
      answer: .notHeld, explanation: "Bins are not counted.",
      searches: [Search(place: "Depot log", terms: "", by: "Depot", on: nil, found: false)])
    let letter = letter(decision)
    #expect(letter.text(.opening).contains("We do not hold the information that you asked for."))
    #expect(
      letter.section(.holding)?.derived == [
        .paragraph("We do not hold the information that you asked for."),
        .paragraph("Bins are not counted."), .paragraph("We searched:"),
        .bullets(["Depot log (Depot); nothing was found."]),
      ])
  }

  @Test("under the Regulations it is an exception that is weighed against a presumption")
  func exception() throws {
    var decision = try fixture.partlyRefused()
    decision.regime = .eir
    decision.reliances = [try fixture.commercial()]
    decision.reliances[0].limb = "eir-12-5-e"
    decision.reliances[0].harm.likelihood = .would
    let text = letter(decision).text
    #expect(text.contains("Environmental Information Regulations 2004 (the Regulations)"))
    #expect(
      text.contains("This letter is the notice that regulation 14 of the Regulations requires."))
    #expect(text.contains("We rely on the exception in regulation 12(5)(e) of the Regulations"))
    #expect(
      text.contains(
        "would adversely affect the confidentiality of commercial or industrial information"))
    #expect(
      text.contains(
        "presumption in favour of disclosure (regulation 12(2) of the Regulations)"))
    #expect(text.contains("we have to disclose it (regulation 12(1)(b) of the Regulations)"))
    #expect(!text.contains("exemption") && !text.contains("section 2"))
  }

  @Test(
    "in Scotland the harm has to be substantial, and the sections are those of the Scottish Act")
  func scottish() throws {
    var decision = try fixture.partlyRefused()
    decision.regime = .foisa
    decision.reliances = [try fixture.commercial()]
    decision.reliances[0].limb = "foisa-33-1-b"
    let text = letter(decision).text
    #expect(text.contains("Freedom of Information (Scotland) Act 2002 (the Act)"))
    #expect(text.contains("the notice that section 16 of the Act requires"))
    #expect(text.contains("would be likely to prejudice substantially commercial interests"))
    #expect(text.contains("we have to disclose it (section 2(1)(b) of the Act)"))
    #expect(!text.contains("section 1(1)(a)"))
  }
}
