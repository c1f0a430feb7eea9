/// What a lawful, well-made refusal notice and its file have to satisfy: one rule of the audit.
public struct AuditRule: Equatable, Sendable, Identifiable {
  /// How bad a breach is.
  public enum Severity: String, CaseIterable, Codable, Comparable, Sendable {
    /// Form only.
    case style
    /// Against code or guidance, or weakens the case.
    case badPractice = "bad_practice"
    /// A breach of a provision, or an error that makes the limb or the balance fail.
    case unlawful

    /// In words.
    public var label: String {
      switch self {
      case .style: "style"
      case .badPractice: "bad practice"
      case .unlawful: "unlawful"
      }
    }

    /// Worse is greater.
    public static func < (left: Severity, right: Severity) -> Bool {
      let order: [Severity] = [.style, .badPractice, .unlawful]
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  /// What decides it.
  public enum Check: String, CaseIterable, Sendable {
    /// Case data.
    case structural
    /// Wording.
    case textual
    /// A named person.
    case judgement
  }

  /// What the rule said before the law on it changed.
  public struct Earlier: Equatable, Sendable {
    /// When it said so.
    public var inForce: InForce
    /// What had to be true, where it was something else.
    public var requirement: String?
    /// The authority of the time, where it was another.
    public var citation: String?
    /// What to do about a breach, where it was something else.
    public var fix: String?
    /// The question of the time, where it was another.
    public var question: String?
    /// Ids of the sources.
    public var sources: [String]
  }

  /// The stable key: `RN-040`.
  public var id: String
  /// The topic: frame, time, confirm, specify, explain, harm, pit, partial, assist, rights, process
  /// or style.
  public var topic: String
  /// The regimes it belongs to.
  public var regimes: [Regime]
  /// When it applies.
  public var appliesWhen: String
  /// What must be true.
  public var requirement: String
  /// The provision first, then authority or guidance.
  public var citation: String
  /// How bad a breach is.
  public var severity: Severity
  /// What decides it.
  public var check: Check
  /// Whether the notice shows it or only the file.
  public var document: String
  /// Whether it is answered for each limb.
  public var isPerLimb: Bool
  /// A short example of a breach.
  public var violation: String
  /// What to do about a breach.
  public var fix: String
  /// The question a person answers, where the rule needs judgement.
  public var question: String?
  /// When it has to be satisfied.
  public var inForce: InForce
  /// What it said before the law on it changed, oldest first.
  public var earlier: [Earlier]

  /// The rule as it read on a day.
  func asOf(_ day: Day) -> AuditRule {
    guard let then = earlier.first(where: { $0.inForce.contains(day) }) else { return self }
    var rule = self
    rule.requirement = then.requirement ?? requirement
    rule.citation = then.citation ?? citation
    rule.fix = then.fix ?? fix
    rule.question = then.question ?? question
    return rule
  }
}
