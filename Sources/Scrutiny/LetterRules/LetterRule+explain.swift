import InformationLaw
import LetterReading

// The reasons: that there are any, for each limb, and not the statute over again.

extension LetterRule {
  static let explain = [
    givesReasons, givesScottishReasons, appliesTest, holdsBackExplanation, reasonsPerLimb,
    consistent,
  ]

  /// 1. Nothing is argued for the limb at all.
  /// 2. Of limbs named in one breath, this one has no word of its own.
  /// 3. Exemption has to be required, and no word says that or why.
  static let givesReasons = LetterRule(
    "RN-040", limbs: { letter, cited in cited.withholds && !letter.isExtension },
    fails: [
      LetterExample("no reason", on: ["s43(2)"], "The prices are exempt under section 43(2)."),
      LetterExample(
        "one limb of two", on: ["s31(1)(a)", "s31(1)(b) as Section 31(1)(a)(b)"],
        "Section 31(1)(a)(b).\n{harm} Burglars would learn which doors have no alarm and break in."),
    ],
    passes: [
      LetterExample(
        "a reason", on: ["s43(2)"],
        "Section 43(2).\n{exemption_reason s43(2)} A rival could bid just below the unit price.")
    ]
  ) { letter, cited, answer in letter.checkReasons(for: cited, into: &answer) }

  static let givesScottishReasons = LetterRule(
    "RN-041", limbs: { letter, cited in cited.withholds && !letter.isExtension },
    fails: [
      LetterExample(
        "no reason", on: ["FOISA s30(c)"], regime: .foisa, "The notes are exempt: section 30(c).")
    ],
    passes: [
      LetterExample(
        "a reason", on: ["FOISA s30(c)"], regime: .foisa,
        "Section 30(c).\n{exemption_reason FOISA s30(c)} Councillors would stop asking for notes.")
    ]
  ) { letter, cited, answer in letter.checkReasons(for: cited, into: &answer) }

  /// Reasons of which every sentence recites the statute apply nothing. Otherwise a person judges.
  static let appliesTest = LetterRule(
    "RN-042", when: { letter in letter.keepsBack && !letter.spans(.reasons).isEmpty },
    fails: [
      LetterExample(
        "the statute again", on: ["s43(2)"],
        """
        Section 43(2).
        {exemption_reason s43(2)} Disclosure would, or would be likely to, prejudice the commercial \
        interests of any person.
        """)
    ],
    passes: [
      LetterExample(
        "applied", on: ["s43(2)"],
        "Section 43(2).\n{exemption_reason s43(2)} A rival who knew the price would bid just below it."
      )
    ]
  ) { letter, answer in
    let reasons = letter.spans(.argument)
    let sentences = letter.sentences(in: reasons)
    guard !sentences.isEmpty, sentences.allSatisfy(letter.isStatutory) else { return }
    answer.object(
      .fail, "The reasons recite the statute and say nothing about this information.",
      at: letter.place(of: reasons))
  }

  static let holdsBackExplanation = LetterRule(
    "RN-043", when: { $0.says("explanation-held-back") || $0.citesStatement },
    fails: [
      LetterExample(
        "to say more", on: ["s42(1)"],
        "Section 42(1) applies. To say more would defeat the purpose.")
    ],
    passes: [
      LetterExample(
        "under s.17(4)", on: ["s42(1)"],
        "Section 42(1) applies. To say more would reveal it, so we rely on section 17(4).")
    ]
  ) { letter, answer in
    if let place = letter.firstMatch("explanation-held-back"), !letter.citesStatement {
      answer.object(
        .fail, "The explanation is held back without relying on s.17(4).", at: place)
    }
  }

  /// Limbs of one section: none without a word of its own. Whether the words are reasons a person
  /// judges.
  static let reasonsPerLimb = LetterRule(
    "RN-044", when: { letter in letter.withheld.contains { letter.siblings(of: $0).count > 1 } },
    fails: [
      LetterExample(
        "one argument", on: ["s31(1)(a)", "s31(1)(b) as Section 31(1)(a)(b)"],
        "Section 31(1)(a)(b).\n{harm} Burglars would learn which doors have no alarm and break in.")
    ],
    passes: [
      LetterExample(
        "one each", on: ["s31(1)(a)", "s31(1)(b)"],
        """
        Sections 31(1)(a) and 31(1)(b).
        {harm s31(1)(a)} Burglars would learn which doors have no alarm.
        {harm s31(1)(b)} Suspects would know where officers wait and escape arrest.
        """)
    ]
  ) { letter, answer in
    for cited in letter.withheld
    where letter.siblings(of: cited).count > 1 && letter.isNotArgued(cited) {
      answer.object(
        .fail,
        "\(cited.cite) is argued together with its neighbours, by words that fit only those.",
        at: letter.place(of: letter.spans(.reasons, on: cited), otherwise: cited), limb: cited.limb)
    }
  }

  /// 1. Held and not held, of the same whole.
  /// 2. A letter that is older than the request.
  /// 3. An exemption that is cited in a letter which says that nothing is held.
  static let consistent = LetterRule(
    "RN-045", when: { $0.isRefusal || $0.reading.decision != nil },
    fails: [
      LetterExample(
        "held and not held", type: .notHeld, decision: .notHeld, basis: nil,
        "We do hold this information.\n{not_held} The minutes you ask for are not held."),
      LetterExample(
        "sent before it was asked for", on: ["s42(1)"], received: "2026-03-02", sent: "2026-02-27",
        "Your request of 2 March 2026 is refused under section 42(1)."),
    ],
    passes: [
      LetterExample(
        "of one mind", on: ["s42(1)"], "We hold the advice. It is exempt under section 42(1).")
    ]
  ) { letter, answer in
    answer.otherwise = .cannotAssess
    if letter.reading.decision == .notHeld {
      letter.object(to: "claims-to-hold", without: letter.isConditional, into: &answer) {
        "\($0) contradicts the rest of the letter, by which nothing is held"
      }
    }
    let times = letter.reading.timeliness
    if let received = times.received, let sent = times.sent, sent < received {
      answer.object(
        .fail,
        "The letter is of \(sent.written), and answers a request received on \(received.written).",
        at: letter.place(of: letter.spans([.timeliness])))
    } else if times.workingDays == -1 {
      answer.object(
        .fail, "The dates in the letter cannot be right.",
        at: letter.place(of: letter.spans([.timeliness])))
    }
  }
}

extension AuditedLetter {
  fileprivate func checkReasons(for cited: CitedLimb, into answer: inout Answer) {
    let parts = spans(.argument, on: cited)
    let limb = cited.limb
    if parts.isEmpty, !says("reason-given") {
      answer.object(
        .fail, "The letter does not say why \(cited.cite) applies.", at: place(of: cited),
        limb: limb)
    } else if isNotArgued(cited) {
      answer.object(
        .fail, "\(cited.cite) is named and nothing is said about what it protects.",
        at: firstRecital ?? place(of: cited), limb: limb)
    } else if limb?.threshold == "t-required-ns", !saysRequired(under: cited) {
      answer.object(
        .fail, "\(cited.cite) is relied on without a word on why exemption is required.",
        at: place(of: parts, otherwise: cited), limb: limb)
    }
  }

  /// Whether the argument under a limb says that exemption is needed for its purpose.
  func saysRequired(under cited: CitedLimb) -> Bool {
    matches("required", in: spans(.everything, on: cited)).contains { !isRecital($0) }
  }

  /// Where the alternatives of the statute are first recited.
  var firstRecital: Range<Int>? {
    matches("claims-both").first.map { text.range(ofWords: text.sentence(around: $0)) }
  }

  /// Whether s.17(4) is cited.
  fileprivate var citesStatement: Bool {
    reading.citations.contains { $0.cite == "s17(4)" } || says("section-17-4")
  }

  /// The sentences of some parts, as ranges of words.
  func sentences(in spans: [Span]) -> [Range<Int>] {
    spans.flatMap { span in
      let first = text.firstWord(from: span.start)
      let end = text.firstWord(from: span.end)
      var sentences: [Range<Int>] = []
      var start = first
      for index in first..<max(first, end) where index > start && text.words[index].startsSentence {
        sentences.append(start..<index)
        start = index
      }
      if start < end { sentences.append(start..<end) }
      return sentences
    }
  }

  /// Whether a sentence says what the statute says: it recites both levels, or opens as a recital.
  fileprivate func isStatutory(_ sentence: Range<Int>) -> Bool {
    ["claims-both", "recites-statute"].contains { list in
      hits[list].contains { sentence.overlaps($0) }
    }
  }
}
