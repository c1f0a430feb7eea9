import InformationLaw
import LetterReading

// The harm as a chain: interest, substance, cause and effect (Hogan, EA/2005/0026 and 0030).

extension LetterRule {
  static let harm = [namesInterest, harmOfSubstance, causesHarm]

  private static let argued = LetterExample(
    "argued", on: ["s31(1)(a)"],
    """
    Section 31(1)(a).
    {harm s31(1)(a)} Burglars would learn which doors have no alarm. The prevention of crime would be \
    harmed.
    """)

  private static let named = LetterExample(
    "named and no more", on: ["s31(1)(a)"], "The plan is exempt under section 31(1)(a).")

  private static let twoLimbs = LetterExample(
    "one limb of two", on: ["s31(1)(a)", "s31(1)(b) as Section 31(1)(a)(b)"],
    "Section 31(1)(a)(b).\n{harm} Burglars would learn which doors have no alarm and break in.")

  /// A sentence of the argument that names the interest and says what befalls it is enough; a limb of
  /// which nothing is said has none. Otherwise a person judges.
  static let namesInterest = LetterRule(
    "RN-050", limbs: isArguedByHarm, fails: [named, twoLimbs], passes: [argued]
  ) { letter, cited, answer in
    let parts = letter.spans(.argument, on: cited)
    if parts.isEmpty {
      answer.object(
        .fail, "No harm is described under \(cited.cite).", at: letter.place(of: cited),
        limb: cited.limb)
    } else if letter.isNotArgued(cited) {
      answer.object(
        .fail, "No harm to the interest that \(cited.cite) protects is described.",
        at: letter.firstRecital ?? letter.place(of: cited), limb: cited.limb)
    } else if letter.namesHarmedInterest(of: cited, in: parts) {
      answer.otherwise = .pass
    }
  }

  /// A limb of which nothing is said RN-050 reports.
  static let harmOfSubstance = LetterRule(
    "RN-051",
    limbs: { letter, cited in isArguedByHarm(letter, cited) && !letter.isNotArgued(cited) },
    fails: [
      named,
      LetterExample(
        "a trifle", on: ["s31(1)(a)"],
        "Section 31(1)(a).\n{harm s31(1)(a)} There would be a slight inconvenience to patrols."),
    ],
    passes: [argued]
  ) { letter, cited, answer in
    let parts = letter.spans(.argument, on: cited)
    if parts.isEmpty {
      answer.object(
        .fail, "No harm is described under \(cited.cite).", at: letter.place(of: cited),
        limb: cited.limb)
    } else {
      letter.object(to: "trifling-harm", in: parts, limb: cited.limb, into: &answer) {
        "\($0) is no harm that is real, actual or of substance"
      }
    }
  }

  static let causesHarm = LetterRule(
    "RN-052", limbs: isArguedByHarm, fails: [named, twoLimbs], passes: [argued]
  ) { letter, cited, answer in
    let parts = letter.spans(.argument, on: cited)
    if parts.isEmpty || letter.isNotArgued(cited) {
      answer.object(
        .fail, "Nothing links disclosure to harm under \(cited.cite).",
        at: letter.place(of: cited), limb: cited.limb)
    }
  }

  @Sendable private static func isArguedByHarm(_ letter: AuditedLetter, _ cited: CitedLimb) -> Bool
  {
    cited.withholds && cited.isPrejudiceBased && !letter.isExtension
  }
}

extension AuditedLetter {
  /// Whether one sentence, no recital, speaks of the limb's interest and of harm to it.
  fileprivate func namesHarmedInterest(of cited: CitedLimb, in parts: [Span]) -> Bool {
    guard let limb = cited.limb, phrases.lists["argues-" + limb.id] != nil else { return false }
    return matches("argues-" + limb.id, in: parts).contains { match in
      let sentence = text.sentence(around: match)
      return !isRecital(match) && hits["says-harm"].contains { sentence.overlaps($0) }
    }
  }
}
