import InformationLaw
import LetterReading

// The frame of a reply: to whom, about what, under which regime, by whom and when.

extension LetterRule {
  static let frame = [
    addressed, identifiesRequest, namesRegime, answersParts, datedAndSigned, tiesLimbs,
    describesWithheld,
  ]

  /// A letter is in writing; whom it goes to stands in its greeting or address.
  static let addressed = LetterRule(
    "RN-001",
    fails: [LetterExample("nobody is addressed", "The report is exempt under section 42(1).")],
    passes: [LetterExample("a greeting", "{opening} Dear Ms Okafor\nThe report is attached.")]
  ) { letter, answer in
    if !letter.says("greeting") {
      answer.object(.partial, "The letter does not say whom it goes to.", at: letter.beginning)
    }
  }

  /// Date of receipt, reference, and the request in the applicant's words.
  static let identifiesRequest = LetterRule(
    "RN-002",
    fails: [
      LetterExample("nothing about the request", "Thank you for your enquiry. It is refused."),
      LetterExample(
        "no reference and no words", received: "2026-03-02",
        "We received your request on 2 March 2026."),
    ],
    passes: [
      LetterExample(
        "all three", received: "2026-03-02",
        """
        Our ref: 4471
        On 2 March 2026 you asked:
        {request_quoted} How many bins were missed in 2025?
        """)
    ]
  ) { letter, answer in
    let parts = [
      ("when the request was received", letter.reading.timeliness.received != nil),
      ("a reference", letter.says("reference")),
      ("the request in the applicant's words", !letter.spans([.requestQuoted]).isEmpty),
    ]
    let absent = parts.filter { !$0.1 }.map(\.0)
    if absent.count == parts.count {
      answer.missing(
        from: letter, "The letter does not say which request it answers.", at: letter.beginning)
    } else if !absent.isEmpty {
      answer.object(
        .partial, "The letter does not give \(listed(absent, joint: "or")).", at: letter.beginning)
    }
  }

  static let namesRegime = LetterRule(
    "RN-003",
    fails: [
      LetterExample("no regime", "We do not give out such reports."),
      LetterExample("a section of no Act", on: ["s42(1)"], "Section 42(1) applies."),
    ],
    passes: [
      LetterExample("the Act", "We dealt with it under the Freedom of Information Act 2000.")
    ]
  ) { letter, answer in
    if letter.says("instrument-" + letter.regime.rawValue.lowercased()) { return }
    if letter.cited.isEmpty, !letter.says("instrument-loosely") {
      answer.missing(
        from: letter, "The letter does not say under which regime the request was considered.",
        at: letter.beginning)
    } else {
      answer.object(
        .partial, "The letter never names the \(letter.regime.instrument).",
        at: letter.cited.first.map(letter.place) ?? letter.place("instrument-loosely"))
    }
  }

  /// A reply without any outcome fails. Where some is given and some is not, only the request shows
  /// whether every part has an outcome.
  static let answersParts = LetterRule(
    "RN-004",
    fails: [
      LetterExample(
        "no outcome", type: .disclosure, decision: nil, basis: nil,
        "Thank you for your interest in our work.")
    ],
    passes: [
      LetterExample(
        "all of it refused", on: ["s42(1)"],
        "{request_quoted} Please send the advice.\nAll of it is exempt under section 42(1).")
    ]
  ) { letter, answer in
    guard letter.isWhole else { return answer.otherwise = .missingHere }
    guard letter.reading.decision != nil else {
      return answer.object(
        .fail, "The letter says of no part of the request what becomes of it.",
        at: letter.beginning)
    }
    let isOne = letter.reading.decision != .partial && !letter.spans([.requestQuoted]).isEmpty
    if !isOne { answer.otherwise = .cannotAssess }
  }

  static let datedAndSigned = LetterRule(
    "RN-005",
    fails: [
      LetterExample("neither", "It is my opinion that the exemption applies."),
      LetterExample("no date", "It is exempt.\n{closing} Yours sincerely\nR Hale, Records Manager"),
    ],
    passes: [
      LetterExample(
        "both", sent: "2026-03-20",
        "20 March 2026\nIt is exempt.\n{closing} Yours sincerely\nR Hale, Records Manager")
    ]
  ) { letter, answer in
    let isDated = letter.reading.timeliness.sent != nil
    let isSigned = letter.says("signature") || letter.namesSignatory
    switch (isDated, isSigned) {
    case (true, true): break
    case (false, false):
      answer.object(
        .fail, "The letter has neither a date nor the name or role of whoever decided.",
        at: letter.ending)
    case (true, false):
      answer.object(
        .partial, "The letter does not say who decided, by name or by role.", at: letter.ending)
    case (false, true):
      answer.object(.partial, "The letter is not dated.", at: letter.beginning)
    }
  }

  /// A limb that is named only in a heading, or without a word that ties it to information, covers
  /// nothing in particular. Where each is tied, whether to the right part only the file shows.
  static let tiesLimbs = LetterRule(
    "RN-006", when: { $0.withheld.count > 1 },
    fails: [
      LetterExample(
        "limbs in headings only", on: ["s31(1)(a)", "s43(2)"],
        "# Section 31(1)(a)\n# Section 43(2)\nRelease would help burglars and competitors.")
    ],
    passes: [
      LetterExample(
        "each beside its part", on: ["s31(1)(a)", "s43(2)"],
        "The floor plan is exempt under section 31(1)(a).\nThe prices are exempt under section 43(2)."
      )
    ]
  ) { letter, answer in
    let loose = letter.withheld.filter { !letter.isTied($0) }
    if loose.count == letter.withheld.count, let first = loose.first {
      answer.object(
        .fail,
        "\(listed(loose.map(\.cite))) are relied on, and nothing says which information each covers.",
        at: letter.place(of: first))
    } else if let first = loose.first {
      answer.object(
        .partial, "Nothing says which information \(listed(loose.map(\.cite))) covers.",
        at: letter.place(of: first))
    } else {
      answer.otherwise = .cannotAssess
    }
  }

  /// Nothing but "the information" in a letter that does not repeat the request leaves the reader with
  /// no idea. Otherwise a person judges.
  static let describesWithheld = LetterRule(
    "RN-007", when: \.keepsBack,
    fails: [
      LetterExample(
        "certain information", on: ["s42(1)"],
        "Certain information is being withheld. It is exempt under section 42(1).")
    ],
    passes: [
      LetterExample(
        "e-mails", on: ["s42(1)"], "Six e-mails from our solicitor are exempt under section 42(1).")
    ]
  ) { letter, answer in
    let isBare = letter.says("bare-description") && letter.spans([.requestQuoted]).isEmpty
    if isBare, !letter.says("kinds-of-information") {
      answer.object(
        .fail, "Nothing says what sort of information is withheld.",
        at: letter.place("bare-description"))
    }
  }
}

extension AuditedLetter {
  /// Whether a role stands where a name would: in a heading, at the top or at the end.
  fileprivate var namesSignatory: Bool {
    matches("signatory").contains { match in
      let index = block(at: text.words[match.lowerBound].range.lowerBound)
      guard reading.blocks.indices.contains(index) else { return false }
      return [.opening, .closing, .heading].contains(reading.blocks[index].kind)
    }
  }

  /// Whether some sentence outside headings names the limb, or its section, beside words that tie an
  /// exemption to information.
  fileprivate func isTied(_ cited: CitedLimb) -> Bool {
    let mentions =
      reading.citations.filter { $0.use != .trap && $0.cite.hasSection(of: cited) }.map(\.start)
      + [cited.exemption.start]
    return mentions.contains { start in
      guard !isHeading(start) else { return false }
      let index = text.firstWord(from: start)
      guard index < text.words.count else { return false }
      let sentence = text.sentence(around: index..<index + 1)
      return hits["ties-limb"].contains { sentence.overlaps($0) }
    }
  }
}

extension String {
  /// Whether a citation is of the section of a limb.
  func hasSection(of cited: CitedLimb) -> Bool {
    guard let range = firstRange(of: cited.section) else { return false }
    let next = self[range.upperBound...].first
    return next == nil || next == "("
  }
}
