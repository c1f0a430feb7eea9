import InformationLaw
import LetterReading

// A refusal on cost (s.12): the estimate, and what the limit would allow.

extension LetterRule {
  static let cost = [withinLimit, statesEstimate, permittedTasks, confirmsDespiteCost]

  private static func example(_ says: String, on limb: String = "cost s12(1)", _ text: String)
    -> LetterExample
  {
    LetterExample(says, on: [limb], type: .costRefusal, basis: .cost, text)
  }

  private static let good = example(
    "with an estimate",
    """
    We hold the files. Section 12(1) applies.
    {cost_estimate} To find the entries in 2,300 files at two minutes each would take 77 hours, above the limit of \
    £450 or 18 hours.
    {advice} You could narrow your request to one year, which we could answer within the limit.
    """)

  @Sendable private static func isCostRefusal(_ letter: AuditedLetter) -> Bool {
    letter.regime == .foia && letter.relies(onSection: "12")
  }

  static let withinLimit = LetterRule(
    "RN-120", when: isCostRefusal,
    fails: [example("nothing offered", "We hold the files. Section 12(1) applies.")], passes: [good]
  ) { letter, answer in
    if letter.spans([.advice]).isEmpty, !letter.says("narrowing") {
      answer.object(
        .fail, "Nothing says what could be given within the limit, or that nothing can.",
        at: letter.place(of: letter.spans([.costEstimate]), otherwise: letter.relied.first))
    }
  }

  /// The limit, and how many records at how much time each.
  static let statesEstimate = LetterRule(
    "RN-121", when: isCostRefusal,
    fails: [
      example("a word", "Section 12(1) applies, since it would take a disproportionate effort."),
      example("the limit alone", "Section 12(1) applies: it would take more than 18 hours."),
    ],
    passes: [good]
  ) { letter, answer in
    let absent = [
      ("state the limit", !letter.says("cost-limit")),
      ("explain how the estimate was reached", !letter.explainsEstimate),
    ].filter(\.1).map(\.0)
    if !absent.isEmpty {
      answer.object(
        absent.count == 2 ? .fail : .partial, "The letter does not \(listed(absent, joint: "or")).",
        at: letter.place(of: letter.spans([.costEstimate]), otherwise: letter.relied.first))
    }
  }

  static let permittedTasks = LetterRule(
    "RN-122", when: isCostRefusal,
    fails: [
      example("redaction counted", "Section 12(1): 12 hours to find it and 9 hours to redact it.")
    ],
    passes: [good]
  ) { letter, answer in
    for list in ["tasks-not-counted", "counts-redaction"] {
      letter.object(to: list, into: &answer) {
        "\($0) counts time that the Fees Regulations leave out"
      }
    }
  }

  static let confirmsDespiteCost = LetterRule(
    "RN-123",
    when: { letter in
      isCostRefusal(letter) && !letter.cited.contains { $0.provision == "12(2)" }
    },
    fails: [
      example("if any exist", "Section 12(1) applies to such records, if any exist."),
      example(
        "only implied", "Section 12(1) applies. The files that we would have to search are many."),
    ],
    passes: [good]
  ) { letter, answer in
    if letter.says("states-holding") || letter.says("gives-information") { return }
    answer.object(
      .fail,
      "The request is refused under s12(1), and nothing says whether the information is held.",
      at: letter.place(of: letter.spans([.costEstimate]), otherwise: letter.relied.first))
  }
}

extension AuditedLetter {
  /// Whether an estimate has more than the limit in it: a count of records, or a time for each.
  fileprivate var explainsEstimate: Bool { says("estimate-working") }
}
