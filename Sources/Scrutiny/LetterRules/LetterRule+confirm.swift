import InformationLaw
import LetterReading

// Saying whether information is held.

extension LetterRule {
  static let confirm = [
    saysWhetherHeld, saysThatItHolds, saysNotHeld, citesExclusion, hintsAtNothing,
  ]

  /// Words that assume that it is held are no statement that it is.
  static let saysWhetherHeld = LetterRule(
    "RN-020",
    when: { letter in
      !letter.neitherConfirmsNorDenies
        && !letter.cited.contains { $0.limb?.id == "foia-12-2" || $0.section == "14" }
    },
    fails: [
      LetterExample("not a word", on: ["s43(2)"], "Section 43(2) protects commercial interests."),
      LetterExample(
        "only implied", on: ["s43(2)"], "The withheld prices are commercial: section 43(2)."),
    ],
    passes: [
      LetterExample("held", on: ["s43(2)"], "We hold the prices. Section 43(2) exempts them."),
      LetterExample(
        "sent", type: .disclosure, decision: .fullDisclosure, basis: nil,
        "The prices are attached."),
    ], check: checkHeld)

  static let saysThatItHolds = LetterRule(
    "RN-021", when: { !$0.neitherConfirmsNorDenies && $0.keepsBack },
    fails: [
      LetterExample(
        "not a word", on: ["FOISA s33(1)(b)"], regime: .foisa, "Section 33(1)(b) protects prices.")
    ],
    passes: [
      LetterExample(
        "held", on: ["FOISA s33(1)(b)"], regime: .foisa,
        "We hold the prices. They are exempt under section 33(1)(b).")
    ], check: checkHeld)

  @Sendable private static func checkHeld(_ letter: AuditedLetter, _ answer: inout Answer) {
    if letter.says("states-holding") || letter.says("gives-information") { return }
    if let implied = letter.firstMatch("implies-held") {
      answer.object(
        .partial, "The letter implies that the information is held and never says so.", at: implied)
    } else {
      answer.missing(
        from: letter, "The letter never says whether the information is held.", at: letter.beginning
      )
    }
  }

  /// 1. Said in clear terms.
  /// 2. On review, where the answer has been challenged, with what was searched.
  static let saysNotHeld = LetterRule(
    "RN-022",
    when: { letter in
      letter.reading.decision == .notHeld || !letter.spans([.notHeld]).isEmpty
        || letter.cited.contains { $0.exemption.role == .notHeld }
    },
    fails: [
      LetterExample(
        "unable to assist", type: .notHeld, decision: .notHeld, basis: nil,
        "{not_held} We are unable to assist with this enquiry."),
      LetterExample(
        "on review, and no search", type: .internalReview, decision: .notHeld, basis: nil,
        "{not_held} We remain of the view that the minutes are not held."),
    ],
    passes: [
      LetterExample(
        "not held", type: .notHeld, decision: .notHeld, basis: nil,
        "{not_held} We do not hold any minutes of that meeting.")
    ]
  ) { letter, answer in
    let place = letter.place(of: letter.spans([.notHeld]))
    if !letter.says("says-not-held") {
      answer.object(
        .fail, "The letter does not say in clear terms that the information is not held.", at: place
      )
    } else if letter.reading.letterType == .internalReview, !letter.says("searches") {
      answer.object(
        .partial, "The review does not say where the information was looked for.", at: place)
    }
  }

  /// A limb that exempts content takes nothing away from the duty to confirm or deny.
  static let citesExclusion = LetterRule(
    "RN-023", when: \.neitherConfirmsNorDenies,
    fails: [
      LetterExample(
        "the limb for content", on: ["ncnd s43(2)"], type: .neitherConfirmNorDeny,
        decision: .neitherConfirmNorDeny,
        "We neither confirm nor deny holding it. Section 43(2) applies.")
    ],
    passes: [
      LetterExample(
        "the exclusion", on: ["ncnd s43(3)"], type: .neitherConfirmNorDeny,
        decision: .neitherConfirmNorDeny,
        "We neither confirm nor deny holding it. Section 43(3) applies.")
    ]
  ) { letter, answer in
    let excluding = letter.excludingConfirmation
    if excluding.isEmpty {
      answer.object(
        .fail, "The letter neither confirms nor denies and cites no provision that allows it.",
        at: letter.place("neither-confirm"))
    }
    for cited in excluding {
      if cited.family.isEmpty {
        answer.otherwise = .cannotAssess
      } else if !cited.family.contains(where: { $0.kind == .neitherConfirmNorDeny }) {
        answer.object(
          .fail,
          "\(cited.cite) exempts content; it does not take away the duty to confirm or deny.",
          at: letter.place(of: cited), limb: cited.limb)
      }
    }
  }

  /// Words that say outright that it is held. Hints only a person can see.
  static let hintsAtNothing = LetterRule(
    "RN-024", when: { $0.reading.neitherConfirmsNorDenies },
    fails: [
      LetterExample(
        "it gives it away", on: ["ncnd s31(3)"], type: .neitherConfirmNorDeny,
        decision: .neitherConfirmNorDeny,
        "We neither confirm nor deny holding it. The information we hold is sensitive. Section 31(3)."
      )
    ],
    passes: [
      LetterExample(
        "not a word", on: ["ncnd s31(3)"], type: .neitherConfirmNorDeny,
        decision: .neitherConfirmNorDeny,
        "We neither confirm nor deny that we hold it. Section 31(3) applies.")
    ]
  ) { letter, answer in
    letter.object(to: "reveals-holding", without: letter.isConditional, into: &answer) {
      "\($0) gives away that the information is held"
    }
  }
}

extension AuditedLetter {
  /// Whether a sentence speaks of what might be held and not of what is.
  func isConditional(_ match: Range<Int>) -> Bool {
    let sentence = text.sentence(around: match)
    return hits["conditional"].contains { sentence.overlaps($0) }
  }
}
