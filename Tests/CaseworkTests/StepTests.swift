import Casework
import InformationLaw
import PublicInterest
import Testing

@Suite("The steps from a request to a notice")
struct StepTests {
  private func next(_ desk: Desk) -> String? { desk.subject?.nextStep(book: desk.book) }

  /// One letter for each step: done, current, to do, not needed.
  private func progress(_ desk: Desk) -> String {
    let letters: [CaseStep.Progress: String] = [
      .done: "d", .current: "C", .todo: "t", .notNeeded: "-",
    ]
    return (desk.subject?.steps(book: desk.book) ?? []).map { letters[$0.progress] ?? "?" }
      .joined()
  }

  @Test("a whole case moves forward one step at a time, and always says what it waits for")
  func wholeCase() throws {
    var desk = try Desk.registered()
    var seen: [String] = []
    func look() { seen.append("\(progress(desk)) \(next(desk) ?? "nothing")") }
    look()
    for event in Sample.drafting {
      try desk.accept(event)
      look()
    }
    try desk.accept(.submitted)
    look()
    try desk.accept(Sample.approval, by: .decisionMaker)
    look()
    try desk.accept(Sample.issue)
    look()
    #expect(
      seen == [
        "dCt-----ttt Record what is held for question 1",
        "dCt-----ttt Record what is held for question 2",
        "ddC-----ttt Describe an item for question 1",
        "dddC--t-ttt Choose an exemption for 'The names of the suppliers'",
        "dddC--t-ttt Choose an exemption for 'The names of the suppliers'",
        "ddddCtt-ttt Evidence the harm under s31(1)(a)",
        "ddddCtt-ttt Evidence the harm under s31(1)(a)",
        "ddddCtt-ttt Evidence the harm under s24(1)",
        "dddddCt-ttt Weigh the public interest under s31(1)(a)",
        "dddddCt-ttt Weigh the public interest under s31(1)(a)",
        "dddddCt-ttt Weigh the public interest under s31(1)(a)",
        "dddddCt-ttt Weigh the public interest under s24(1)",
        "ddddddC-ttt Look for something less than a full refusal",
        "ddddddC-ttt Look for something less than a full refusal",
        "ddddddd-Ctt Check the letter and send it for approval",
        "ddddddd-Ctt Check the letter and send it for approval",
        "ddddddd-Ctt Check the letter and send it for approval",
        "dddddddCttt Make 'spending.xlsx' safe to release",
        "ddddddddCtt Check the letter and send it for approval",
        "dddddddddCt Approval by a second person",
        "ddddddddddC Issue the letter",
        "ddddddddddd nothing",
      ])
  }

  @Test("the steps come in the order of the work")
  func order() throws {
    let desk = try Desk.registered()
    #expect(desk.subject?.steps(book: desk.book).map(\.kind) == CaseStep.Kind.allCases)
  }

  @Test("where nothing is held, the answer needs no items, exemptions or harm")
  func nothingHeld() throws {
    var desk = try Desk.registered()
    try desk.accept(.holdingSet(question: "q1", holding: Sample.notHeld))
    try desk.accept(.holdingSet(question: "q2", holding: Sample.notHeld))
    #expect(progress(desk) == "dd------Ctt")
    #expect(next(desk) == "Check the letter and send it for approval")
  }

  @Test("an undecided item is decided first")
  func undecided() throws {
    var desk = try Desk.drafted()
    var item = Sample.versions
    item.outcome = nil
    try desk.accept(.itemSet(item: item))
    #expect(next(desk) == "Decide on 'The versions in use'")
  }

  @Test("where everything is released there is nothing to weigh and no less to look for")
  func released() throws {
    var desk = try Desk.registered()
    try desk.accept(.holdingSet(question: "q1", holding: Sample.held))
    try desk.accept(.holdingSet(question: "q2", holding: Sample.notHeld))
    var item = Sample.suppliers
    item.outcome = .release
    try desk.accept(.itemSet(item: item))
    #expect(progress(desk) == "ddd-----Ctt")
  }

  @Test("an absolute limb on a class of information asks for no harm and no balance")
  func absolute() throws {
    var desk = try Desk.registered()
    for event in Sample.drafting.prefix(3) { try desk.accept(event) }
    try desk.accept(
      .relianceSet(reliance: Reliance(id: "r1", limb: "foia-40-1", items: ["suppliers"])))
    #expect(progress(desk) == "dddd--C-ttt")
  }

  @Test("a returned draft waits for the letter again")
  func returned() throws {
    var desk = try Desk.drafted(upTo: "submitted")
    try desk.accept(.returned(reason: "Say more."))
    #expect(next(desk) == "Check the letter and send it for approval")
  }

  @Test("a draft that was sent waits for approval, whatever was left out of it")
  func leftOut() throws {
    var desk = try Desk.drafted()
    try desk.accept(.alternativeRemoved(form: .totals))
    try desk.accept(.harmSet(reliance: "r1", harm: Harm(likelihood: .would)))
    try desk.accept(.submitted)
    #expect(next(desk) == "Approval by a second person")
    try desk.accept(Sample.approval, by: .decisionMaker)
    #expect(next(desk) == "Issue the letter")
    try desk.accept(Sample.issue)
    #expect(next(desk) == nil)
    #expect(progress(desk) == "ddddtdtdddd")
  }
}
