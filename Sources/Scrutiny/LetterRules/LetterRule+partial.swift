import InformationLaw
import LetterReading

// Less than a full refusal: parts, redactions, alternatives.

extension LetterRule {
  static let partial = [
    considersParts, separatesExcepted, marksRedactions, considersAlternatives, emissions,
  ]

  private static let whole = LetterExample(
    "all of it, and no more said", on: ["s43(2)"], "The report is exempt under section 43(2).")

  /// Everything refused, and no word of parts or redaction. Whether the parts were looked at rightly a
  /// person judges.
  static let considersParts = LetterRule(
    "RN-110", when: \.keepsBackEverything, fails: [whole],
    passes: [
      LetterExample(
        "parts looked at", on: ["s43(2)"],
        "The report is exempt under section 43(2). We asked whether parts of it could be released.")
    ], check: checkParts)

  static let separatesExcepted = LetterRule(
    "RN-111", when: \.keepsBackEverything,
    fails: [
      LetterExample(
        "all of it", on: ["reg12(4)(e)"], regime: .eir,
        "The survey is excepted: regulation 12(4)(e).")
    ],
    passes: [
      LetterExample(
        "parts looked at", on: ["reg12(4)(e)"], regime: .eir,
        "Regulation 12(4)(e). Redaction would leave nothing that can be read.")
    ], check: checkParts)

  @Sendable private static func checkParts(_ letter: AuditedLetter, _ answer: inout Answer) {
    if !letter.says("considers-parts") {
      answer.object(
        .fail, "Everything is withheld, and no sign shows that parts were considered.",
        at: letter.firstMatch("implies-held") ?? letter.place(of: letter.spans([.decision])))
    }
  }

  /// A redaction that no provision is named for. The copies themselves are not in the letter.
  static let marksRedactions = LetterRule(
    "RN-112", when: { $0.keepsBack || $0.says("redacted") },
    fails: [
      LetterExample(
        "redacted for no reason", type: .partial, decision: .partial, basis: nil,
        "The e-mails are attached. Some have been redacted.")
    ],
    passes: [
      LetterExample(
        "redacted under a limb", on: ["s40(2)"], type: .partial, decision: .partial,
        "The e-mails are attached, with names redacted under section 40(2).")
    ]
  ) { letter, answer in
    answer.otherwise = .cannotAssess
    if letter.cited.isEmpty, !letter.says("says-exempt"), let place = letter.firstMatch("redacted")
    {
      answer.object(.fail, "Something is redacted, and no limb is named for it.", at: place)
    }
  }

  static let considersAlternatives = LetterRule(
    "RN-113", when: \.keepsBackEverything, fails: [whole],
    passes: [
      LetterExample(
        "a total", on: ["s43(2)"],
        "The prices are exempt under section 43(2). The total is £2 million.")
    ]
  ) { letter, answer in
    if letter.spans([.advice]).isEmpty, !letter.says("alternatives") {
      answer.object(
        .fail,
        "Everything is refused, and no total, range, category, older figure or later date is considered.",
        at: letter.place(of: letter.spans([.decision]), otherwise: letter.withheld.first))
    }
  }

  static let emissions = LetterRule(
    "RN-114", when: { letter in letter.says("emissions") },
    fails: [
      LetterExample(
        "because it was supplied", on: ["reg12(5)(f)"], regime: .eir,
        "The emissions of the plant are withheld: regulation 12(5)(f).")
    ],
    passes: [
      LetterExample(
        "on another ground", on: ["reg12(5)(b)"], regime: .eir,
        "The emissions of the plant are withheld: regulation 12(5)(b).")
    ]
  ) { letter, answer in
    for cited in letter.withheld {
      guard let limb = cited.limb,
        ["eir-12-5-d", "eir-12-5-e", "eir-12-5-f", "eir-12-5-g"].contains(limb.id),
        let place = letter.firstMatch("emissions"), !letter.says("no-emissions")
      else { continue }
      answer.object(
        .fail, "\(cited.cite) cannot be relied on for information on emissions.", at: place,
        limb: limb)
    }
  }
}
