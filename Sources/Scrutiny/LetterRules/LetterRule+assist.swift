import InformationLaw
import LetterReading

// Help and advice (s.16, EIR reg 9), vexatious and repeated requests, and who else may hold it.

extension LetterRule {
  static let assist = [
    aboutRequest, earlierComplied, subjectAccess, helpedFirst, otherHolder, whoCompletes,
  ]

  private static func vexatious(
    _ says: String, on limb: String = "vexatious s14(1)", _ text: String
  ) -> LetterExample {
    LetterExample(says, on: [limb], type: .vexatiousRefusal, basis: .vexatious, text)
  }

  static let aboutRequest = LetterRule(
    "RN-124",
    when: { letter in
      letter.regime == .foia
        && letter.relied.contains { $0.section == "14" && $0.provision != "14(2)" }
    },
    fails: [vexatious("a person", "Section 14(1) applies, in view of your conduct.")],
    passes: [
      vexatious("the request", "Section 14(1) applies: it is the ninth on one parking ticket.")
    ]
  ) { letter, answer in
    letter.object(to: "vexatious-person", into: &answer) {
      "\($0) speaks of the person; s14(1) is about the request"
    }
  }

  /// That the earlier request was complied with the letter may say, and when.
  static let earlierComplied = LetterRule(
    "RN-125",
    when: { letter in letter.regime == .foia && letter.relied.contains { $0.provision == "14(2)" }
    },
    fails: [
      vexatious(
        "refused last time", on: "vexatious s14(2)",
        "Section 14(2) applies: we refused the same request in June.")
    ],
    passes: [
      vexatious(
        "answered last time", on: "vexatious s14(2)",
        "Section 14(2) applies: we answered the same request on 3 June.")
    ]
  ) { letter, answer in
    answer.otherwise = .cannotAssess
    letter.object(to: "earlier-refused", into: &answer) {
      "\($0) shows that the earlier request was not complied with"
    }
  }

  static let subjectAccess = LetterRule(
    "RN-126",
    when: { letter in letter.regime == .foia && letter.relied.contains { $0.provision == "40(1)" }
    },
    fails: [LetterExample("nothing more", on: ["s40(1)"], "Your file is exempt: section 40(1).")],
    passes: [
      LetterExample(
        "the other way", on: ["s40(1)"],
        "Your file is exempt: section 40(1). We treat your letter as a subject access request.")
    ]
  ) { letter, answer in
    if !letter.says("subject-access"),
      let cited = letter.relied.first(where: { $0.provision == "40(1)" })
    {
      answer.object(
        .fail, "\(cited.cite) is relied on, and nothing tells the applicant of subject access.",
        at: letter.place(of: cited), limb: cited.limb)
    }
  }

  static let helpedFirst = LetterRule(
    "RN-127",
    when: { letter in letter.relied.contains { $0.provision.hasPrefix("12(4)(c)") } },
    fails: [
      LetterExample(
        "too broad", on: ["reg12(4)(c)"], regime: .eir,
        "Your request is too broad: regulation 12(4)(c).")
    ],
    passes: [
      LetterExample(
        "asked first", on: ["reg12(4)(c)"], regime: .eir,
        """
        On 3 March we asked you to clarify which river you meant and offered a list. It is still too general: \
        regulation 12(4)(c).
        """)
    ]
  ) { letter, answer in
    answer.otherwise = .cannotAssess
    if !letter.says("helped-before"),
      let cited = letter.relied.first(where: { $0.provision.hasPrefix("12(4)(c)") })
    {
      answer.object(
        .fail, "\(cited.cite) is relied on, and nothing shows that the applicant was helped first.",
        at: letter.place(of: cited), limb: cited.limb)
    }
  }

  /// Another body's business, and the body is not named.
  static let otherHolder = LetterRule(
    "RN-128", when: { $0.says("not-our-business") || $0.says("other-body") },
    fails: [
      LetterExample(
        "somebody else's", type: .notHeld, decision: .notHeld, basis: nil,
        "{not_held} The council is not responsible for street lighting and does not hold it.")
    ],
    passes: [
      LetterExample(
        "named", type: .notHeld, decision: .notHeld, basis: nil,
        """
        {not_held} The council is not responsible for street lighting. You may wish to contact Eastshire County \
        Council.
        """)
    ]
  ) { letter, answer in
    if !letter.says("other-body"), let place = letter.firstMatch("not-our-business") {
      answer.object(
        .fail, "The letter does not say which body may hold the information.", at: place)
    }
  }

  static let whoCompletes = LetterRule(
    "RN-129",
    when: { letter in letter.relied.contains { $0.provision.hasPrefix("12(4)(d)") } },
    fails: [
      LetterExample(
        "still being worked on", on: ["reg12(4)(d)"], regime: .eir,
        "The flood model is still being worked on: regulation 12(4)(d).")
    ],
    passes: [
      LetterExample(
        "who and when", on: ["reg12(4)(d)"], regime: .eir,
        """
        Regulation 12(4)(d). The model is being completed by the River Agency, which expects to finish it in \
        July.
        """)
    ]
  ) { letter, answer in
    guard let cited = letter.relied.first(where: { $0.provision.hasPrefix("12(4)(d)") }) else {
      return
    }
    if !letter.says("completed-by") {
      answer.object(
        .fail, "The letter does not name the body that is completing the material.",
        at: letter.place(of: cited), limb: cited.limb)
    } else if !letter.says("expected-by") {
      answer.object(
        .partial, "The letter does not say when the material is expected to be finished.",
        at: letter.place("completed-by"), limb: cited.limb)
    }
  }
}
