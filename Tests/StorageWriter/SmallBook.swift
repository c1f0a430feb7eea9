import InformationLaw

/// A statute book of three limbs: the writer is started hundreds of times, and reading the whole law
/// takes longer than the writer lives. What is in it agrees with the whole book.
enum SmallBook {
  static func load() throws -> StatuteBook {
    try StatuteBook(files: [
      "vocabulary.yaml": vocabulary, "sources.yaml": sources, "clocks.yaml": clocks,
      "rules.yaml": "rules: []", "bank-holidays.yaml": holidays, "limits.yaml": "limits: []",
      "statutes.yaml": "statutes:\n" + Regime.allCases.map(statute).joined(),
      "regimes.yaml": "regimes:\n" + Regime.allCases.map(terms).joined(),
      "regulators.yaml": regulators,
      "foia/limbs.yaml": "limbs:\n" + limb("24(1)", "qualified", "purpose", "t-required-ns")
        + limb("31(1)(a)", "qualified", "prejudice", "t-prejudice")
        + limb("40(1)", "absolute", "class", "t-class"),
    ])
  }

  private static func limb(
    _ provision: String, _ status: String, _ basis: String, _ threshold: String
  ) -> String {
    let id = provision.replacing("(", with: "-").replacing(")", with: "")
    return """
        - id: foia-\(id)
          section: "\(provision.prefix { $0 != "(" })"
          provision: "\(provision)"
          cite: "FOIA s.\(provision)"
          title: A limb
          kind: exemption
          status: \(status)
          basis: \(basis)
          threshold: \(threshold)
          standard: As the Act says
          who: any public authority
          expires: {rule: none, cite: FOIA}
          text_check: statute-read
          sources: [S01]

      """
  }

  private static func statute(_ regime: Regime) -> String {
    "  - {regime: \(regime.rawValue), number: One, in_force: {from: 2005-01-01}, sources: [S01]}\n"
  }

  private static func terms(_ regime: Regime) -> String {
    """
      - regime: \(regime.rawValue)
        exemption: exemption
        instrument: the Act
        unit: section
        duty: "1(1)"
        specify: "17(1)(b)"
        notice: "17"
        test: "2(2)(b)"
        test_ncnd: "2(1)(b)"
        regulator: section 50 of the Act
        sources: [S01]

    """
  }

  private static let regulators = """
    regulators:
      - id: regulator
        regimes: [FOIA, EIR, FOISA]
        name: The regulator
        website: "https://regulator.example/"
        complain_within: six weeks
        in_force: {from: 2005-01-01}
        sources: [S01]
    """

  private static let vocabulary = """
    thresholds:
      t-class: {label: Class based}
      t-prejudice: {label: Prejudice, levels: [would, would be likely]}
      t-required-ns: {label: Required, levels: [required]}
    factors: {}
    irrelevances: {}
    errors: {}
    evidence: {}
    purposes: {}
    """

  private static let sources = """
    sources:
      - {id: S01, what: The Act, where: legislation.gov.uk, status: read}
    """

  private static let clocks = """
    clocks:
      - id: foia-response
        regime: FOIA
        stage: response
        name: Time for complying with a request
        starts: receipt
        length: 20
        unit: working day
        calendar: foia
        binding: statute
        restarts: [foia-s1-3]
        must_do: Answer
        law: FOIA s.10(1)
        status: verified
        sources: [S01]
      - id: foia-s1-3
        regime: FOIA
        stage: clarification
        name: Time after a clarification
        starts: receipt of the particulars
        length: 20
        unit: working day
        calendar: foia
        binding: statute
        must_do: Answer
        law: FOIA s.1(3)
        status: verified
        sources: [S01]
    """

  private static let holidays = """
    first: 2025-01-01
    last: 2026-12-31
    provisional_from: 2026-12-31
    holidays:
      - {date: 2026-05-25, name: Spring bank holiday, parts: [england-and-wales]}
    """
}
