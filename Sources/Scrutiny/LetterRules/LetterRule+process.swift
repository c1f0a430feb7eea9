import InformationLaw
import LetterReading

// How the decision was come to: for a person who has the file, unless the letter gives it away.

extension LetterRule {
  static let process = [
    applicantBlind, ownDecision, thirdPartiesConsulted, nothingAltered, historical, freshReview,
  ]

  private static func letter(
    _ says: String, on limb: String = "s43(2)", type: LetterType = .refusal, _ text: String
  ) -> LetterExample {
    LetterExample(says, on: [limb], type: type, "Section \(limb.dropFirst()) applies. \(text)")
  }

  /// Who asks matters only under ss.12, 14, 21 and 40(1).
  static let applicantBlind = LetterRule(
    "RN-140",
    when: { letter in
      !letter.relies(onSection: "12", "14", "21")
        && !letter.cited.contains { $0.provision == "40(1)" }
    },
    fails: [letter("a journalist", "As a journalist you would publish it.")],
    passes: [letter("nobody in particular", "Anybody who asked would be told the same.")]
  ) { letter, answer in
    letter.object(to: "who-asked", in: letter.spans(.everything.union([.decision])), into: &answer)
    {
      "\($0) speaks of who asked, which plays no part in the decision"
    }
    guard answer.objections.isEmpty else { return }
    letter.object(to: "speaks-of-asker", into: &answer) {
      "\($0) speaks of who asked, which plays no part in the decision"
    }
  }

  static let ownDecision = LetterRule(
    "RN-141", when: \.isRefusal,
    fails: [
      letter("told to", "We have been instructed by the national unit to refuse such requests.")
    ],
    passes: [letter("advised", "Having taken advice, we decided for the reasons below.")]
  ) { letter, answer in
    letter.object(to: "instructed", into: &answer) { "\($0) is no decision of the authority's own" }
  }

  static let thirdPartiesConsulted = LetterRule(
    "RN-142", when: \.isRefusal,
    fails: [letter("without permission", "The consultants have not given permission.")],
    passes: [letter("asked, and decided", "We asked the consultants, and decided that it applies.")]
  ) { letter, answer in
    letter.object(to: "permission-refused", into: &answer) {
      "\($0) leaves the decision to somebody else"
    }
  }

  static let nothingAltered = LetterRule(
    "RN-143",
    fails: [letter("deleted since", "The thread was deleted after your request was received.")],
    passes: [letter("preserved", "The thread is kept.")]
  ) { letter, answer in
    letter.object(to: "altered-since", into: &answer) {
      "\($0) says that records were altered after the request"
    }
  }

  /// A record said to be old under a limb that age takes away (ss.63 and 64).
  static let historical = LetterRule(
    "RN-144",
    when: { letter in
      letter.regime == .foia && letter.says("historical-record")
        && letter.withheld.contains { $0.isCertainly { $0.expiry.rule != "none" } }
    },
    fails: [letter("more than 30 years", on: "s35(1)(a)", "The file is more than 30 years old.")],
    passes: [
      letter(
        "open question", on: "s35(1)(a)", "We asked whether it is a historical record; it is not.")
    ]
  ) { letter, answer in
    answer.otherwise = .cannotAssess
    for cited in letter.withheld where cited.isCertainly({ $0.expiry.rule == "historical" }) {
      letter.object(to: "over-thirty-years", limb: cited.limb, into: &answer) {
        "\($0): \(cited.cite) has fallen away with age"
      }
    }
  }

  static let freshReview = LetterRule(
    "RN-145", when: { $0.reading.letterType == .internalReview },
    fails: [
      letter(
        "the same person", type: .internalReview, "I have reviewed my own decision and uphold it.")
    ],
    passes: [
      letter(
        "another person", type: .internalReview,
        "I took no part in the first decision and looked at all of it again.")
    ]
  ) { letter, answer in
    letter.object(to: "same-reviewer", into: &answer) { "\($0) is no review by somebody else" }
  }
}
