import Casework
import InformationLaw
import PublicInterest
import Testing

@Suite("What an event does to the decision")
struct DecisionFoldTests {
  @Test("what is held stays with a question whose words did not change, and with no other")
  func questionsSet() throws {
    var desk = try Desk.drafted()
    try desk.accept(
      .questionsSet(questions: [
        Question(id: "q1", text: Sample.registration.questions[0].text),
        Question(id: "q2", text: "Who audits them, and when?"),
        Question(id: "q3", text: "What does it cost?", holding: Sample.held),
      ]))
    let questions = try desk.decision().questions
    #expect(questions.map(\.id) == ["q1", "q2", "q3"])
    #expect(questions.map(\.holding) == [Sample.held, nil, nil])
  }

  @Test("an item no longer answers a question that was taken away")
  func questionTakenAway() throws {
    var desk = try Desk.registered()
    try desk.accept(
      .itemSet(
        item: Item(id: "i", questions: ["q1", "q2"], kind: .document, description: "A report")))
    try desk.accept(.questionsSet(questions: [Sample.registration.questions[1]]))
    #expect(try desk.decision().items.map(\.questions) == [["q2"]])
  }

  @Test("an item set again takes the place of the old one")
  func itemSetAgain() throws {
    var desk = try Desk.drafted()
    var item = Sample.suppliers
    item.outcome = .release
    try desk.accept(.itemSet(item: item))
    #expect(try desk.decision().items == [item, Sample.versions])
  }

  @Test("a removed item is taken from every reliance")
  func itemRemoved() throws {
    var desk = try Desk.drafted()
    try desk.accept(.itemRemoved(item: "versions"))
    #expect(try desk.decision().items == [Sample.suppliers])
    #expect(try desk.reliance("r1").items == ["suppliers"])
    #expect(try desk.reliance("r2").items == [])
  }

  @Test("a reliance set again keeps its harm, its factors and its balance")
  func relianceSetAgain() throws {
    var desk = try Desk.drafted()
    let before = try desk.reliance("r1")
    let head = Reliance(
      id: "r1", limb: "foia-31-1-a", items: ["suppliers"], reason: "A better reason",
      function: "Policing", purposes: ["a"], isAlternative: true, onFile: [:])
    try desk.accept(.relianceSet(reliance: head))
    var expected = head
    expected.harm = before.harm
    expected.factors = before.factors
    expected.balance = before.balance
    #expect(try desk.reliance("r1") == expected)
    #expect(try desk.decision().reliances.map(\.id) == ["r1", "r2"])
  }

  @Test("setting a reliance records no harm, factor or balance: those are acts of their own")
  func relianceHead() throws {
    var desk = try Desk.registered()
    try desk.accept(.itemSet(item: Sample.suppliers))
    var whole = Sample.crime
    whole.items = ["suppliers"]
    let head = whole
    whole.harm = Sample.requiredHarm
    whole.factors = [Sample.forDisclosure]
    whole.balance = Sample.maintain
    try desk.accept(.relianceSet(reliance: whole))
    #expect(try desk.reliance("r1") == head)
  }

  @Test("giving up a reliance ends the cumulative balance it is part of, and no other")
  func relianceRemoved() throws {
    var desk = try Desk.drafted()
    var third = Sample.security
    third.id = "r3"
    third.limb = "foia-43-2"
    try desk.accept(.relianceSet(reliance: third))
    try desk.accept(.relianceRemoved(reliance: "r3"))
    #expect(try desk.decision().cumulative == Sample.cumulative)
    try desk.accept(.relianceRemoved(reliance: "r2"))
    #expect(try desk.decision().cumulative == nil)
    #expect(try desk.decision().reliances.map(\.id) == ["r1"])
  }

  @Test("a factor set again takes the place of the old one, and a removed one is gone")
  func factors() throws {
    var desk = try Desk.drafted()
    var factor = Sample.forMaintaining
    factor.weight = .slight
    try desk.accept(.factorSet(reliance: "r1", factor: factor))
    #expect(try desk.reliance("r1").factors.last == factor)
    #expect(try desk.reliance("r1").factors.map(\.id) == ["d1", "m1"])
    try desk.accept(.factorRemoved(reliance: "r1", factor: "d1"))
    #expect(try desk.reliance("r1").factors == [factor])
  }

  @Test("how the balance answers a factor is not lost when the factor is saved again")
  func answerIsKept() throws {
    var desk = try Desk.drafted()
    var factor = Sample.forDisclosure
    factor.reason = "The contracts are very large"
    factor.answer = ""
    try desk.accept(.factorSet(reliance: "r1", factor: factor))
    factor.answer = "The totals are given."
    #expect(try desk.reliance("r1").factors.first == factor)
  }

  @Test("a balance answers the factors it names and leaves the others alone")
  func answers() throws {
    var desk = try Desk.drafted()
    try desk.accept(
      .balanceSet(reliance: "r1", balance: Sample.disclose, answers: ["m1": "True.", "x": "?"]))
    let reliance = try desk.reliance("r1")
    #expect(reliance.balance == Sample.disclose)
    #expect(reliance.factors.map(\.answer) == ["The totals are given.", "True."])
    try desk.accept(.balanceRemoved(reliance: "r1"))
    #expect(try desk.reliance("r1").balance == nil)
    #expect(try desk.reliance("r2").balance == Sample.maintain)
  }

  @Test("harm is set for the reliance it is about")
  func harm() throws {
    var desk = try Desk.drafted()
    let harm = Harm(interest: "Another", likelihood: .would)
    try desk.accept(.harmSet(reliance: "r1", harm: harm))
    #expect(try desk.reliance("r1").harm == harm)
    #expect(try desk.reliance("r2").harm == Sample.requiredHarm)
  }

  @Test("there is one alternative of each form")
  func alternatives() throws {
    var desk = try Desk.drafted()
    let ranges = Alternative(form: .ranges, outcome: .notPossible, words: "Too few.")
    let totals = Alternative(form: .totals, outcome: .notPossible, words: "They give it away.")
    try desk.accept(.alternativeSet(alternative: ranges))
    try desk.accept(.alternativeSet(alternative: totals))
    #expect(try desk.decision().alternatives == [totals, ranges])
    try desk.accept(.alternativeRemoved(form: .totals))
    #expect(try desk.decision().alternatives == [ranges])
  }

  @Test("the cumulative balance and the advice are set and taken back as a whole")
  func cumulativeAndAdvice() throws {
    var desk = try Desk.drafted()
    var balance = Sample.cumulative
    balance.outcome = .disclose
    try desk.accept(.cumulativeSet(balance: balance))
    #expect(try desk.decision().cumulative == balance)
    try desk.accept(.cumulativeRemoved)
    #expect(try desk.decision().cumulative == nil)
    try desk.accept(.adviceSet(advice: ""))
    #expect(try desk.decision().advice == "")
  }
}
