import InformationLaw
import Letters
import PublicInterest
import Testing

@Suite("What a letter says about particular exemptions")
struct ExemptionTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  /// The text of a letter that relies on one limb for the rates.
  private func text(
    limb: String, regime: Regime = .foia, _ change: (inout Reliance) -> Void = { _ in }
  ) throws -> String {
    var decision = try fixture.partlyRefused()
    decision.regime = regime
    var reliance = Reliance(id: "r", limb: limb, items: ["rates"])
    change(&reliance)
    decision.reliances = [reliance]
    return Letter(decision: decision, book: fixture.book).text("reliance/r")
  }

  @Test("each level of likelihood is named in the terms of the provision, and no other level is")
  func likelihood() throws {
    let would = try text(limb: "foia-31-1-a") {
      $0.harm = Harm(follows: "a burglary", likelihood: .would)
    }
    #expect(would.contains("Disclosure would prejudice the prevention or detection of crime."))
    #expect(would.contains("more probable than not") && !would.contains("likely"))

    let likely = try text(limb: "foia-31-1-a") {
      $0.harm = Harm(follows: "a burglary", likelihood: .wouldBeLikely)
    }
    #expect(likely.contains("would be likely to prejudice the prevention or detection of crime."))
    #expect(!likely.contains("would prejudice") && !likely.contains("would follow"))

    let unchosen = try text(limb: "foia-31-1-a") { $0.harm = Harm(follows: "a burglary") }
    #expect(!unchosen.contains("likel") && !unchosen.contains("would"))
  }

  @Test(
    "the harm is named as the limb names it",
    arguments: [
      ("foia-38-1-b", "would be likely to endanger the safety of an individual"),
      ("foia-22A-1-b-i", "Disclosure would be likely to prejudice the research programme"),
      ("foia-27-1-c", "Disclosure would be likely to prejudice UK interests abroad"),
      (
        "foia-36-2-b-i",
        "In the qualified person's reasonable opinion, disclosure would be likely to inhibit the free "
          + "and frank provision of advice"
      ),
      (
        "foia-36-2-c",
        "disclosure would be likely to otherwise prejudice the effective conduct of public affairs"
      ),
      (
        "foia-43-3",
        "Confirming or denying would be likely to prejudice the interest that it protects"
      ),
    ])
  func effect(limb: String, words: String) throws {
    let text = try text(limb: limb) { $0.harm.likelihood = .wouldBeLikely }
    #expect(text.contains(words))
  }

  @Test("national security: exemption is required for the purpose of safeguarding it")
  func nationalSecurity() throws {
    let text = try text(limb: "foia-24-1") {
      $0.section23 = .notWithin
      $0.harm.likelihood = .required
      $0.harm.likelihoodReason = "nothing less would do"
    }
    #expect(
      text.contains(
        "Exemption from section 1(1)(b) of the Act is required for the purpose of safeguarding "
          + "national security. Required means reasonably necessary. Nothing less would do."))
    #expect(
      text.contains(
        "The information was not supplied by any of the bodies listed in section 23(3) of the Act and "
          + "does not relate to them"))
    #expect(try !self.text(limb: "foia-24-1").contains("required"))
  }

  @Test("sections 23 and 24 in the alternative: only one is relied on for the same information")
  func inTheAlternative() throws {
    let text = try text(limb: "foia-24-1") { $0.section23 = .inTheAlternative }
    #expect(text.contains("We cite sections 23(1) and 24(1) in the alternative"))

    var decision = try fixture.partlyRefused()
    decision.reliances = [
      Reliance(id: "a", limb: "foia-30-1-a", items: ["rates"]),
      Reliance(id: "b", limb: "foia-31-1-a", items: ["rates"], isAlternative: true),
    ]
    #expect(
      Letter(decision: decision, book: fixture.book).text("reliance/b").contains(
        "We rely on it in the alternative to section 30(1)(a): they do not both apply"))
  }

  @Test("section 31(1)(g) names the function and the purpose")
  func functionAndPurpose() throws {
    let text = try text(limb: "foia-31-1-g") {
      $0.function = "The licensing of taxis under the Town Police Clauses Act 1847"
      $0.purposes = ["a", "d"]
    }
    let purposes = fixture.book.vocabulary.purposes
    #expect(
      text.contains(
        "The function concerned is the licensing of taxis under the Town Police Clauses Act 1847. It "
          + "serves the purposes in section 31(2) of the Act at (a) \(try #require(purposes["a"])) and "
          + "(d) \(try #require(purposes["d"]))."))
  }

  @Test("neither confirming nor denying does not say that anything is held")
  func neitherConfirmNorDeny() throws {
    var decision = try fixture.bare()
    decision.items = []
    decision.reliances = [
      Reliance(
        id: "r", limb: "foia-31-3", items: [], reason: "To say so would warn a suspect.",
        factors: [
          Factor(id: "d1", side: .disclose, words: "Trust"),
          Factor(id: "m1", side: .maintain, words: "Surprise"),
        ], balance: Balance(outcome: .maintain, reasons: ""))
    ]
    let letter = Letter(decision: decision, book: fixture.book)
    #expect(
      letter.text(.opening).contains(
        "We neither confirm nor deny that we hold the information that you asked for. Section 31(3) of "
          + "the Act excludes the duty to say so."))
    let text = letter.text("reliance/r")
    #expect(text.contains("excludes the duty to confirm or deny, which section 1(1)(a) of the Act"))
    #expect(text.contains("Public interest factors for confirming or denying"))
    #expect(text.contains("(section 2(1)(b) of the Act)"))
    #expect(
      text.hasSuffix(
        "the public interest in maintaining the exclusion of the duty to confirm or deny outweighs the "
          + "public interest in disclosing whether we hold the information."))
    #expect(letter.section(.holding) == nil && !letter.text.contains("We hold"))
  }

  @Test("an absolute exclusion of the duty to confirm or deny needs no balance either")
  func absoluteExclusion() throws {
    let text = try text(limb: "foia-23-5")
    #expect(text.contains("confers absolute exemption (section 2(3) of the Act)"))
  }

  @Test("a request refused for its cost is refused as a whole")
  func procedural() throws {
    var decision = try fixture.bare()
    decision.items = []
    decision.reliances = [
      Reliance(id: "r", limb: "foia-12-1", items: [], reason: "It would take 30 hours to look.")
    ]
    let letter = Letter(decision: decision, book: fixture.book)
    #expect(
      letter.text(.opening).contains("We are refusing your request under section 12(1) of the Act.")
    )
    #expect(
      letter.text("reliance/r") == """
        Section 12(1): cost exceeds the appropriate limit

        We rely on section 12(1) of the Act, so we do not have to comply with your request.

        Why this applies

        It would take 30 hours to look.
        """)
  }

  @Test("a ground that is no refusal, such as a question about what was meant, is no notice")
  func noNotice() throws {
    var decision = try fixture.bare()
    decision.items = []
    decision.reliances = [Reliance(id: "r", limb: "foia-1-3", items: [])]
    let letter = Letter(decision: decision, book: fixture.book)
    #expect(!letter.text.contains("section 17") && !letter.title.contains("refusal"))
    #expect(letter.text("reliance/r").contains("Section 1(3) of the Act applies to your request."))
  }

  @Test("a limb that is absolute for some is weighed without being called qualified")
  func mixed() throws {
    let text = try text(limb: "foia-36-2-c") {
      $0.balance = Balance(outcome: .maintain, reasons: "")
    }
    #expect(text.contains("This exemption holds only if, in all the circumstances of the case"))
    #expect(!text.contains("is qualified") && !text.contains("absolute"))
  }

  @Test("an exemption that gives way to the public interest is not relied on")
  func givesWay() throws {
    var decision = try fixture.disclosed()
    var reliance = try fixture.commercial()
    reliance.items = ["bins"]
    reliance.balance = Balance(outcome: .disclose, reasons: "The tenders are over.")
    decision.reliances = [reliance]
    let letter = Letter(decision: decision, book: fixture.book)
    #expect(!letter.text.contains("section 17") && !letter.text.contains("We rely on"))
    let text = letter.text("reliance/rates")
    #expect(text.contains("We considered the exemption in section 43(2) of the Act"))
    #expect(text.hasSuffix(BalanceOutcome.disclose.sentence))
  }

  @Test("an item withheld under one exemption is not laid under another that gave way")
  func oneGivesWay() throws {
    var decision = try fixture.partlyRefused()
    decision.reliances.append(
      Reliance(
        id: "crime", limb: "foia-31-1-a", items: ["rates"],
        balance: Balance(outcome: .disclose, reasons: "")))
    let letter = Letter(decision: decision, book: fixture.book)
    #expect(letter.text(.withheld).contains("Exemption relied on: Section 43(2)\n"))
    #expect(!letter.text(.opening).contains("31(1)(a)"))
  }

  @Test("interests weighed together: each is engaged first, and the authority is cited")
  func cumulative() throws {
    var decision = try fixture.partlyRefused()
    decision.reliances.append(
      Reliance(id: "crime", limb: "foia-31-1-a", items: ["rates", "names"]))
    decision.cumulative = CumulativeBalance(
      reliances: ["rates", "crime"], outcome: .maintain, reasons: "Both point the same way.")
    #expect(
      Letter(decision: decision, book: fixture.book).section(.cumulative)?.derived == [
        .paragraph(
          "More than one exemption applies to the same information. We first found that each of them, "
            + "section 43(2) and section 31(1)(a), is engaged on its own. We then weighed the public "
            + "interests in maintaining them together against the public interest in disclosure, as "
            + "the Act permits (Department for Business and Trade v Information Commissioner [2025] "
            + "UKSC 27)."),
        .paragraph("This is the information:"), .bullets(["Rates in the price schedule"]),
        .paragraph("Both point the same way."),
        .paragraph(
          "In all the circumstances of the case, the public interest in maintaining the exemptions, "
            + "taken together, outweighs the public interest in disclosing the information."),
      ])
  }

  @Test("every limb of the book can be written about, under a heading of its own")
  func everyLimb() throws {
    for limb in fixture.book.limbs {
      for likelihood in Likelihood.allCases {
        let text = try text(limb: limb.id, regime: limb.regime) { $0.harm.likelihood = likelihood }
        let unit = limb.regime == .eir ? "Regulation" : "Section"
        #expect(text.hasPrefix("\(unit) \(limb.provision): "), "\(limb.id)")
        for fault in ["..", "  ", " .", ": .", "the the", "()", "nil"] {
          #expect(!text.contains(fault), "\(limb.id): \(text)")
        }
      }
    }
  }
}
