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
}
