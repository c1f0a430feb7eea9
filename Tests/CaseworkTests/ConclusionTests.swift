import Casework
import InformationLaw
import PublicInterest
import Testing

@Suite("What a decision needs before it is sent for approval, and approved")
struct ConclusionTests {
  @Test("a whole draft can be sent")
  func whole() throws {
    #expect(try Desk.drafted().refusal(of: .submitted) == nil)
  }

  @Test("a question without a record of what is held stops it")
  func holding() throws {
    var desk = try Desk.drafted()
    try desk.accept(
      .questionsSet(
        questions: Sample.registration.questions + [Question(id: "q3", text: "Since when?")]))
    #expect(
      desk.refusal(of: .submitted)
        == Refusal(
          .invalid, "Question q3 has no record yet of whether anything is held.",
          citation: "FOIA s.1(1)(a)"))
  }

  @Test("an item that is neither released nor withheld stops it")
  func undecided() throws {
    var desk = try Desk.drafted()
    var item = Sample.suppliers
    item.outcome = nil
    try desk.accept(.itemSet(item: item))
    #expect(
      desk.refusal(of: .submitted)
        == Refusal(.invalid, "'The names of the suppliers' is neither released nor withheld yet."))
  }

  @Test("a withheld item without an exemption stops it")
  func withheldWithoutExemption() throws {
    var desk = try Desk.drafted()
    try desk.accept(.relianceRemoved(reliance: "r1"))
    #expect(
      desk.refusal(of: .submitted)
        == Refusal(
          .unlawful,
          "'The names of the suppliers' is withheld and no exemption is relied on for it.",
          citation: "FOIA s.17(1)(b)"))
  }

  @Test("a qualified limb that is not weighed stops it, even beside one that is")
  func unbalanced() throws {
    var desk = try Desk.drafted()
    try desk.accept(.balanceRemoved(reliance: "r2"))
    #expect(
      desk.refusal(of: .submitted)
        == Refusal(
          .unlawful, "s24(1) is qualified and cannot be concluded without a balance.",
          citation: "FOIA s.2(2)(b)"))
  }

  @Test("an absolute limb needs no balance")
  func absolute() throws {
    var desk = try Desk.drafted()
    try desk.accept(
      .relianceSet(reliance: Reliance(id: "r3", limb: "foia-40-1", items: ["versions"])))
    #expect(desk.refusal(of: .submitted) == nil)
  }

  @Test("an item stays withheld only while a balance maintains an exemption for it")
  func disclose() throws {
    var desk = try Desk.drafted()
    try desk.accept(.cumulativeRemoved)
    func strike(_ reliance: String, _ balance: Balance) throws {
      try desk.accept(.balanceSet(reliance: reliance, balance: balance, answers: [:]))
    }
    // The versions are withheld under r1 as well, so r2 alone releases nothing.
    try strike("r2", Sample.disclose)
    #expect(desk.refusal(of: .submitted) == nil)
    // Now neither limb carries either item.
    try strike("r1", Sample.disclose)
    #expect(
      desk.refusal(of: .submitted)
        == Refusal(
          .unlawful,
          "The balance under s31(1)(a) comes down for disclosure, but 'The names of the suppliers' "
            + "is still withheld.", citation: "FOIA s.2(2)(b)"))
    var suppliers = Sample.suppliers
    suppliers.outcome = .release
    try desk.accept(.itemSet(item: suppliers))
    #expect(
      desk.refusal(of: .submitted)
        == Refusal(
          .unlawful,
          "The balances under s31(1)(a) and s24(1) come down for disclosure, but 'The versions in "
            + "use' is still withheld.", citation: "FOIA s.2(2)(b)"))
    // The interests together may outweigh what neither does alone.
    try desk.accept(.cumulativeSet(balance: Sample.cumulative))
    #expect(desk.refusal(of: .submitted) == nil)
    var against = Sample.cumulative
    against.outcome = .disclose
    try desk.accept(.cumulativeSet(balance: against))
    #expect(desk.refusal(of: .submitted)?.citation == "FOIA s.2(2)(b)")
    // An absolute limb carries the item whatever the balances say.
    try desk.accept(
      .relianceSet(reliance: Reliance(id: "r3", limb: "foia-40-1", items: ["versions"])))
    #expect(desk.refusal(of: .submitted) == nil)
  }

  @Test("a cumulative balance carries only the items that all its limbs share")
  func cumulativeCarriesSharedItems() throws {
    var desk = try Desk.drafted()
    try desk.accept(.balanceSet(reliance: "r1", balance: Sample.disclose, answers: [:]))
    #expect(
      desk.refusal(of: .submitted)?.message.contains("'The names of the suppliers'") == true)
  }

  @Test("a cumulative balance that no longer stands in law stops it")
  func cumulativeUndone() throws {
    var desk = try Desk.drafted()
    try desk.accept(.harmSet(reliance: "r2", harm: Harm()))
    #expect(desk.refusal(of: .submitted)?.citation == "[2025] UKSC 27")
    try desk.accept(.harmSet(reliance: "r2", harm: Sample.requiredHarm))
    var elsewhere = Sample.crime
    elsewhere.items = ["suppliers"]
    try desk.accept(.relianceSet(reliance: elsewhere))
    #expect(desk.refusal(of: .submitted)?.citation == "[2025] UKSC 27")
    try desk.accept(.cumulativeRemoved)
    #expect(desk.refusal(of: .submitted) == nil)
  }

  @Test("a limb that is relied on for no item stops it")
  func noItem() throws {
    var desk = try Desk.drafted()
    try desk.accept(.cumulativeRemoved)
    try desk.accept(.itemRemoved(item: "versions"))
    #expect(
      desk.refusal(of: .submitted)
        == Refusal(
          .unlawful, "s24(1) is relied on for no item. Tie it to one, or give it up.",
          citation: "FOIA s.17(1)(b)"))
    try desk.accept(.relianceRemoved(reliance: "r2"))
    #expect(desk.refusal(of: .submitted) == nil)
  }

  @Test("a decision with unlawful findings is approved only with a reason")
  func unlawfulFindings() throws {
    let desk = try Desk.drafted(upTo: "submitted")
    func refusal(_ despite: String?, _ count: Int) -> Refusal? {
      desk.refusal(
        of: .approved(on: Sample.today, by: "Head", despite: despite, release: Sample.manifest),
        by: .decisionMaker,
        unlawfulFindings: count)
    }
    #expect(refusal(nil, 0) == nil)
    #expect(
      refusal(nil, 1)
        == Refusal(
          .unlawful,
          "The draft has 1 unlawful finding. Return it, or approve it in spite of them and say "
            + "why.", citation: "FOIA s.17", field: "despite"))
    #expect(refusal(nil, 3)?.message.hasPrefix("The draft has 3 unlawful findings.") == true)
    #expect(refusal("", 1)?.field == "despite")
    #expect(refusal(" \n", 1)?.field == "despite")
    #expect(refusal("The finding is about another form.", 1) == nil)
  }

  @Test("the findings are counted for an approval without a reason, and for nothing else")
  func countedOnlyForApproval() throws {
    for state in ["open", "submitted", "approved"] {
      let desk = try Desk.drafted(upTo: state)
      for event in Sample.eventOfEachAct {
        var counted = false
        try? desk.rules.check(
          event, by: .decisionMaker, on: desk.subject, today: Sample.today,
          unlawfulFindings: {
            counted = true
            return 0
          })
        #expect(counted == (event.act == "approved" && state == "submitted"), "\(event.act)")
      }
    }
  }
}
