import InformationLaw
import LetterReading

// The public interest test: whether it was made, with which words, and where it has a place.

extension LetterRule {
  static let weighing = [
    weighs, weighsConfirming, mattersConsidered, presumption, weighsInScotland,
    nothingWeighedUnderAbsolute, rightTest,
  ]

  private static let formula = LetterExample(
    "the formula alone", on: ["s43(2)"],
    """
    Section 43(2).
    {exemption_reason s43(2)} A rival could bid below it.
    {balance s43(2)} On balance the public interest favours maintaining the exemption.
    """)

  private static let reasoned = LetterExample(
    "reasons", on: ["s43(2)"],
    """
    Section 43(2).
    {exemption_reason s43(2)} A rival could bid below it.
    {factors_for s43(2)} People should see what is paid, and the spending is large.
    {factors_against s43(2)} The next tender is due in May.
    {balance s43(2)} The total is published, so the price adds little. The public interest in maintaining the \
    exemption outweighs that in disclosure while the tender is open.
    """)

  /// 1. No balance for the limb; a balance for several counts for each that is argued.
  /// 2. A conclusion with nothing before it is a formula: fail; a conclusion in a sentence with a bare
  ///    list of one thing on each side is met in part.
  static let weighs = LetterRule(
    "RN-080",
    limbs: { letter, cited in
      cited.withholds && cited.needsBalance && !letter.isExtension
    },
    fails: [
      LetterExample("none", on: ["s43(2)"], "The prices are exempt: section 43(2)."), formula,
    ],
    passes: [reasoned]
  ) { letter, cited, answer in letter.checkBalance(of: cited, into: &answer) }

  static let weighsConfirming = LetterRule(
    "RN-081",
    limbs: { letter, cited in
      cited.exemption.role == .neitherConfirmNorDeny && cited.needsBalance
    },
    fails: [
      LetterExample(
        "none", on: ["ncnd s31(3)"], type: .neitherConfirmNorDeny, decision: .neitherConfirmNorDeny,
        "We neither confirm nor deny. Section 31(3).")
    ],
    passes: [
      LetterExample(
        "reasons", on: ["ncnd s31(3)"], type: .neitherConfirmNorDeny,
        decision: .neitherConfirmNorDeny,
        """
        Section 31(3).
        {balance s31(3)} To confirm would show a little of how the force works. To deny would tell a burglar that \
        he is not watched. The second weighs more.
        """)
    ]
  ) { letter, cited, answer in letter.checkBalance(of: cited, into: &answer) }

  /// The matters considered: on one side at least something that is no formula.
  static let mattersConsidered = LetterRule(
    "RN-082", when: \.usesException,
    fails: [
      LetterExample(
        "only that it was considered", on: ["reg12(4)(e)"], regime: .eir,
        "Regulation 12(4)(e).\n{balance reg12(4)(e)} The public interest was considered."),
      LetterExample(
        "not at all", on: ["not_held reg12(4)(a)"], regime: .eir, type: .notHeld,
        decision: .notHeld,
        basis: nil, "The readings are not held: regulation 12(4)(a)."),
    ],
    passes: [
      LetterExample(
        "both sides", on: ["reg12(4)(e)"], regime: .eir,
        """
        Regulation 12(4)(e).
        {factors_for reg12(4)(e)} The scheme is contested.
        {factors_against reg12(4)(e)} Officers are still deciding.
        {balance reg12(4)(e)} We find for the exception.
        """)
    ]
  ) { letter, answer in
    guard let cited = letter.exceptions.first else { return }
    let parts = letter.spans(.weighing)
    let isSaid = parts.contains { $0.role != .balance } || letter.wordCount(in: parts) > 40
    if parts.isEmpty {
      answer.object(
        .fail, "Nothing is said of what was considered in the balance under \(cited.cite).",
        at: letter.place(of: cited), limb: cited.limb)
    } else if !isSaid {
      answer.object(
        .fail, "The balance states a result and not what was considered.",
        at: letter.place(of: parts), limb: cited.limb)
    }
  }

  static let presumption = LetterRule(
    "RN-083", when: \.usesException,
    fails: [
      LetterExample(
        "from neutral", on: ["reg12(4)(e)"], regime: .eir,
        "Regulation 12(4)(e).\n{balance reg12(4)(e)} We asked which side weighs more.")
    ],
    passes: [
      LetterExample(
        "applied", on: ["reg12(4)(e)"], regime: .eir,
        "Regulation 12(4)(e).\n{presumption} We began with the presumption in favour of disclosure."
      )
    ]
  ) { letter, answer in
    if letter.spans([.presumption]).isEmpty, !letter.says("presumption"),
      let cited = letter.exceptions.first
    {
      answer.object(
        .fail, "The presumption in favour of disclosure is not applied.",
        at: letter.place(of: letter.spans([.balance]), otherwise: cited), limb: cited.limb)
    }
  }

  static let weighsInScotland = LetterRule(
    "RN-084",
    limbs: { letter, cited in
      cited.withholds && cited.needsBalance && !letter.isExtension
    },
    fails: [
      LetterExample(
        "none", on: ["FOISA s33(1)(b)"], regime: .foisa, "The prices are exempt: section 33(1)(b).")
    ],
    passes: [
      LetterExample(
        "reasons", on: ["FOISA s33(1)(b)"], regime: .foisa,
        """
        Section 33(1)(b).
        {balance FOISA s33(1)(b)} People should see what is paid. Against that, the tender is open until May. \
        The interest in keeping the exemption is the greater until then.
        """)
    ]
  ) { letter, cited, answer in letter.checkBalance(of: cited, into: &answer) }

  /// s.41 has a public interest defence and s.40(2) a balance of its own: neither is this one.
  static let nothingWeighedUnderAbsolute = LetterRule(
    "RN-085",
    when: { letter in letter.withheld.contains { $0.isWeighedWrongly(in: letter, everywhere: true) }
    },
    fails: [
      LetterExample(
        "weighed", on: ["s44(1)(a)"],
        "Section 44(1)(a).\n{balance s44(1)(a)} The public interest favours secrecy.")
    ],
    passes: [
      LetterExample(
        "not weighed", on: ["s44(1)(a)"],
        "Section 44(1)(a).\n{pit_not_required} No public interest test is needed.")
    ]
  ) { letter, answer in
    for cited in letter.withheld where cited.isWeighedWrongly(in: letter, everywhere: false) {
      let parts = letter.spans(.weighing).filter {
        $0.exemption == cited.cite || letter.relied.count == 1
      }
      guard let first = parts.first else { continue }
      answer.object(
        .fail, "\(cited.cite) is absolute, and the public interest is weighed under it.",
        at: first.range, limb: cited.limb)
    }
  }

  /// 1. Words that turn the test round.
  /// 2. A conclusion that is not put as the test: met in part.
  static let rightTest = LetterRule(
    "RN-086", when: { letter in letter.isWeighing && !letter.spans(.weighing).isEmpty },
    fails: [
      LetterExample(
        "evenly matched", on: ["s43(2)"],
        "Section 43(2).\n{balance s43(2)} The arguments are evenly matched, so we withhold it."),
      LetterExample(
        "no test", on: ["s43(2)"],
        "Section 43(2).\n{balance s43(2)} We have thought about it and would rather not release it."
      ),
    ],
    passes: [reasoned]
  ) { letter, answer in
    letter.object(to: "burden-on-requester", into: &answer) {
      "\($0) turns the test round: information is disclosed unless maintaining the exemption "
        + "outweighs disclosure"
    }
    guard answer.objections.isEmpty else { return }
    if !letter.says("balance-formula"), !letter.says("balance-outcome") {
      let parts = letter.spans([.balance])
      answer.object(
        .partial,
        "The conclusion is not put as the test: that maintaining the exemption outweighs disclosure.",
        at: letter.place(of: parts.isEmpty ? letter.spans(.weighing) : parts))
    }
  }
}

extension CitedLimb {
  /// Whether it is absolute and the public interest is weighed under it; of a limb that is not weighed,
  /// whether it could have been.
  fileprivate func isWeighedWrongly(in letter: AuditedLetter, everywhere: Bool) -> Bool {
    guard isCertainly({ $0.status == .absolute }), !["40", "41", "13", "38"].contains(section)
    else {
      return false
    }
    return everywhere || letter.isWeighing
  }
}

extension AuditedLetter {
  /// The exceptions of regulation 12 that are relied on.
  fileprivate var exceptions: [CitedLimb] {
    relied.filter {
      $0.section == "12" && $0.provision.hasPrefix("12(4)") || $0.provision.hasPrefix("12(5)")
    }
  }

  fileprivate var usesException: Bool { !isExtension && !exceptions.isEmpty }

  fileprivate func checkBalance(of cited: CitedLimb, into answer: inout Answer) {
    let parts = spans(.weighing, on: cited)
    let conclusion = spans([.balance], on: cited)
    if parts.isEmpty {
      answer.object(
        .fail, "\(cited.cite) is qualified, and the public interest is not weighed.",
        at: place(of: cited), limb: cited.limb)
    } else if isNotArgued(cited) {
      answer.object(
        .fail, "Nothing that is weighed bears on what \(cited.cite) protects.",
        at: place(of: conclusion.isEmpty ? parts : conclusion), limb: cited.limb)
    } else if parts.allSatisfy({ $0.role == .balance }), sentenceCount(in: conclusion) < 2 {
      answer.object(
        .fail, "The balance under \(cited.cite) is a conclusion without reasons.",
        at: place(of: conclusion), limb: cited.limb)
    } else if conclusion.isEmpty
      || sentenceCount(in: conclusion) < 2 && says("bare-formula", in: conclusion)
    {
      answer.object(
        .partial,
        conclusion.isEmpty
          ? "Factors are listed under \(cited.cite), and nothing says how they were weighed."
          : "The balance under \(cited.cite) ends in a formula that gives no reason.",
        at: place(of: conclusion.isEmpty ? parts : conclusion), limb: cited.limb)
    }
  }
}
