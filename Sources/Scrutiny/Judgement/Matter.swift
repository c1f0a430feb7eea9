public import DataFiles
public import InformationLaw
public import PublicInterest

/// What the question of a rule is about: the words of the decision, and of the letter where an officer
/// changed it, that an answer judges.
///
/// It stands beside the question, and an answer holds for as long as it says the same: whoever judged
/// the harm is asked again when the harm is written anew, and not when the advice is.
public struct Matter: Sendable {
  /// A piece of it.
  public struct Passage: Equatable, Sendable {
    /// What it is: `s31(1)(a): why it applies`.
    public var label: String
    /// The words.
    public var text: String
    /// Whether it stands in the letter, which not everybody may read.
    public var isOfLetter: Bool

    /// Makes a passage.
    public init(label: String, text: String, isOfLetter: Bool = false) {
      self.label = label
      self.text = text
      self.isOfLetter = isOfLetter
    }
  }

  /// The words, in the order of the decision; none where nothing is written yet.
  public private(set) var passages: [Passage] = []
  /// Where a finding on it lies in the decision.
  public let field: FieldPath

  /// Collects what a rule's question is about.
  ///
  /// - Parameters:
  ///   - rule: the rule that asks.
  ///   - limb: the limb's id, where the rule is answered for each; otherwise every reliance that the
  ///     rule looks at belongs to it.
  ///   - decision: as it stands, or stood.
  ///   - edits: the wording that officers put in place of the letter's, by section.
  public init(
    of rule: AuditRule, limb: String?, in decision: Decision, edits: [String: String],
    book: StatuteBook
  ) {
    let parts = Part.judged(by: rule)
    let reliances = decision.reliances.enumerated().compactMap { index, reliance -> Subject? in
      guard let known = book.limb(id: reliance.limb),
        limb.map({ $0 == reliance.limb }) ?? Rule.byID[rule.id]?.looks(at: known) ?? true
      else { return nil }
      return Subject(reliance: reliance, limb: known, index: index)
    }
    field = parts.first?.field(reliances.first?.index) ?? ""
    for part in parts {
      switch part {
      case .request: add(requestOf: decision)
      case .items: add(itemsOf: decision, about: limb == nil ? nil : reliances)
      case .clock: add(clockOf: decision)
      case .reason: for subject in reliances { add(reasonOf: subject, in: decision) }
      case .file: for subject in reliances { add(fileOf: subject, book: book) }
      case .harm: for subject in reliances { add(harmOf: subject) }
      case .weighing: for subject in reliances { add(weighingOf: subject) }
      case .cumulative: add("Weighed together", decision.cumulative.map(Matter.words(of:)))
      case .alternatives:
        for alternative in decision.alternatives {
          add(
            "Instead of refusing: \(alternative.form.rawValue)",
            "\(alternative.outcome.rawValue). \(alternative.words)")
        }
      case .advice: add("Advice and assistance", decision.advice)
      }
    }
    let sections = parts.flatMap { $0.sections(reliances.map(\.reliance.id)) }
    let isAll = Set(parts) == Set(Part.allCases)
    for (section, text) in edits.sorted(by: { $0.key < $1.key })
    where isAll || sections.contains(section) {
      passages.append(
        Passage(label: "Letter, edited: \(section)", text: text, isOfLetter: true))
    }
  }

  /// Whether nothing has changed that an answer rests on; where it stands is no part of that.
  public func says(theSameAs other: Matter) -> Bool { passages == other.passages }

  mutating func add(_ label: String, _ text: String?) {
    guard let text, !text.isBlank else { return }
    passages.append(Passage(label: label, text: text))
  }
}

/// A reliance that a question is about.
struct Subject {
  var reliance: Reliance
  var limb: Limb
  var index: Int
}

extension Rule {
  /// Whether the rule is about reliances on a limb like this.
  func looks(at limb: Limb) -> Bool {
    guard case .limbs(let applies, _) = reach else { return true }
    return applies(limb)
  }
}
