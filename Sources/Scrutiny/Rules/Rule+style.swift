import DataFiles
import InformationLaw
import PublicInterest

// Manner: plain, civil, accessible.

extension Rule {
  static let style = [
    plainWords, guidanceCurrent, servesThisRequest, civil, makesSense, accessibleFormat,
  ]

  /// 1. Acronyms are looked for in the letter, where a reader meets them, and found at the field of the
  ///    decision that brings them there, if there is one.
  /// 2. Those that the requester used need no explaining.
  static let plainWords = Rule(
    "RN-150",
    breaks: [
      Example("an acronym", at: "letter/reliance/crime") {
        $0.write("reliance/crime", "The SIRO would be likely to object.")
      },
      Example("an acronym of the decision's", at: "reliance/0/harm/evidence/0/source") {
        $0.reliances[0].harm.evidence[0].source = "The SIRO"
        $0.write("reliance/crime", "The SIRO knows.", derived: true)
      },
    ],
    passes: [
      Example("an acronym explained") {
        $0.write(
          "reliance/crime", "The Senior Information Risk Owner (SIRO) objects. The SIRO knows.")
      },
      Example("an acronym of the requester's") {
        $0.questions[0].text = "What did the SIRO say?"
        $0.write("reliance/crime", "The SIRO objected.")
      },
    ]
  ) { context, answer in
    guard let letter = context.letter else { return answer.otherwise = .cannotAssess }
    let asked = context.decision.questions.flatMap { question in
      let text = WordedText(question.text)
      return text.words.map { text.text($0.range) }
    }
    let known = (context.phrases.words["known-acronyms"] ?? []).union(asked)
    for acronym in Acronyms.unexplained(in: letter.map(\.text), known: known) {
      let message = "'\(acronym.word)' is never explained."
      let section = letter[acronym.text]
      let word = WordedText(acronym.word).words
      let source =
        context.isEdited(section)
        ? nil : context.passages(.everything).first { $0.text.contains(word) }
      if let source {
        answer.fail(source.field, message, limb: source.limb)
      } else {
        answer.fail(section.field, message, at: acronym.range)
      }
    }
  }

  static let guidanceCurrent = Rule.asked("RN-151") { context in
    context.finds(
      "guidance-cited", in: context.passages(.everything) + (context.letter ?? []))
  }

  static let servesThisRequest = Rule.asked("RN-152")

  static let civil = Rule(
    "RN-153",
    breaks: [
      Example("a time waster", at: "reliance/0/reason") {
        $0.reliances[0].reason = "Requests of this kind are for time-wasters."
      },
      Example("an officer's temper", at: "letter/advice") {
        $0.write("advice", "Had you read our last letter, you would know.")
      },
    ]
  ) { context, answer in
    context.object(
      to: "disparaging", in: context.passages(.everything), into: &answer
    ) { quote, _ in "\(quote) is not civil" }
  }

  static let makesSense = Rule.asked("RN-154")

  static let accessibleFormat = Rule.asked("RN-155")
}
