import InformationLaw
import Letters
import PublicInterest
import Testing

@Suite("Officers' words in a letter's sentences")
struct PhraseTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  /// The harm in a letter.
  private func harm(_ harm: Harm) throws -> String {
    var decision = try fixture.bare()
    decision.reliances = [Reliance(id: "r", limb: "foia-31-1-a", items: [], harm: harm)]
    let text = Letter(decision: decision, book: fixture.book).text("reliance/r")
    return String(text.split(separator: "\n\n").last ?? "")
  }

  @Test(
    "a phrase goes on from the sentence; a sentence or a name stands after a colon",
    arguments: [
      ("Which doors are locked", "Disclosure would show which doors are locked."),
      ("the Hague office's plan", "Disclosure would show the Hague office's plan."),
      ("Our rota", "Disclosure would show our rota."),
      (
        "It could point to weak doors.", "What disclosure would show: It could point to weak doors."
      ),
      ("Northmoor's rota", "What disclosure would show: Northmoor's rota."),
      ("iPads in use", "What disclosure would show: iPads in use."),
      ("National plans", "What disclosure would show: national plans."),
      ("Foreign Office plans", "What disclosure would show: Foreign Office plans."),
    ])
  func shows(text: String, sentence: String) throws {
    #expect(try harm(Harm(shows: text)) == sentence)
  }

  @Test(
    "those who have a use for it",
    arguments: [
      ("Criminal groups", "That is of use to criminal groups."),
      (
        "Criminal Records Office staff",
        "Those who have a use for that: Criminal Records Office staff."
      ),
      ("Anyone in Northmoor", "That is of use to anyone in Northmoor."),
      ("Smith & Co.", "Those who have a use for that: Smith & Co."),
    ])
  func who(text: String, sentence: String) throws {
    #expect(try harm(Harm(who: text)) == sentence)
  }

  @Test(
    "a sentence ends once, whatever it ended with",
    arguments: [
      ("they wait", "They wait."), ("They wait.", "They wait."), ("Why wait?", "Why wait?"),
      ("they wait;", "They wait."), ("they \"wait\"", "They \"wait\"."),
      ("they say: “Wait.”", "They say: “Wait.”"), ("they\nwait ", "They wait."),
      ("eForms are filled in", "eForms are filled in."),
    ])
  func ending(text: String, sentence: String) throws {
    #expect(try harm(Harm(how: text)) == sentence)
  }

  @Test("longer texts keep their paragraphs and lists, not the line breaks of a text field")
  func paragraphs() throws {
    var decision = try fixture.disclosed()
    decision.advice = "You could ask\nfor less:\n\n- one year\n- one ward\n\nwe would help"
    #expect(
      Letter(decision: decision, book: fixture.book).section(.advice)?.derived == [
        .paragraph("You could ask for less:"), .bullets(["one year", "one ward"]),
        .paragraph("We would help."),
      ])
  }
}
