import DataFiles
import InformationLaw
import PublicInterest

// Manner: plain, civil, accessible.

extension Rule {
  static let style = [
    plainWords, guidanceCurrent, servesThisRequest, civil, makesSense, accessibleFormat,
  ]

  /// Acronyms are looked for in the letter, where a reader meets them.
  static let plainWords = Rule(
    "RN-150",
    breaks: [
      Example("an acronym", at: "letter/reliance/crime") {
        $0.write("reliance/crime", "The SIRO would be likely to object.")
      }
    ],
    passes: [
      Example("an acronym explained") {
        $0.write("reliance/crime", "The Senior Information Risk Owner (SIRO) objects. The SIRO knows.")
      }
    ]
  ) { context, answer in
    guard let letter = context.letter else { return answer.otherwise = .cannotAssess }
    let unexplained = Acronyms.unexplained(
      in: letter.map(\.text), known: context.phrases.words["known-acronyms"] ?? [])
    for acronym in unexplained {
      answer.fail(
        letter[acronym.text].field, "'\(acronym.word)' is never explained.", at: acronym.range)
    }
  }

  static let guidanceCurrent = Rule.asked("RN-151") { context in
    context.finds(
      "guidance-cited", in: context.passages(Set(Passage.Part.allCases)) + (context.letter ?? []))
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
      to: "disparaging", in: context.passages(Set(Passage.Part.allCases)), into: &answer
    ) { quote, _ in "\(quote) is not civil" }
  }

  static let makesSense = Rule.asked("RN-154")

  static let accessibleFormat = Rule.asked("RN-155")
}
