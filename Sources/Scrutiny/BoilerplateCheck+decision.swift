public import DataFiles
import InformationLaw
import Precedents
public import PublicInterest

extension BoilerplateCheck {
  /// The reasons of a decision as they are compared with those of other decisions: each in words that
  /// the authority chose, with its field.
  public static func reasons(of decision: Decision) -> [(field: FieldPath, text: String)] {
    decision.reliances.enumerated().flatMap {
      index, reliance -> [(field: FieldPath, text: String)] in
      let path = "reliance" / index
      let harm = reliance.harm
      var reasons: [(field: FieldPath, text: String)] = [
        (path / "reason", reliance.reason), (path / "harm" / "shows", harm.shows),
        (path / "harm" / "how", harm.how), (path / "harm" / "follows", harm.follows),
        (path / "harm" / "likelihood reason", harm.likelihoodReason),
      ]
      for side in Vocabulary.Side.allCases {
        for (number, factor) in reliance.factors(side).enumerated() {
          reasons.append(
            (path / side.key / number, "\(factor.words) \(factor.reason) \(factor.answer)"))
        }
      }
      reasons.append((path / "balance" / "reasons", reliance.balance?.reasons ?? ""))
      return reasons.filter { !$0.text.isBlank }
    }
  }

  /// The report of a decision with a finding for each reason that stands nearly word for word in other
  /// decisions.
  ///
  /// - Parameters:
  ///   - report: the report of that decision.
  ///   - decision: the decision.
  ///   - own: tells the decision's own name, which does not count.
  public func adding(
    to report: ScrutinyReport, of decision: Decision, except own: (String) -> Bool
  ) -> ScrutinyReport {
    var report = report
    for (field, text) in BoilerplateCheck.reasons(of: decision) {
      guard let match = letters.match(for: text, except: own) else { continue }
      let isHarm = field.isHarm
      guard let rule = book.rule(id: isHarm ? "RN-042" : "RN-087") else { continue }
      add(
        Finding(
          rule: rule.id, severity: rule.severity, verdict: .partial, field: field,
          message: message("This \(isHarm ? "reason" : "argument")", match),
          citation: rule.citation, fix: rule.fix),
        to: &report)
    }
    return report
  }
}

extension FieldPath {
  /// Whether the field argues that the limb applies, and does not weigh.
  fileprivate var isHarm: Bool {
    let path = description
    return path.hasSuffix("/reason") || path.contains("/harm/")
  }
}
