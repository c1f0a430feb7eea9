import InformationLaw
import LetterReading

// National security (s.24(1)).

extension LetterRule {
  static let nationalSecurity = [isRequired, outsideSection23, noOrdinaryCrime]

  private static let good = LetterExample(
    "required, outside s.23", on: ["s24(1)"],
    """
    Section 24(1). The list is not within section 23(1).
    {harm s24(1)} Exemption is required because the same product guards the systems on which counter-terrorism \
    work depends.
    """)

  /// Without a word of need the section is cited and not met. Whether the need is made out a person
  /// judges.
  static let isRequired = LetterRule(
    "RN-061", limbs: isSecurity,
    fails: [
      LetterExample(
        "connected with it", on: ["s24(1)"],
        "Section 24(1).\n{harm s24(1)} A department that deals with national security uses the building."
      )
    ],
    passes: [good]
  ) { letter, cited, answer in
    guard !letter.saysRequired(under: cited) else { return }
    answer.object(
      .fail,
      "Nothing says that exemption is required, that is reasonably necessary, to safeguard national "
        + "security.", at: letter.place(of: letter.spans(.argument, on: cited), otherwise: cited),
      limb: cited.limb)
  }

  static let outsideSection23 = LetterRule(
    "RN-062", limbs: isSecurity,
    fails: [LetterExample("no word of s.23", on: ["s24(1)"], "The list is exempt: section 24(1).")],
    passes: [good]
  ) { letter, cited, answer in
    let speaks =
      letter.says("section-23")
      || letter.reading.citations.contains { $0.use != .trap && $0.cite.hasPrefix("s23") }
    if !speaks {
      answer.object(
        .fail, "The letter does not say that the information is outside s.23(1).",
        at: letter.place(of: cited), limb: cited.limb)
    }
  }

  static let noOrdinaryCrime = LetterRule(
    "RN-063", limbs: isSecurity,
    fails: [
      LetterExample(
        "burglars", on: ["s24(1)"],
        "Section 24(1).\n{harm s24(1)} It would help burglars and thieves.")
    ],
    passes: [good]
  ) { letter, cited, answer in
    letter.object(
      to: "ordinary-crime", in: letter.ownParts(of: cited), limb: cited.limb, into: &answer
    ) {
      "\($0) is ordinary crime, local disruption or reputation, and no matter of national security"
    }
  }

  @Sendable private static func isSecurity(_ letter: AuditedLetter, _ cited: CitedLimb) -> Bool {
    cited.withholds && cited.limb?.id == "foia-24-1" && !letter.isExtension
  }
}

extension AuditedLetter {
  /// The argument that names this limb alone; where the limb is the only one relied on, all of it.
  func ownParts(of cited: CitedLimb) -> [Span] {
    let parts = spans(.argument)
    if relied.count == 1 { return parts }
    return parts.filter { $0.exemption == cited.cite }
  }
}
