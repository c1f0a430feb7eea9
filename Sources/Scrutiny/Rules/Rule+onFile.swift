import DataFiles
import InformationLaw
import PublicInterest

// What has to be on file for particular limbs: without it the rule is broken, with it a person
// judges.

extension Rule {
  static let onFile = [
    mosaic, precedent, opinionOnFile, confidence, privilege, thirdParty, legitimateInterests,
    intentionToPublish, accessible, statutoryBar, endangered,
  ]

  static let mosaic = support(
    "RN-058", factor: "fm-mosaic", words: "mosaic", evidence: "ev-mosaic",
    "combination with other information is argued")

  static let precedent = support(
    "RN-059", factor: "fm-precedent", words: "precedent", evidence: "ev-precedent",
    "a precedent is argued")

  static let opinionOnFile = evidence("RN-064", on: "foia-36", needs: ["ev-qp-opinion"])
  static let confidence = evidence("RN-065", on: "foia-41-1", needs: ["ev-confidence"])
  static let privilege = evidence("RN-066", on: "foia-42-1", needs: ["ev-lpp", "ev-lpp-waiver"])
  static let legitimateInterests = evidence("RN-068", on: "foia-40-2-3A", needs: ["ev-lia"])
  static let intentionToPublish = evidence(
    "RN-069", on: "foia-22-1", needs: ["ev-publication-plan"])
  static let accessible = evidence("RN-070", on: "foia-21-1", needs: ["ev-accessible"])
  static let statutoryBar = evidence("RN-073", on: "foia-44-1-a", needs: ["ev-statutory-bar"])
  static let endangered = evidence("RN-074", on: "foia-38-1", needs: ["ev-individual-risk"])

  /// s.43(2) may protect the authority's own interests: only factors about a supplier settle that a
  /// third party's are argued.
  static let thirdParty = Rule(
    "RN-067", limbs: { $0.id == "foia-43-2" },
    breaks: [
      Example("a supplier's harm without the supplier", at: "reliance/2/on file") {
        $0.rely(on: "foia-43-2", for: ["products"]) {
          $0.factors.append(
            Factor(id: "m9", side: .maintain, recognised: "fm-competitive-harm", words: "Rivals"))
        }
      }
    ],
    passes: [
      Example("the authority's own bargaining") {
        $0.rely(on: "foia-43-2", for: ["products"]) {
          $0.factors.append(
            Factor(id: "m9", side: .maintain, recognised: "fm-bargaining", words: "The next tender")
          )
        }
      }
    ]
  ) { context, relied, answer in
    let isAboutThirdParty = relied.reliance.factors.contains {
      ["fm-competitive-harm", "fm-supplier-willingness"].contains($0.recognised)
    }
    guard isAboutThirdParty else { return }
    context.require(["ev-third-party"], of: relied, into: &answer)
  }

  /// A limb whose file has to hold something.
  private static func evidence(_ id: String, on limb: String, needs keys: [String]) -> Rule {
    // A limb of the group, for the examples.
    let example =
      [
        "foia-36": "foia-36-2-b-i", "foia-40-2-3A": "foia-40-2-3A-a",
        "foia-38-1": "foia-38-1-b",
      ][limb] ?? limb
    return Rule(
      id, limbs: { $0.id == limb || $0.id.hasPrefix(limb + "-") },
      breaks: [
        Example("nothing on file", at: "reliance/2/on file") {
          $0.rely(on: example, for: ["products"])
        }
      ],
      passes: [
        Example("on file") {
          $0.rely(on: example, for: ["products"]) { reliance in
            for key in keys { reliance.onFile[key] = "In the case folder" }
          }
        }
      ]
    ) { context, relied, answer in
      // That something is on file does not show that it is good enough.
      answer.otherwise = .cannotAssess
      context.require(keys, of: relied, into: &answer)
    }
  }

  /// An argument that needs support on file: settled where it is made under its name, and half of
  /// it where only the words suggest it.
  private static func support(
    _ id: String, factor: String, words: String, evidence: String, _ argument: String
  ) -> Rule {
    Rule(
      id,
      when: { context in
        context.relied.contains { $0.argues(factor) || context.finds(words, in: $0.passages) }
      },
      breaks: [
        Example("argued by name", at: "reliance/0/for maintaining/0") {
          $0.reliances[0].onFile[evidence] = nil
          $0.reliances[0].factors[3].recognised = factor
        },
        Example("argued in words", at: "reliance/0/reason") {
          $0.reliances[0].onFile[evidence] = nil
          $0.reliances[0].reason +=
            factor == "fm-mosaic" ? " It completes the jigsaw." : " It would set a precedent."
        },
      ],
      passes: [
        Example("argued, with support on file") {
          $0.reliances[0].factors[3].recognised = factor
          $0.reliances[0].onFile[evidence] = "In the case folder"
        }
      ]
    ) { context, answer in
      let fix = "Put on file: \(context.book.vocabulary.evidence[evidence]?.lowercasedFirst ?? "")."
      for relied in context.relied where relied.reliance.onFile[evidence]?.isBlank ?? true {
        let about = "\(argument) under \(relied.limb.cite), and nothing on file supports it"
        let named = relied.factors(.maintain).first { $0.factor.recognised == factor }
        if let (field, named) = named {
          answer.fail(
            field, "In '\(named.words.shortened())' \(about).", fix: fix, limb: relied.limb)
        } else {
          for passage in relied.passages {
            guard let match = passage.hits[words].first else { continue }
            answer.partial(
              passage.field, "In '\(passage.text.quote(match))' \(about).", fix: fix,
              limb: relied.limb)
          }
        }
      }
    }
  }
}

extension Relied {
  /// Whether a recognised factor is among those for maintaining.
  fileprivate func argues(_ factor: String) -> Bool {
    reliance.factors(.maintain).contains { $0.recognised == factor }
  }
}

extension Context {
  /// Objects to each kind of evidence that is not on file for a reliance.
  func require(_ keys: [String], of relied: Relied, into answer: inout Answer) {
    for key in keys where relied.reliance.onFile[key]?.isBlank ?? true {
      let label = book.vocabulary.evidence[key]?.lowercasedFirst ?? key
      answer.fail(
        relied.path / "on file", "\(relied.limb.cite) needs on file: \(label.shortened(to: 90)).",
        fix: "Put on file: \(label).", limb: relied.limb)
    }
  }
}
