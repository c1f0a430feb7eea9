import DataFiles
import InformationLaw
import PublicInterest

// The harm as a chain: interest, substance, cause and effect, evidence (Hogan, EA/2005/0026 and
// 0030).

extension Rule {
  static let harm = [
    namesInterest, harmOfSubstance, causesHarm, choosesLevel, hasEvidence, everyStep,
    checkedPublicDomain,
  ]

  static let namesInterest = Rule(
    "RN-050", limbs: \.isPrejudiceBased,
    breaks: [
      Example("no interest", at: "reliance/0/harm/interest") {
        $0.reliances[0].harm.interest = ""
      }
    ]
  ) { _, relied, answer in
    if relied.harm.interest.isBlank {
      answer.fail(
        relied.path / "harm" / "interest",
        "\(relied.limb.cite) does not name the interest that would be harmed.")
    }
  }

  /// Where nothing follows, and neither severity nor extent is said, there is no harm of substance.
  static let harmOfSubstance = Rule(
    "RN-051", limbs: \.isPrejudiceBased,
    breaks: [
      Example("nothing about the harm", at: "reliance/0/harm") {
        $0.reliances[0].harm = Harm(interest: "The prevention of crime")
      },
      Example("no severity", at: "reliance/0/harm/severity") {
        $0.reliances[0].harm.severity = nil
      },
    ]
  ) { _, relied, answer in
    let harm = relied.harm
    let field = relied.path / "harm"
    let missing = [
      ("severity", harm.severity == nil), ("extent", harm.extent.isBlank),
    ].filter(\.1).map(\.0)
    if missing.count == 2, harm.follows.isBlank {
      answer.fail(
        field,
        "\(relied.limb.cite) does not say what the harm would be, how bad or how far it goes.")
    } else if let first = missing.first {
      answer.partial(
        field / first,
        "The harm under \(relied.limb.cite) has no \(listed(missing, joint: "or")), so that nothing "
          + "shows it to be of substance.")
    }
  }

  /// The links of the chain from the words made public to the damage.
  static let causesHarm = Rule(
    "RN-052", limbs: \.isPrejudiceBased,
    breaks: [
      Example("no chain", at: "reliance/0/harm/shows") {
        $0.reliances[0].harm.shows = ""
        $0.reliances[0].harm.who = ""
        $0.reliances[0].harm.how = ""
        $0.reliances[0].harm.follows = ""
      },
      Example("nobody who would use it", at: "reliance/0/harm/who") {
        $0.reliances[0].harm.who = ""
      },
    ]
  ) { _, relied, answer in
    let harm = relied.harm
    let field = relied.path / "harm"
    let links = [
      ("shows", "what disclosure would show", harm.shows), ("who", "who could use it", harm.who),
      ("how", "how they would use it", harm.how), ("follows", "what would follow", harm.follows),
    ]
    let missing = links.filter(\.2.isBlank)
    guard let first = missing.first else { return }
    let words = listed(missing.map(\.1), joint: "or")
    if missing.count == links.count {
      answer.fail(
        field / first.0, "Nothing links disclosure to harm under \(relied.limb.cite): not \(words)."
      )
    } else {
      answer.partial(
        field / first.0, "The chain of harm under \(relied.limb.cite) does not say \(words).")
    }
  }

  /// 1. One of the levels of the limb's test is chosen.
  /// 2. The letter says which.
  static let choosesLevel = Rule(
    "RN-053", when: { $0.relies(\.isPrejudiceBased) },
    breaks: [
      Example("no level", at: "reliance/0/harm/likelihood") {
        $0.reliances[0].harm.likelihood = nil
      },
      Example("a level of another test", at: "reliance/0/harm/likelihood") {
        $0.reliances[0].harm.likelihood = .required
      },
      Example("a letter without the level", at: "letter/reliance/crime") {
        $0.write("reliance/crime", "Disclosure is harmful.")
      },
    ]
  ) { context, answer in
    for relied in context.relied where relied.limb.isPrejudiceBased {
      let field = relied.path / "harm" / "likelihood"
      let levels = relied.threshold?.levels ?? []
      let choices = listed(levels.map { "'\($0.rawValue)'" }, joint: "or")
      guard let level = relied.harm.likelihood else {
        answer.fail(
          field, "No level of likelihood is chosen for \(relied.limb.cite): \(choices).",
          limb: relied.limb)
        continue
      }
      if !levels.contains(level) {
        answer.fail(
          field,
          "'\(level.rawValue)' is not the test of \(relied.limb.cite), which asks for \(choices).",
          limb: relied.limb)
      } else if let section = context.section(on: relied),
        !section.text.contains(WordedText(level.rawValue).words)
      {
        answer.fail(
          section.field,
          "The letter no longer says that harm '\(level.words)' follow under \(relied.limb.cite).",
          limb: relied.limb)
      }
    }
  }

  /// Evidence has a source and a date; without any, what lies on file counts for half.
  static let hasEvidence = Rule(
    "RN-056", limbs: \.needsHarm,
    breaks: [
      Example("no evidence at all", at: "reliance/0/harm/evidence") {
        $0.reliances[0].harm.evidence = []
        $0.reliances[0].onFile = [:]
      },
      Example("evidence only on file", at: "reliance/0/harm/evidence") {
        $0.reliances[0].harm.evidence = []
      },
      Example("evidence without a date", at: "reliance/1/harm/evidence/0") {
        $0.reliances[1].harm.evidence[0].date = nil
      },
    ]
  ) { _, relied, answer in
    let field = relied.path / "harm" / "evidence"
    guard !relied.harm.evidence.isEmpty else {
      let onFile = ["ev-owner-statement", "ev-external"].contains {
        relied.reliance.onFile[$0]?.isBlank == false
      }
      if onFile {
        answer.partial(
          field, "Evidence for \(relied.limb.cite) is on file, but the harm does not draw on it.")
      } else {
        answer.fail(field, "No evidence stands behind the harm under \(relied.limb.cite).")
      }
      return
    }
    for (index, evidence) in relied.harm.evidence.enumerated() {
      let lacks = [
        evidence.source.isBlank ? "source" : nil, evidence.date == nil ? "date" : nil,
      ].compactMap { $0 }
      if !lacks.isEmpty {
        answer.partial(
          field / index,
          "The evidence '\(evidence.says.shortened())' has no \(listed(lacks, joint: "or")).")
      }
    }
  }

  static let everyStep = Rule.asked("RN-057") { $0.relies(\.needsHarm) }

  /// Where the limb's file should hold a check of what is public and does not, nobody made one.
  static let checkedPublicDomain = Rule(
    "RN-060", when: { !$0.decision.withheld.isEmpty },
    breaks: [
      Example("no check on file", at: "reliance/0/on file") {
        $0.reliances[0].onFile["ev-public-domain"] = nil
      }
    ]
  ) { context, answer in
    for relied in context.relied where relied.limb.evidence.contains("ev-public-domain") {
      if relied.reliance.onFile["ev-public-domain"]?.isBlank ?? true {
        answer.fail(
          relied.path / "on file",
          "No check of what is already public is on file for \(relied.limb.cite).",
          limb: relied.limb)
      }
    }
  }
}
