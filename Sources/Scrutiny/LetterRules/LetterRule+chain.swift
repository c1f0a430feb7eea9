import InformationLaw
import LetterReading

// What the harm rests on: evidence, the links of the chain, other information, precedent, and what is
// public already.

extension LetterRule {
  static let chain = [hasEvidence, everyStep, namesOtherPieces, showsPrecedent, publicDomain]

  /// A letter that says nobody was asked settles it; otherwise the evidence is on the file.
  static let hasEvidence = LetterRule(
    "RN-056", when: { $0.reading.arguesHarm && $0.keepsBack },
    fails: [
      LetterExample(
        "an assumption", on: ["s43(2)"],
        "Section 43(2).\n{harm s43(2)} We assume that bids would fall, although no bidder was asked."
      )
    ],
    passes: [
      LetterExample(
        "a statement", on: ["s43(2)"],
        "Section 43(2).\n{harm s43(2)} The supplier has told us in writing that bids would fall.")
    ]
  ) { letter, answer in
    letter.object(to: "no-evidence", in: letter.spans(.everything), into: &answer) {
      "\($0) is no evidence"
    }
  }

  /// A chain of which three links in one breath are mere possibilities is no real and significant
  /// risk. Whether other chains are supported a person judges.
  static let everyStep = LetterRule(
    "RN-057", when: { $0.reading.arguesHarm && $0.keepsBack },
    fails: [
      LetterExample(
        "could, might, may", on: ["s31(1)(a)"],
        """
        Section 31(1)(a).
        {harm s31(1)(a)} The menu could draw a protest, which might close the canteen, and staff may \
        then leave.
        """)
    ],
    passes: [
      LetterExample(
        "one link", on: ["s31(1)(a)"],
        "Section 31(1)(a).\n{harm s31(1)(a)} Burglars would use the door code to enter the store.")
    ]
  ) { letter, answer in
    let links = letter.matches("hedges", in: letter.spans(.argument))
    let byBlock = Dictionary(grouping: links) { match in
      letter.block(at: letter.text.words[match.lowerBound].range.lowerBound)
    }
    for links in byBlock.values.sorted(by: { $0[0].lowerBound < $1[0].lowerBound })
    where links.count >= 3 {
      let words = listed(
        links.prefix(3).map { "'\(letter.text.text(letter.text.range(ofWords: $0)))'" })
      answer.object(
        .fail, "\(words) make a chain of possibilities, of which no link is supported.",
        at: letter.text.range(ofWords: links[0].lowerBound..<links[links.count - 1].upperBound))
    }
  }

  /// An argument from combination that names no other piece; whether a named one would reveal anything
  /// a person judges.
  static let namesOtherPieces = LetterRule(
    "RN-058", when: { letter in letter.says("mosaic", in: letter.spans(.everything)) },
    fails: [
      LetterExample(
        "a jigsaw of nothing", on: ["s31(1)(a)"],
        "Section 31(1)(a).\n{harm s31(1)(a)} There is a risk of jigsaw identification.")
    ],
    passes: [
      LetterExample(
        "what with what", on: ["s31(1)(a)"],
        """
        Section 31(1)(a).
        {harm s31(1)(a)} Combined with other plans, such as those that the parish published, it would \
        show every alarm.
        """)
    ]
  ) { letter, answer in
    let parts = letter.spans(.everything)
    let isNamed = letter.matches("mosaic", in: parts).contains { match in
      let sentence = letter.text.sentence(around: match)
      return letter.hits["other-pieces"].contains { sentence.overlaps($0) }
    }
    if !isNamed {
      letter.object(to: "mosaic", in: parts, into: &answer) {
        "\($0) does not say with which other information, and what that would reveal"
      }
    }
  }

  /// Floodgates and precedents of which nothing says that like requests are to be expected.
  static let showsPrecedent = LetterRule(
    "RN-059", when: { $0.says("precedent") || !$0.spans([.precedent]).isEmpty },
    fails: [
      LetterExample("floodgates", on: ["s43(2)"], "Section 43(2). It would open the floodgates.")
    ],
    passes: [
      LetterExample(
        "like requests", on: ["s43(2)"],
        """
        Section 43(2). It would set a precedent: we have had similar requests for each of the last four \
        quarters.
        """)
    ]
  ) { letter, answer in
    if !letter.says("like-requests") {
      answer.object(
        .fail, "A precedent is feared, and nothing shows that like requests are to be expected.",
        at: letter.firstMatch("precedent") ?? letter.place(of: letter.spans([.precedent])))
    }
  }

  /// A letter that says itself that the information is public already.
  static let publicDomain = LetterRule(
    "RN-060", when: \.keepsBack,
    fails: [
      LetterExample(
        "public already", on: ["s31(1)(a)"],
        "The plan is exempt under section 31(1)(a), although it is already in the public domain.")
    ],
    passes: [
      LetterExample(
        "checked", on: ["s31(1)(a)"],
        "The plan is exempt under section 31(1)(a). We looked for it in planning records online.")
    ]
  ) { letter, answer in
    letter.object(to: "already-public", without: letter.isConditional, into: &answer) {
      "\($0) says that what is withheld is public"
    }
  }
}
