import InformationLaw
import LetterReading

// Which exemption: that there is one, and down to the limb.

extension LetterRule {
  static let specify = [
    saysExempt, citesLimb, citesException, citesScottishExemption, namesFunction, namesCondition,
    namesOpinion,
  ]

  static let saysExempt = LetterRule(
    "RN-030", when: { $0.keepsBack || $0.hasUnexplainedRedactions },
    fails: [
      LetterExample("kept back in silence", "We will not be sending the last two pages.")
    ],
    passes: [LetterExample("exempt", on: ["s42(1)"], "The advice is exempt: section 42(1).")]
  ) { letter, answer in
    if letter.withheld.isEmpty, !letter.says("says-exempt") {
      answer.object(
        .fail, "Information is withheld, and the letter relies on no exemption.",
        at: letter.firstMatch("redacted") ?? letter.place(of: letter.spans([.decision])))
    }
  }

  /// 1. Somewhere the letter cites each limb down to subsection and paragraph.
  /// 2. Where the section leaves only one limb that can be meant it is found all the same, and the
  ///    citation is met in part.
  static let citesLimb = LetterRule(
    "RN-031", when: { letter in !letter.cited.isEmpty || letter.keepsBack },
    fails: [
      LetterExample("a bare section", on: ["s36 as section 36"], "It falls within section 36."),
      LetterExample("one limb", on: ["s42(1) as section 42"], "The advice is exempt: section 42."),
    ],
    passes: [
      LetterExample("in full", on: ["s36(2)(b)(i)"], "It falls within section 36(2)(b)(i).")
    ], check: { letter, answer in checkCitations(.foia, letter, &answer) })

  static let citesException = LetterRule(
    "RN-032", when: { letter in letter.keepsBack || !letter.cited.isEmpty },
    fails: [
      LetterExample("an internal matter", regime: .eir, "The file is an internal matter."),
      LetterExample(
        "a bare regulation", on: ["reg12 as regulation 12"], regime: .eir,
        "The file is excepted by regulation 12."),
    ],
    passes: [
      LetterExample(
        "in full", on: ["reg12(4)(e)"], regime: .eir, "The file is excepted: regulation 12(4)(e).")
    ], check: { letter, answer in checkCitations(.eir, letter, &answer) })

  static let citesScottishExemption = LetterRule(
    "RN-033", when: { letter in letter.keepsBack || !letter.cited.isEmpty },
    fails: [
      LetterExample("on grounds of privacy", regime: .foisa, "We refuse on privacy grounds."),
      LetterExample(
        "the section of another Act", on: ["s43(2)"], regime: .foisa,
        "The prices are exempt under section 43(2) of the 2000 Act."),
    ],
    passes: [
      LetterExample(
        "in full", on: ["FOISA s33(1)(b)"], regime: .foisa,
        "The prices are exempt under section 33(1)(b).")
    ], check: { letter, answer in checkCitations(.foisa, letter, &answer) })

  private static func checkCitations(
    _ regime: Regime, _ letter: AuditedLetter, _ answer: inout Answer
  ) {
    if letter.cited.isEmpty {
      answer.object(
        .fail, "Information is withheld, and no provision is named.",
        at: letter.place("says-exempt", in: nil))
    }
    for cited in letter.cited {
      if let limb = cited.family.first, limb.regime != regime {
        if regime == .foisa {
          answer.object(
            .fail, "\(cited.cite) is a provision of the \(limb.regime.instrument).",
            at: letter.place(of: cited), limb: cited.limb)
        }
      } else if regime == .eir, cited.section == "13" {
        // Regulation 14(3)(a) asks for no more than the number.
        continue
      } else if let provision = letter.missingFromCitation(of: cited) {
        let isOnlyOne = cited.limb != nil && !cited.isOneOfMany
        answer.object(
          isOnlyOne ? .partial : .fail,
          "'\(cited.exemption.asWritten)' is no full citation: \(provision).",
          at: letter.place(of: cited), limb: cited.limb)
      }
    }
  }

  static let namesFunction = LetterRule(
    "RN-034",
    when: { letter in letter.withheld.contains { $0.isCertainly { !$0.purposes.isEmpty } } },
    fails: [
      LetterExample(
        "no purpose", on: ["s31(1)(g)"],
        "Section 31(1)(g) protects our functions under the 1974 Act.")
    ],
    passes: [
      LetterExample(
        "function, law and purpose", on: ["s31(1)(g)"],
        """
        Section 31(1)(g) with section 31(2)(i): our function of inspecting workplaces under section \
        20 of the Health and Safety at Work etc. Act 1974.
        """)
    ]
  ) { letter, answer in
    guard let cited = letter.withheld.first(where: { $0.isCertainly { !$0.purposes.isEmpty } })
    else { return }
    let absent = [
      ("the purpose in s.31(2)", !letter.citesPurpose),
      ("the function", !letter.says("function")),
      ("the law that the function comes from", !letter.says("names-enactment")),
    ].filter(\.1).map(\.0)
    if !absent.isEmpty {
      answer.object(
        absent.count == 1 && letter.citesPurpose ? .partial : .fail,
        "\(cited.cite) is relied on without \(listed(absent, joint: "or")).",
        at: letter.place(of: cited), limb: cited.limb)
    }
  }

  /// The condition by its number; a letter that speaks of the principle alone has half of it.
  static let namesCondition = LetterRule(
    "RN-035", when: { letter in letter.withheld.contains { $0.provision.hasPrefix("40(2)") } },
    fails: [
      LetterExample("no condition", on: ["s40(2)"], "Names are exempt under section 40(2)."),
      LetterExample(
        "the principle alone", on: ["s40(2)"],
        "Names are exempt under section 40(2): release would breach a data protection principle."),
    ],
    passes: [
      LetterExample(
        "the condition", on: ["s40(2)"],
        "Names are exempt under section 40(2) with section 40(3A)(a).")
    ]
  ) { letter, answer in
    guard let cited = letter.withheld.first(where: { $0.provision.hasPrefix("40(2)") }),
      !letter.citesCondition
    else { return }
    let isDescribed = letter.says("data-protection-principle")
    answer.object(
      isDescribed ? .partial : .fail,
      isDescribed
        ? "The letter speaks of the data protection principles and does not name the condition."
        : "The letter relies on s40(2) and names no condition.",
      at: letter.place(of: cited), limb: cited.limb)
  }

  /// The limb of the opinion and its level of likelihood.
  static let namesOpinion = LetterRule(
    "RN-036", when: { letter in letter.withheld.contains { $0.section == "36" } },
    fails: [
      LetterExample(
        "no limb and no level", on: ["s36 as section 36"],
        "{harm s36} The qualified person found that section 36 applies.")
    ],
    passes: [
      LetterExample(
        "both", on: ["s36(2)(c)"],
        """
        {harm s36(2)(c)} In the qualified person's opinion disclosure would be likely to prejudice the \
        conduct of public affairs: section 36(2)(c).
        """)
    ]
  ) { letter, answer in
    for cited in letter.withheld where cited.section == "36" {
      let levels = ["level-likely", "level-would", "claims-likely", "claims-would"]
      let parts = letter.spans(.argument, on: cited)
      let absent = [
        ("limb", cited.limb == nil),
        ("level of likelihood", !levels.contains { letter.says($0, in: parts) }),
      ].filter(\.1).map(\.0)
      if !absent.isEmpty {
        answer.object(
          .fail,
          "The opinion under \(cited.cite) is given without its \(listed(absent, joint: "and")).",
          at: letter.place(of: cited), limb: cited.limb)
      }
    }
  }
}

extension AuditedLetter {
  /// Whether copies have been redacted and no provision is named for it.
  fileprivate var hasUnexplainedRedactions: Bool {
    cited.isEmpty && !isExtension && says("redacted")
  }

  /// What a citation leaves out; nil where the letter cites the limb in full somewhere.
  fileprivate func missingFromCitation(of cited: CitedLimb) -> String? {
    let provision = cited.limb.map {
      $0.provision.split(separator: " ").first.map(String.init) ?? ""
    }
    let written =
      [cited.exemption.asWritten]
      + reading.citations.filter { $0.use != .trap && $0.cite.hasSection(of: cited) }
      .map(\.asWritten)
    if let provision {
      if written.contains(where: { CitedProvisions(in: $0).cite(provision) }) { return nil }
      return "\(cited.limb?.citation ?? provision) has to be cited"
    }
    // The letter leaves the limb open, or cites one that joins a condition (s.40(2)).
    let wanted = cited.family.compactMap {
      $0.provision.split(separator: " ").first.map(String.init)
    }
    if wanted.isEmpty { return nil }
    for written in written {
      let cites = CitedProvisions(in: written)
      if wanted.contains(where: { cites.cite($0) }) { return nil }
    }
    let choices = Set(wanted)
    return choices.count == 1
      ? "\(choices.first ?? "") has to be cited"
      : "the letter does not say which of \(choices.count) limbs it means"
  }

  /// Whether a purpose of s.31(2) is cited.
  fileprivate var citesPurpose: Bool {
    let cites = CitedProvisions(in: text.scalars)
    return cites.provisions.contains { $0.hasPrefix("31(2)(") }
      || self.cited.contains { $0.provision.hasPrefix("31(2)(") }
  }

  /// Whether a condition of s.40(2) is cited, today's or one in the form before 25 May 2018.
  fileprivate var citesCondition: Bool {
    CitedProvisions(in: text.scalars).provisions.contains { provision in
      ["40(3A)", "40(3B)", "40(4A)", "40(3)(a)", "40(3)(b)", "40(4)"].contains {
        provision.hasPrefix($0)
      }
    }
  }
}
