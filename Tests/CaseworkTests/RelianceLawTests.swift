import Casework
import InformationLaw
import PublicInterest
import Testing

@Suite("The law on relying on a limb")
struct RelianceLawTests {
  /// A case with the two items and nothing relied on.
  private func described() throws -> Desk {
    var desk = try Desk.registered()
    for event in Sample.drafting.prefix(4) { try desk.accept(event) }
    return desk
  }

  private func reliance(
    _ id: String, _ limb: String, _ items: [String] = ["versions"], isAlternative: Bool = false
  ) -> CaseEvent {
    .relianceSet(
      reliance: Reliance(id: id, limb: limb, items: items, isAlternative: isAlternative))
  }

  @Test("every exemption can be relied on, and nothing else in the statute book")
  func everyLimb() throws {
    let desk = try described()
    for limb in desk.book.limbs where limb.regime == .foia {
      let refusal = desk.refusal(of: reliance("r1", limb.id))
      switch limb.kind {
      case .exemption: #expect(refusal == nil, "\(limb.cite)")
      case .neitherConfirmNorDeny:
        #expect(refusal?.code == .unlawful && refusal?.citation == limb.citation, "\(limb.cite)")
      case .procedural:
        #expect(refusal?.code == .unlawful && refusal?.citation == limb.citation, "\(limb.cite)")
      }
    }
    #expect(Set(desk.book.limbs.map(\.kind)) == Set(Limb.Kind.allCases))
  }

  @Test("a limb of another regime cannot be relied on")
  func otherRegime() throws {
    let refusal = try described().refusal(of: reliance("r1", "eir-12-5-b"))
    #expect(refusal?.code == .invalid && refusal?.field == "limb")
  }

  @Test("an exclusion of the duty to confirm or deny cannot withhold an item")
  func neitherConfirmNorDeny() throws {
    #expect(
      try described().refusal(of: reliance("r1", "foia-24-2"))
        == Refusal(
          .unlawful,
          "s24(2) is for neither confirming nor denying. It cannot withhold an item that the case "
            + "records as held; rely on an exemption for its content.", citation: "FOIA s.24(2)",
          field: "limb"))
  }

  @Test("a ground for refusing the request as such exempts no item")
  func procedural() throws {
    #expect(
      try described().refusal(of: reliance("r1", "foia-14-1"))
        == Refusal(
          .unlawful, "s14(1) refuses a request as such; it does not exempt an item.",
          citation: "FOIA s.14(1)", field: "limb"))
  }

  @Test("a limb that the statute book does not have is refused")
  func unknownLimb() throws {
    let refusal = try described().refusal(of: reliance("r1", "foia-99"))
    #expect(refusal?.code == .invalid && refusal?.field == "limb")
  }

  @Test(
    "limbs that exclude each other are refused on the same item, whichever comes first",
    arguments: [
      ("foia-23-1", "foia-24-1", "s23(1)", "s24(1)"),
      ("foia-30-1-a", "foia-31-1-a", "s30(1)(a)", "s31(1)(a)"),
    ])
  func excluding(_ one: String, _ other: String, _ oneCite: String, _ otherCite: String) throws {
    for (first, second, cites) in [
      (one, other, (otherCite, oneCite)), (other, one, (oneCite, otherCite)),
    ] {
      var desk = try described()
      try desk.accept(reliance("r1", first))
      #expect(
        desk.refusal(of: reliance("r2", second))
          == Refusal(
            .unlawful,
            "\(cites.0) and \(cites.1) cannot both apply to the same information. Tie them to "
              + "different items, or say that they are cited in the alternative.",
            citation: "FOIA s.\(cites.0.dropFirst()); FOIA s.\(cites.1.dropFirst())",
            field: "items"))
      #expect(desk.refusal(of: reliance("r2", second, isAlternative: true)) == nil)
      #expect(desk.refusal(of: reliance("r2", second, ["suppliers"])) == nil)
    }
  }

  @Test("the alternative holds for the pair whichever of the two says so, and only while one does")
  func alternativeOnEither() throws {
    var desk = try described()
    try desk.accept(reliance("r1", "foia-23-1", isAlternative: true))
    try desk.accept(reliance("r2", "foia-24-1"))
    #expect(desk.refusal(of: reliance("r1", "foia-23-1"))?.code == .unlawful)
    #expect(desk.refusal(of: reliance("r1", "foia-23-1", ["suppliers"])) == nil)
  }

  /// The book has no such pair today, so the test takes the alternatives out of it.
  @Test("limbs that exclude each other and may not be cited in the alternative stay refused")
  func noAlternative() throws {
    var desk = try described()
    try desk.accept(reliance("r1", "foia-30-1-b"))
    let files = StatuteBook.builtInFiles.mapValues { text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("    alternative_with:") }.joined(separator: "\n")
    }
    let rules = CaseRules(book: try StatuteBook(files: files), workflow: try Workflow.builtIn())
    let refusal = #expect(throws: Refusal.self) {
      try rules.check(
        reliance("r2", "foia-31-1-c", isAlternative: true), by: .officer, on: desk.subject,
        today: Sample.today)
    }
    #expect(refusal?.code == .unlawful)
    #expect(refusal?.message.hasSuffix("same information. Tie them to different items.") == true)
  }

  @Test("the same limb is relied on once for an item")
  func sameLimbTwice() throws {
    var desk = try described()
    try desk.accept(reliance("r1", "foia-31-1-a"))
    #expect(
      desk.refusal(of: reliance("r2", "foia-31-1-a", ["suppliers", "versions"]))
        == Refusal(.invalid, "s31(1)(a) is already relied on for this item.", field: "items"))
    #expect(desk.refusal(of: reliance("r2", "foia-31-1-a", ["suppliers"])) == nil)
    #expect(desk.refusal(of: reliance("r1", "foia-31-1-a", ["suppliers", "versions"])) == nil)
  }

  @Test("a reliance that was weighed cannot become one on an absolute limb")
  func absoluteAfterWeighing() throws {
    var desk = try Desk.drafted()
    let refused = Refusal(
      .unlawful,
      "s40(1) is absolute: nothing is weighed under it, and this reliance has been weighed. Rely on "
        + "s40(1) anew, and give this one up.", citation: "FOIA s.2(3)", field: "limb")
    #expect(
      desk.refusal(of: reliance("r1", "foia-40-1", ["suppliers", "versions"])) == refused)
    try desk.accept(.balanceRemoved(reliance: "r2"))
    try desk.accept(.harmSet(reliance: "r2", harm: Harm()))
    #expect(desk.refusal(of: reliance("r2", "foia-40-1")) == nil)
    #expect(desk.refusal(of: reliance("r1", "foia-31-1-b", ["suppliers"])) == nil)
  }

  @Test("a reliance whose harm has a level cannot become one on a limb with another test")
  func otherTest() throws {
    let desk = try Desk.drafted()
    let refusal = desk.refusal(of: reliance("r2", "foia-43-2"))
    #expect(
      refusal
        == Refusal(
          .unlawful,
          "s43(2) asks for: disclosure would, or would be likely to, prejudice. 'required for the "
            + "purpose' is not its test.", citation: "FOIA s.43(2)", field: "limb"))
    #expect(desk.refusal(of: reliance("r1", "foia-42-1", ["suppliers"]))?.field == "limb")
  }

  @Test("what an event names has to be in the case")
  func references() throws {
    let desk = try described()
    let refused: [(CaseEvent, String?)] = [
      (.holdingSet(question: "q9", holding: Sample.held), nil),
      (
        .itemSet(item: Item(id: "i", questions: ["q9"], kind: .other, description: "An item")),
        "questions"
      ),
      (.itemSet(item: Item(id: "i", questions: [], kind: .other, description: "")), "description"),
      (reliance("r1", "foia-31-1-a", ["nothing"]), "items"),
      (.harmSet(reliance: "r9", harm: Harm()), nil),
      (.factorSet(reliance: "r9", factor: Sample.forDisclosure), nil),
      (.factorRemoved(reliance: "r9", factor: "d1"), nil),
      (.balanceSet(reliance: "r9", balance: Sample.maintain, answers: [:]), nil),
      (.balanceRemoved(reliance: "r9"), nil),
      (.cumulativeSet(balance: Sample.cumulative), nil),
      (.letterEdited(section: "opening", text: ""), "text"),
      (.noteAdded(note: ""), "note"),
      (.questionsSet(questions: []), "questions"),
    ]
    for (event, field) in refused {
      let refusal = desk.refusal(of: event)
      #expect(refusal?.code == .invalid && refusal?.field == field, "\(event)")
    }
    #expect(
      try Desk.drafted(upTo: "submitted").refusal(of: .returned(reason: ""))
        == Refusal(.invalid, "Say what has to change.", field: "reason"))
  }

  @Test("an event on a case that is not there is refused")
  func noCase() throws {
    #expect(try Desk().refusal(of: .noteAdded(note: "A note"))?.code == .notAllowed)
  }
}
