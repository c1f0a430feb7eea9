import InformationLaw
import LetterReading

// Limbs that rule each other out: in the alternative, or for different information.

extension LetterRule {
  static let exclusive = [
    exclusion(
      "RN-037", between: "23", and: "24",
      both: ["s23(1)", "s24(1)"], named: "sections 23(1) and 24(1)"),
    exclusion(
      "RN-038", between: "30", and: "31",
      both: ["s30(1)(b)", "s31(1)(b)"], named: "sections 30(1)(b) and 31(1)(b)"),
    exclusion(
      "RN-039", between: "35", and: "36",
      both: ["s35(1)(a)", "s36(2)(c)"], named: "sections 35(1)(a) and 36(2)(c)"),
  ]

  /// 1. In the alternative, and says so.
  /// 2. Named in one breath for the same information: the one rules out the other.
  /// 3. Named apart: whether for different information a person has to see.
  private static func exclusion(
    _ id: String, between one: String, and other: String, both: [String], named: String
  ) -> LetterRule {
    LetterRule(
      id,
      when: { letter in
        [one, other].allSatisfy { section in
          letter.withheld.contains { $0.section == section }
        }
      },
      fails: [
        LetterExample("both for one paper", on: both, "The briefing is exempt under \(named).")
      ],
      passes: [
        LetterExample(
          "in the alternative", on: both,
          "The briefing is exempt under \(named), relied on in the alternative.")
      ]
    ) { letter, answer in
      if letter.says("alternative") { return }
      let first = letter.withheld.first { $0.section == one }
      let second = letter.withheld.first { $0.section == other }
      guard let first, let second, letter.namesTogether(first, second) else {
        return answer.otherwise = .cannotAssess
      }
      answer.object(
        .fail,
        "\(first.cite) and \(second.cite) are relied on together; the one rules out the other.",
        at: letter.place(of: second), limb: second.limb)
    }
  }
}

extension AuditedLetter {
  /// Whether one sentence names two limbs.
  fileprivate func namesTogether(_ one: CitedLimb, _ other: CitedLimb) -> Bool {
    let places = [one, other].map { cited in
      [cited.exemption.start]
        + reading.citations.filter { $0.use != .trap && $0.cite.hasSection(of: cited) }.map(\.start)
    }
    return places[0].contains { first in
      let index = text.firstWord(from: first)
      guard index < text.words.count else { return false }
      let sentence = text.range(ofWords: text.sentence(around: index..<index + 1))
      return places[1].contains { sentence.contains($0) }
    }
  }
}
