import Casework
import InformationLaw
import PublicInterest
import Testing

@Suite("The law on harm and balance")
struct WeighingLawTests {
  /// A draft with a third reliance on a limb for the given items.
  private func drafted(with limb: String, _ items: [String] = ["versions"]) throws -> Desk {
    var desk = try Desk.drafted()
    try desk.accept(.relianceSet(reliance: Reliance(id: "r3", limb: limb, items: items)))
    return desk
  }

  private func cumulative(_ reliances: String...) -> CaseEvent {
    .cumulativeSet(
      balance: CumulativeBalance(reliances: reliances, outcome: .maintain, reasons: "Both."))
  }

  @Test("nothing is weighed under an absolute limb")
  func absolute() throws {
    let desk = try drafted(with: "foia-40-1")
    let expected = Refusal(
      .unlawful, "s40(1) is absolute: nothing is weighed under it.",
      citation: "FOIA s.2(3)")
    #expect(
      desk.refusal(of: .balanceSet(reliance: "r3", balance: Sample.maintain, answers: [:]))
        == expected)
    #expect(
      desk.refusal(of: .factorSet(reliance: "r3", factor: Sample.forDisclosure)) == expected)
  }

  @Test("every qualified limb can be weighed, and no absolute one")
  func everyExemption() throws {
    for limb in try StatuteBook.builtIn().limbs where limb.kind == .exemption {
      var registration = Sample.registration
      registration.regime = limb.regime
      var desk = try Desk()
      try desk.accept(.registered(registration))
      try desk.accept(.itemSet(item: Sample.suppliers))
      try desk.accept(
        .relianceSet(reliance: Reliance(id: "r1", limb: limb.id, items: ["suppliers"])))
      let event = CaseEvent.balanceSet(reliance: "r1", balance: Sample.maintain, answers: [:])
      #expect((desk.refusal(of: event) == nil) == (limb.status != .absolute), "\(limb.cite)")
    }
  }

  @Test("a factor needs words of the authority's own")
  func factorWords() throws {
    let desk = try Desk.drafted()
    let factor = Factor(id: "d2", side: .disclose, words: "")
    #expect(
      desk.refusal(of: .factorSet(reliance: "r1", factor: factor))
        == Refusal(.invalid, "Put the factor in your own words.", field: "words"))
    #expect(
      desk.refusal(of: .factorRemoved(reliance: "r1", factor: "d2"))
        == Refusal(.invalid, "The factor has already been removed."))
  }

  @Test("the level of likelihood is one that the limb asks for", arguments: Likelihood.allCases)
  func likelihood(_ level: Likelihood) throws {
    let desk = try Desk.drafted()
    let crime = desk.refusal(of: .harmSet(reliance: "r1", harm: Harm(likelihood: level)))
    let security = desk.refusal(of: .harmSet(reliance: "r2", harm: Harm(likelihood: level)))
    if level == .required {
      #expect(
        crime
          == Refusal(
            .unlawful,
            "s31(1)(a) asks for: disclosure would, or would be likely to, prejudice. 'required for "
              + "the purpose' is not its test.", citation: "FOIA s.31(1)(a)", field: "likelihood"))
      #expect(security == nil)
    } else {
      #expect(crime == nil)
      #expect(security?.code == .unlawful && security?.field == "likelihood")
      #expect(security?.citation == "FOIA s.24(1)")
      #expect(security?.message.hasSuffix("'\(level.words)' is not its test.") == true)
    }
  }

  @Test("harm without a level yet is accepted")
  func noLevelYet() throws {
    #expect(try Desk.drafted().refusal(of: .harmSet(reliance: "r1", harm: Harm())) == nil)
  }

  @Test("an absolute limb stands outside the cumulative balance")
  func cumulativeAbsolute() throws {
    #expect(
      try drafted(with: "foia-40-1").refusal(of: cumulative("r1", "r3"))
        == Refusal(
          .unlawful, "s40(1) is absolute and stands outside any weighing.",
          citation: "[2025] UKSC 27", field: "reliances"))
  }

  @Test("a limb that is not shown to be engaged stands outside the cumulative balance")
  func cumulativeNotEngaged() throws {
    var desk = try drafted(with: "foia-43-2")
    #expect(
      desk.refusal(of: cumulative("r1", "r3"))
        == Refusal(
          .unlawful,
          "s43(2) is not shown to be engaged: its harm has no level of likelihood yet. Each "
            + "exemption has to be engaged before interests are weighed together.",
          citation: "[2025] UKSC 27", field: "reliances"))
    try desk.accept(.harmSet(reliance: "r3", harm: Sample.likelyHarm))
    #expect(desk.refusal(of: cumulative("r1", "r3")) == nil)
  }

  @Test(
    "a limb that depends on the kind of information alone needs no level to be weighed together")
  func cumulativeClassBased() throws {
    #expect(try drafted(with: "foia-43-1").refusal(of: cumulative("r1", "r3")) == nil)
  }

  @Test("only interests in the same information are weighed together")
  func cumulativeNoSharedItem() throws {
    let desk = try drafted(with: "foia-43-1", ["suppliers"])
    #expect(
      desk.refusal(of: cumulative("r2", "r3"))
        == Refusal(
          .unlawful,
          "The exemptions share no item; only interests in the same information can be weighed "
            + "together.", citation: "[2025] UKSC 27", field: "reliances"))
    #expect(desk.refusal(of: cumulative("r1", "r3")) == nil)
    // Two by two they share an item; all three share none.
    #expect(desk.refusal(of: cumulative("r1", "r2", "r3"))?.code == .unlawful)
  }

  @Test("it takes two to be weighed together, and two names of one are not two")
  func cumulativeAlone() throws {
    let desk = try Desk.drafted()
    let expected = Refusal(
      .invalid, "Choose at least two exemptions to weigh together.", citation: "[2025] UKSC 27",
      field: "reliances")
    #expect(desk.refusal(of: cumulative()) == expected)
    #expect(desk.refusal(of: cumulative("r1")) == expected)
    #expect(desk.refusal(of: cumulative("r1", "r1")) == expected)
  }
}
