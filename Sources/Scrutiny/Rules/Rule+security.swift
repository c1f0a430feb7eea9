import DataFiles
import InformationLaw
import PublicInterest

// National security: necessity, section 23, and what is no matter of national security.

extension Rule {
  static let nationalSecurity = [necessity, outsideSection23, nothingOrdinary]

  /// "Required" means reasonably necessary. Without that claim, its reason or any evidence of the
  /// risk, necessity is not shown; with all three a person judges whether it is.
  static let necessity = Rule(
    "RN-061", limbs: { $0.id == "foia-24-1" },
    breaks: [
      Example("necessity not claimed", at: "reliance/1/harm/likelihood") {
        $0.reliances[1].harm.likelihood = nil
      },
      Example("no reason why it is necessary", at: "reliance/1/harm/why so likely") {
        $0.reliances[1].harm.likelihoodReason = ""
      },
      Example("no evidence", at: "reliance/1/harm/evidence") {
        $0.reliances[1].harm.evidence = []
      },
    ]
  ) { _, relied, answer in
    let harm = relied.harm
    let missing = [
      ("likelihood", "it is not claimed to be required", harm.likelihood != .required),
      (
        "why so likely", "nothing says why nothing less than withholding will do",
        harm.likelihoodReason.isBlank
      ),
      ("evidence", "no evidence shows the risk", harm.evidence.isEmpty),
    ].filter(\.2)
    guard let first = missing.first else { return }
    answer.fail(
      relied.path / "harm" / first.0,
      "Necessity is not shown under \(relied.limb.cite): \(listed(missing.map(\.1))).")
  }

  /// s.24(1) is for what s.23(1) does not cover.
  static let outsideSection23 = Rule(
    "RN-062", limbs: { $0.id == "foia-24-1" },
    breaks: [
      Example("nothing about section 23", at: "reliance/1/section 23") {
        $0.reliances[1].section23 = nil
      }
    ]
  ) { _, relied, answer in
    if relied.reliance.section23 == nil {
      answer.fail(
        relied.path / "section 23",
        "Nothing says that the information is not within s.23(1), or that the two are cited in the "
          + "alternative.")
    }
  }

  /// 1. A recognised factor of ordinary crime under s.24 is settled by its name.
  /// 2. Words about crime may be used of more than ordinary crime: half a breach, for a person to
  ///    see.
  static let nothingOrdinary = Rule(
    "RN-063", limbs: { $0.id == "foia-24-1" },
    breaks: [
      Example("a crime factor", at: "reliance/1/for maintaining/0") {
        $0.reliances[1].factors[2].recognised = "fm-crime-attack-surface"
      },
      Example("thieves", at: "reliance/1/harm/who") { $0.reliances[1].harm.who = "Thieves" },
    ]
  ) { context, relied, answer in
    let cite = relied.limb.cite
    for (field, factor) in relied.factors(.maintain) {
      guard let key = factor.recognised,
        key.hasPrefix("fm-crime") || key == "fm-offender-evasion",
        let recognised = context.book.vocabulary.factors[key]
      else { continue }
      answer.fail(
        field,
        "'\(factor.words.shortened())' is about crime (\(recognised.label.lowercasedFirst)), "
          + "not about the security of the United Kingdom; it belongs under s31.")
    }
    let passages = relied.passages.filter {
      Set<Passage.Part>.againstDisclosure.contains($0.part)
    }
    context.object(
      to: "ordinary-crime", in: passages, letter: [], verdict: .partial, into: &answer
    ) { quote, _ in
      "\(quote) speaks of crime or standing under \(cite); only the security of the United Kingdom "
        + "counts there"
    }
  }
}

extension String {
  /// With a small first letter, inside a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
