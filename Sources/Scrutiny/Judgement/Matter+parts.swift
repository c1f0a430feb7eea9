import DataFiles
import InformationLaw

extension Matter {
  /// The parts of a decision that a question can be about.
  enum Part: CaseIterable {
    case request, items, clock, reason, file, harm, weighing, cumulative, alternatives, advice

    /// What the question of a rule judges: the first part is where a finding lies.
    ///
    /// By the topic of the rule, since the rules of a topic ask about the same part of the notice; a
    /// topic that is not listed is about everything.
    static func judged(by rule: AuditRule) -> [Part] {
      switch rule.id {
      case "RN-025": return [.harm, .weighing]
      case "RN-045": return [.reason, .items, .harm, .weighing]
      case "RN-095": return [.weighing, .harm]
      case "RN-096": return [.weighing, .reason, .cumulative]
      case "RN-143": return [.request]
      default: break
      }
      switch rule.topic {
      case "frame": return [.items]
      case "time": return [.clock]
      case "confirm": return [.reason, .request]
      case "explain": return [.reason, .harm]
      case "harm": return rule.document == "case" ? [.harm, .reason, .file] : [.harm, .reason]
      case "pit": return [.weighing, .cumulative]
      case "partial": return [.items, .alternatives]
      case "assist": return [.advice]
      case "process": return [.request, .reason]
      default: return allCases
      }
    }

    /// Where it stands in the decision, for the reliance at an index.
    func field(_ index: Int?) -> FieldPath {
      let reliance: FieldPath = index.map { "reliance" / $0 } ?? "reliance"
      return switch self {
      case .request: "questions"
      case .items: "items"
      case .clock: "clock"
      case .reason: reliance / "reason"
      case .file: reliance / "on file"
      case .harm: reliance / "harm"
      case .weighing: reliance / "balance"
      case .cumulative: "cumulative balance"
      case .alternatives: "alternatives"
      case .advice: "advice"
      }
    }

    /// The sections of the letter that are derived from it.
    func sections(_ reliances: [String]) -> [String] {
      switch self {
      case .request: ["request", "holding"]
      case .items: ["released", "withheld"]
      case .clock: ["opening"]
      case .reason, .harm, .weighing: reliances.map { "reliance/\($0)" }
      case .file: []
      case .cumulative: ["cumulative"]
      case .alternatives: ["alternatives"]
      case .advice: ["advice"]
      }
    }
  }
}
