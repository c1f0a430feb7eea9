import InformationLaw
import LetterReading

// Neither confirming nor denying: what the stance may rest on, and what has to be argued for it.

extension LetterRule {
  static let exclusion = [
    harmFromConfirming, sameEitherWay, environmentalExclusion, scottishExclusion,
  ]

  private static func example(
    _ says: String, on limbs: [String] = ["ncnd s31(3)"], regime: Regime = .foia, _ text: String
  ) -> LetterExample {
    LetterExample(
      says, on: limbs, regime: regime, type: .neitherConfirmNorDeny,
      decision: .neitherConfirmNorDeny, text)
  }

  /// An argument in which the words for confirming and denying do not occur is about content.
  static let harmFromConfirming = LetterRule(
    "RN-025",
    when: { letter in letter.excludingConfirmation.contains(where: \.needsBalance) },
    fails: [
      example(
        "about content",
        "We neither confirm nor deny. Section 31(3).\n{harm s31(3)} The file would help a burglar.")
    ],
    passes: [
      example(
        "about saying so",
        "Section 31(3).\n{harm s31(3)} To confirm that a file exists would warn the burglar.")
    ]
  ) { letter, answer in
    for cited in letter.excludingConfirmation where cited.needsBalance {
      let parts = letter.spans(.everything, on: cited)
      guard !parts.isEmpty, !letter.says("about-confirming", in: parts) else { continue }
      answer.object(
        .fail,
        "The argument under \(cited.cite) is about the content and not about confirming or denying.",
        at: letter.place(of: parts), limb: cited.limb)
    }
  }

  /// A stance that is taken only where something is held gives the answer away. Whether it is taken
  /// alike for like requests only the files show.
  static let sameEitherWay = LetterRule(
    "RN-026", when: \.neitherConfirmsNorDenies,
    fails: [
      example(
        "only where something is held",
        "Section 31(3). Where we hold nothing we say so; here we neither confirm nor deny.")
    ],
    passes: [
      example(
        "in every case", "Section 31(3). We give the same answer whether or not anything is held.")
    ]
  ) { letter, answer in
    letter.object(to: "stance-gives-away", into: &answer) {
      "\($0) shows that the stance depends on what is held"
    }
  }

  static let environmentalExclusion = LetterRule(
    "RN-027", when: \.neitherConfirmsNorDenies,
    fails: [
      example(
        "the course of justice", on: ["ncnd reg12(5)(b)"], regime: .eir,
        "We neither confirm nor deny holding it. Regulation 12(5)(b) applies.")
    ],
    passes: [
      example(
        "public safety", on: ["ncnd reg12(6)"], regime: .eir,
        "Under regulation 12(6) we neither confirm nor deny: public safety, reg 12(5)(a).")
    ]
  ) { letter, answer in
    if letter.excludingConfirmation.isEmpty {
      answer.object(
        .fail, "The letter neither confirms nor denies and rests on no provision.",
        at: letter.place("neither-confirm"))
    }
    for cited in letter.excludingConfirmation {
      let isAllowed =
        cited.section == "13" || cited.provision.hasPrefix("12(5)(a)")
        || cited.provision.hasPrefix("12(6)")
      if !isAllowed {
        answer.object(
          .fail, "\(cited.cite) does not support neither confirming nor denying.",
          at: letter.place(of: cited), limb: cited.limb)
      }
    }
  }

  /// s.18, an exemption that it covers, and that revealing the position would be contrary to the public
  /// interest.
  static let scottishExclusion = LetterRule(
    "RN-028", when: \.neitherConfirmsNorDenies,
    fails: [
      example(
        "nothing beneath s.18", on: ["ncnd FOISA s18(1)"], regime: .foisa,
        "We neither confirm nor deny under section 18(1).")
    ],
    passes: [
      example(
        "all three", on: ["ncnd FOISA s18(1)", "ncnd FOISA s35(1)(a)"], regime: .foisa,
        """
        Under section 18(1) with section 35(1)(a) we neither confirm nor deny: to reveal whether it \
        exists would be contrary to the public interest.
        """)
    ]
  ) { letter, answer in
    let cited = letter.cited
    let absent = [
      ("does not name s.18", !cited.contains { $0.section == "18" }),
      ("names no exemption beneath it", !cited.contains { $0.section != "18" }),
      (
        "does not say that revealing the position would be contrary to the public interest",
        !letter.says("contrary-to-public-interest")
      ),
    ].filter(\.1).map(\.0)
    if !absent.isEmpty {
      answer.object(
        .fail, "The letter \(listed(absent)).",
        at: cited.first.map(letter.place) ?? letter.place("neither-confirm"))
    }
  }
}
