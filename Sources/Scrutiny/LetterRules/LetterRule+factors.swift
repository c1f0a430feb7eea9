import InformationLaw
import LetterReading

// Each factor under the interest that it bears on, and on its own side.

extension LetterRule {
  static let factors = [bearsOnInterest, rightSide, weighedTogether]

  /// Crime under national security, and trust in the authority under anything. Other factors a person
  /// places.
  static let bearsOnInterest = LetterRule(
    "RN-091", when: \.weighsAloud,
    fails: [
      LetterExample(
        "thieves under s.24", on: ["s24(1)"],
        "Section 24(1).\n{factors_against s24(1)} Thieves would know where to go."),
      LetterExample(
        "trust in us", on: ["s42(1)"],
        "Section 42(1).\n{factors_against s42(1)} People entrust us to decide what is safe."),
    ],
    passes: [
      LetterExample(
        "its own interest", on: ["s42(1)"],
        "Section 42(1).\n{factors_against s42(1)} Officers must be able to ask a lawyer freely.")
    ]
  ) { letter, answer in
    for cited in letter.relied where cited.limb?.id == "foia-24-1" {
      let parts = letter.spans([.factorsAgainst]).filter { $0.exemption == cited.cite }
      letter.object(to: "ordinary-crime", in: parts, limb: cited.limb, into: &answer) {
        "\($0) does not bear on national security, which \(cited.cite) protects"
      }
    }
    for list in ["own-standing", "reputation"] {
      letter.object(to: list, in: letter.spans([.factorsAgainst, .balance]), into: &answer) {
        "\($0) bears on no interest that an exemption protects"
      }
    }
  }

  /// 1. A part that argues one way under a heading that announces the other.
  /// 2. A factor under an exemption that protects something else.
  static let rightSide = LetterRule(
    "RN-092", when: \.weighsAloud,
    fails: [
      LetterExample(
        "under the other heading", on: ["s43(2)"],
        "Section 43(2).\n# Factors in favour of disclosure\n{factors_against s43(2)} It names bidders."
      ),
      LetterExample(
        "crime under s.24", on: ["s24(1)"],
        "Section 24(1).\n{factors_against s24(1)} Thieves would know where to go."),
    ],
    passes: [
      LetterExample(
        "under its own", on: ["s43(2)"],
        "Section 43(2).\n# Factors in favour of disclosure\n{factors_for s43(2)} It shows the price."
      )
    ]
  ) { letter, answer in
    for span in letter.spans([.factorsFor, .factorsAgainst]) {
      guard let heading = letter.heading(before: span.start) else { continue }
      let wrong = span.role == .factorsFor ? "heading-against" : "heading-for"
      let right = span.role == .factorsFor ? "heading-for" : "heading-against"
      guard letter.has(wrong, within: heading), !letter.has(right, within: heading) else {
        continue
      }
      answer.object(
        .fail,
        span.role == .factorsFor
          ? "What is said for disclosure stands under a heading for the other side."
          : "What is said against disclosure stands under a heading for the other side.",
        at: span.range)
    }
    for cited in letter.relied where cited.limb?.id == "foia-24-1" {
      let parts = letter.spans([.factorsAgainst]).filter { $0.exemption == cited.cite }
      letter.object(to: "ordinary-crime", in: parts, limb: cited.limb, into: &answer) {
        "\($0) stands under \(cited.cite) and belongs to another exemption"
      }
    }
  }

  /// Several qualified limbs that end in one conclusion: it has to say whether it weighs them together,
  /// and none may be weighed that is not argued.
  static let weighedTogether = LetterRule(
    "RN-096",
    when: { letter in
      letter.weighsAloud && letter.weighed.count > 1 && letter.regime != .foisa
    },
    fails: [
      LetterExample(
        "the exemptions as a whole", on: ["s24(1)", "s43(2)"],
        """
        Sections 24(1) and 43(2).
        {balance} The public interest in maintaining the exemptions outweighs that in disclosure.
        """)
    ],
    passes: [
      LetterExample(
        "one by one", on: ["s24(1)", "s43(2)"],
        """
        Sections 24(1) and 43(2).
        {balance s24(1)} The need to protect the network outweighs the interest in the list.
        {balance s43(2)} The need to protect the tender outweighs the interest in the price.
        """)
    ]
  ) { letter, answer in
    let joint = letter.spans([.balance, .decision]).filter { $0.exemption == nil }
    guard let place = letter.firstMatch("exemptions-together", in: joint),
      !letter.says("cumulative")
    else { return }
    answer.object(
      .fail,
      "Several exemptions are weighed in one conclusion, which does not say whether they are weighed "
        + "together.", at: place)
  }
}

extension AuditedLetter {
  /// The heading under which an offset stands.
  fileprivate func heading(before offset: Int) -> Range<Int>? {
    reading.blocks.last { $0.kind == .heading && $0.start <= offset }?.range
  }

  /// Whether a phrase of a list stands within a range of scalars.
  fileprivate func has(_ list: String, within range: Range<Int>) -> Bool {
    hits[list].contains { range.contains(text.words[$0.lowerBound].range.lowerBound) }
  }
}
