import InformationLaw
import LetterReading

// The factors: both sides, with weight, answered, and each where it belongs.

extension LetterRule {
  static let sides = [bothSides, weights, answersDisclosure, creditsOpenness]

  private static let good = LetterExample(
    "weighed", on: ["s43(2)"],
    """
    Section 43(2).
    {factors_for s43(2)} The contract costs £2 million, so that people have a strong interest in seeing whether \
    the price is fair. Scrutiny of how it was let carries some weight as well.
    {factors_against s43(2)} The next tender is due in May, and the price would set the bids. That weighs heavily.
    {balance s43(2)} The total is published, which meets much of the interest in the price. For the rest the \
    public interest in maintaining the exemption outweighs it until May.
    """)

  private static func example(
    _ says: String, for disclosure: String?, balance: String = "On balance it is withheld."
  ) -> LetterExample {
    LetterExample(
      says, on: ["s43(2)"],
      "Section 43(2).\n" + (disclosure.map { "{factors_for s43(2)} \($0)\n" } ?? "")
        + "{factors_against s43(2)} The price would set the next bids.\n{balance s43(2)} \(balance)"
    )
  }

  /// 1. A side that is not there.
  /// 2. For disclosure one sentence that could stand in any letter. Whether more is specific a person
  ///    judges.
  static let bothSides = LetterRule(
    "RN-087", when: \.weighsAloud,
    fails: [
      example("nothing for disclosure", for: nil),
      example("one line", for: "Openness and transparency."),
    ],
    passes: [good]
  ) { letter, answer in
    let disclosing = letter.spans([.factorsFor])
    if disclosing.isEmpty, !letter.weighsInOnePart {
      return answer.object(
        .fail, "Nothing is said for disclosure.", at: letter.place(of: letter.spans(.weighing)))
    }
    if letter.spans([.factorsAgainst]).isEmpty, !letter.weighsInOnePart {
      answer.object(
        .fail, "Nothing is said for maintaining the exemption.", at: letter.place(of: disclosing))
    }
    let byLimb = Dictionary(grouping: disclosing) { $0.exemption ?? "" }
    for parts in byLimb.values.sorted(by: { $0[0].start < $1[0].start }) {
      let count = letter.sentenceCount(in: parts)
      guard count == 1 else { continue }
      answer.object(
        letter.wordCount(in: parts) < 35 ? .fail : .partial,
        "One sentence is all that is said for disclosure.", at: parts[0].range)
    }
  }

  /// No word of weight anywhere in the test.
  static let weights = LetterRule(
    "RN-088", when: \.weighsAloud,
    fails: [example("no weight", for: "People may see what is paid. It is their money.")],
    passes: [good]
  ) { letter, answer in
    let parts = letter.spans(.weighing)
    if !letter.says("weight", in: parts) {
      answer.object(
        .fail, "No factor is given a weight.",
        at: letter.place(of: letter.spans([.factorsFor, .factorsAgainst])))
    }
  }

  /// A conclusion that shares no word with what was said for disclosure, and speaks of no such interest,
  /// answers nothing.
  static let answersDisclosure = LetterRule(
    "RN-089",
    when: { letter in
      letter.weighsAloud && !letter.spans([.factorsFor]).isEmpty
        && !letter.spans([.balance]).isEmpty
    },
    fails: [
      example(
        "only the harm", for: "Taxpayers pay for the contract.",
        balance: "Bids would converge. Tenders would fail.")
    ],
    passes: [good]
  ) { letter, answer in
    let balance = letter.spans([.balance])
    if letter.says("openness", in: balance) || letter.says("disclosure-side", in: balance) {
      return
    }
    let shared = letter.contentWords(in: letter.spans([.factorsFor])).intersection(
      letter.contentWords(in: balance))
    if shared.count < 3 {
      answer.object(
        .fail, "The conclusion answers nothing that was said for disclosure.",
        at: letter.place(of: balance))
    }
  }

  /// Openness or accountability among what is said for disclosure, or in the balance; and not there only
  /// to be given no weight.
  static let creditsOpenness = LetterRule(
    "RN-090",
    limbs: { letter, cited in
      letter.weighsAloud && cited.isReliedOn && cited.needsBalance && !letter.isNotArgued(cited)
        && !letter.spans(.weighing, on: cited).isEmpty
    },
    fails: [
      example("help for the police", for: "Witnesses may come forward."),
      example("no weight", for: "Transparency carries no weight here."),
    ],
    passes: [good]
  ) { letter, cited, answer in
    let parts = letter.spans([.factorsFor, .balance, .presumption], on: cited)
    if let place = letter.firstMatch("openness-dismissed", in: parts) {
      answer.object(
        .fail, "Openness is given no weight under \(cited.cite).", at: place, limb: cited.limb)
    } else if !letter.says("openness", in: parts), !letter.says("openness-in-kind", in: parts) {
      answer.object(
        .fail, "Under \(cited.cite) nothing speaks for openness or accountability.",
        at: letter.place(of: parts, otherwise: cited), limb: cited.limb)
    }
  }
}

extension AuditedLetter {
  /// Whether there is a public interest test to be looked at, in words.
  var weighsAloud: Bool { isWeighing && !spans(.weighing).isEmpty }

  /// Whether both sides stand in one part that is not taken apart.
  fileprivate var weighsInOnePart: Bool {
    spans([.factorsFor, .factorsAgainst]).isEmpty && sentenceCount(in: spans([.balance])) > 2
  }
}
