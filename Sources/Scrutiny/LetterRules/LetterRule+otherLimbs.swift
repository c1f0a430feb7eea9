import InformationLaw
import LetterReading

// What single limbs ask for besides: ss.21, 22, 36, 38, 40(2), 41, 42, 43(2) and 44.

extension LetterRule {
  static let otherLimbs = [
    qualifiedPerson, confidence, privilege, thirdParty, personalData, laterPublication, accessible,
    prohibition, endangerment,
  ]

  private static func when(
    _ section: String
  ) -> @Sendable (AuditedLetter) -> Bool {
    { letter in
      !letter.isExtension && letter.regime == .foia
        && letter.withheld.contains { $0.section == section || $0.provision == section }
    }
  }

  private static func example(_ says: String, _ limb: String, _ text: String) -> LetterExample {
    LetterExample(
      says, on: [limb], "Section \(limb.dropFirst()).\n{exemption_reason \(limb)} \(text)")
  }

  /// No word of a qualified person; its date and substance are on the file.
  static let qualifiedPerson = LetterRule(
    "RN-064",
    when: { letter in
      !letter.isExtension && letter.regime == .foia && letter.cited.contains { $0.section == "36" }
    },
    fails: [example("nobody", "s36(2)(c)", "It would prejudice the conduct of public affairs.")],
    passes: [
      example(
        "an opinion", "s36(2)(c)",
        "The qualified person, our Monitoring Officer, found on 3 March so.")
    ]
  ) { letter, answer in
    answer.otherwise = .cannotAssess
    if !letter.says("qualified-person"),
      let cited = letter.cited.first(where: { $0.section == "36" })
    {
      answer.object(
        .fail, "\(cited.cite) is relied on without the opinion of a qualified person.",
        at: letter.place(of: cited), limb: cited.limb)
    }
  }

  /// The elements of the claim, and the public interest defence. What is missing altogether the text
  /// settles.
  static let confidence = LetterRule(
    "RN-065", when: when("41"),
    fails: [
      example("no defence", "s41(1)", "The bidder gave it to us in confidence and could sue."),
      example("marked confidential", "s41(1)", "It is marked private."),
    ],
    passes: [
      example(
        "all of it", "s41(1)",
        """
        The bidder supplied it in confidence and could sue. No public interest in disclosure would be a \
        defence.
        """)
    ]
  ) { letter, answer in
    guard let cited = letter.withheld.first(where: { $0.section == "41" }) else { return }
    let parts = letter.spans([.harm, .exemptionReason, .balance, .pitNotRequired], on: cited)
    let absent = [
      ("who gave the information", !letter.says("obtained-from-another", in: parts)),
      ("the duty of confidence", !letter.says("in-confidence", in: parts)),
      ("the public interest defence", !letter.says("public-interest", in: parts)),
    ].filter(\.1).map(\.0)
    if !absent.isEmpty {
      answer.object(
        .fail, "\(cited.cite) is relied on without a word on \(listed(absent, joint: "or")).",
        at: letter.place(of: parts, otherwise: cited), limb: cited.limb)
    }
  }

  static let privilege = LetterRule(
    "RN-066", when: when("42"),
    fails: [example("no kind", "s42(1)", "The paper is privileged.")],
    passes: [
      example("advice", "s42(1)", "Legal advice privilege applies, and has not been waived.")
    ]
  ) { letter, answer in
    guard let cited = letter.withheld.first(where: { $0.section == "42" }) else { return }
    if !letter.says("kind-of-privilege") {
      answer.object(
        .fail, "The letter does not say which kind of privilege is claimed.",
        at: letter.place(of: letter.spans(.argument, on: cited), otherwise: cited), limb: cited.limb
      )
    } else if !letter.says("privilege-not-lost") {
      answer.object(
        .partial, "The letter does not say that the privilege has not been lost.",
        at: letter.place("kind-of-privilege"), limb: cited.limb)
    }
  }

  /// Words that show that nobody asked the third party.
  static let thirdParty = LetterRule(
    "RN-067", when: when("43(2)"),
    fails: [example("a guess", "s43(2)", "We assume that rivals would undercut our caterer.")],
    passes: [
      example("its own words", "s43(2)", "The caterer has told us that rivals would undercut it.")
    ]
  ) { letter, answer in
    letter.object(to: "no-evidence", in: letter.spans(.everything), into: &answer) {
      "\($0) is speculation about a third party"
    }
  }

  /// Legitimate interest, necessity, balance: none is named, or not all.
  static let personalData = LetterRule(
    "RN-068",
    when: { letter in
      letter.withheld.contains {
        $0.provision.hasPrefix("40(2)")
          || $0.section == "13" && $0.isCertainly { $0.regime == .eir }
      }
    },
    fails: [example("it identifies somebody", "s40(2)", "The title would identify somebody.")],
    passes: [
      example(
        "all three", "s40(2)",
        """
        There is a legitimate interest in who decides. Names of junior staff are not necessary for it, and their \
        rights and freedoms override it.
        """)
    ]
  ) { letter, answer in
    let absent = [
      ("the legitimate interest", !letter.says("legitimate-interest")),
      ("necessity", !letter.says("necessity")),
      ("the balance with the person's rights", !letter.says("rights-and-freedoms")),
    ].filter(\.1).map(\.0)
    guard !absent.isEmpty,
      let cited = letter.withheld.first(where: {
        $0.provision.hasPrefix("40(2)") || $0.section == "13"
      })
    else { return }
    answer.object(
      absent.count == 3 ? .fail : .partial,
      "Personal data are withheld without a word on \(listed(absent, joint: "or")).",
      at: letter.place(of: cited), limb: cited.limb)
  }

  static let laterPublication = LetterRule(
    "RN-069", when: when("22"),
    fails: [
      example("decided afterwards", "s22(1)", "Since your request we have decided to publish it."),
      example("no intention", "s22(1)", "The survey is not ready."),
    ],
    passes: [
      example(
        "intended", "s22(1)",
        "In May we decided to publish the survey in July, and it is reasonable to wait.")
    ]
  ) { letter, answer in
    guard let cited = letter.withheld.first(where: { $0.section == "22" }) else { return }
    if let place = letter.firstMatch("decided-to-publish-later") {
      answer.object(
        .fail, "The intention to publish is younger than the request.", at: place, limb: cited.limb)
    } else if !letter.says("publish") {
      answer.object(
        .fail, "Nothing shows an intention to publish.", at: letter.place(of: cited),
        limb: cited.limb)
    }
  }

  /// A link, or a document by its name and page; "our website" alone is a hint.
  static let accessible = LetterRule(
    "RN-070", when: when("21"),
    fails: [
      example("nowhere", "s21(1)", "The figures are already accessible to you."),
      example("somewhere on the website", "s21(1)", "The figures are on our website."),
    ],
    passes: [
      example("a link", "s21(1)", "The figures are at https://www.example.gov.uk/bins-2025.")
    ]
  ) { letter, answer in
    guard let cited = letter.withheld.first(where: { $0.section == "21" }) else { return }
    if letter.linksOutsideRights { return }
    let places = letter.matches("vague-place").map(letter.text.range(ofWords:))
    if places.contains(where: letter.isLinked) { return }
    if let vague = places.first {
      answer.object(
        .partial, "'\(letter.text.text(vague))' does not say exactly where the information is.",
        at: vague, limb: cited.limb)
    } else {
      answer.object(
        .fail, "The letter does not say where the information can be found.",
        at: letter.place(of: cited), limb: cited.limb)
    }
  }

  static let prohibition = LetterRule(
    "RN-073", when: when("44"),
    fails: [
      example("no enactment", "s44(1)(a)", "The law does not let us disclose it."),
      example(
        "no section", "s44(1)(a)", "The Commissioners for Revenue and Customs Act 2005 forbids it."),
    ],
    passes: [
      example(
        "enactment, section and gateways", "s44(1)(a)",
        """
        Section 18(1) of the Commissioners for Revenue and Customs Act 2005 forbids it, and none of the exceptions \
        allows it.
        """)
    ]
  ) { letter, answer in
    guard let cited = letter.withheld.first(where: { $0.section == "44" }) else { return }
    let parts = letter.spans(.argument, on: cited)
    let place = letter.place(of: parts, otherwise: cited)
    if !letter.says("names-enactment", in: parts) {
      answer.object(
        .fail, "The enactment that prohibits disclosure is not named.", at: place, limb: cited.limb)
    } else if !letter.says("names-provision", in: parts) {
      answer.object(
        .fail, "The provision that prohibits disclosure is not named.", at: place, limb: cited.limb)
    } else if !letter.says("gateway", in: parts) {
      answer.object(
        .partial, "Nothing is said of gateways that allow disclosure.", at: place, limb: cited.limb)
    }
  }

  /// Upset without danger. Who is in danger and how a person judges.
  static let endangerment = LetterRule(
    "RN-074", when: when("38"),
    fails: [
      LetterExample(
        "upset", on: ["s38(1)(a)"],
        "Section 38(1)(a).\n{harm s38(1)(a)} Families would find the report upsetting.")
    ],
    passes: [
      LetterExample(
        "danger", on: ["s38(1)(b)"],
        "Section 38(1)(b).\n{harm s38(1)(b)} Two of the four staff have been attacked at home.")
    ]
  ) { letter, answer in
    let parts = letter.withheld.filter { $0.section == "38" }.flatMap {
      letter.spans(.argument, on: $0)
    }
    guard letter.says("upset", in: parts), !letter.says("danger", in: parts) else { return }
    letter.object(to: "upset", in: parts, into: &answer) {
      "\($0) is upset; nobody is said to be endangered"
    }
  }
}

extension AuditedLetter {
  /// Whether a number in square brackets stands beside some words: how mail shows a link in plain text.
  fileprivate func isLinked(_ place: Range<Int>) -> Bool {
    let before = place.lowerBound > 0 && text.scalars[place.lowerBound - 1] == "]"
    let after = text.scalars[place.upperBound..<min(place.upperBound + 4, text.scalars.count)]
    return after.contains("[") || before && !isBoilerplateLink(place)
  }

  /// Whether a link leads to the licence and not to the information.
  private func isBoilerplateLink(_ place: Range<Int>) -> Bool {
    let word = text.firstWord(from: place.lowerBound)
    let sentence = text.sentence(around: word..<word + 1)
    return hits["licence"].contains { $0.overlaps(sentence) }
  }

  /// Whether a web address stands somewhere other than in the paragraphs about rights.
  fileprivate var linksOutsideRights: Bool {
    matches("link").contains { match in
      let start = text.words[match.lowerBound].range.lowerBound
      let isRights = spans([.rightsInternalReview, .rightsRegulator]).contains {
        $0.range.contains(start)
      }
      return !isRights && text.words[match.upperBound...].first?.folded != "ico"
    }
  }
}
