import DataFiles
import InformationLaw
import PublicInterest

/// A change to the exemplary decision, carried by the rule that it illustrates.
///
/// The exemplary decision answers three questions (`q1` to `q3`; the last is held in part),
/// releases the items `suppliers` and `spend`, and withholds `products` and `configuration`: both
/// under s.31(1)(a), the first reliance, and `configuration` under s.24(1) as well, the second.
struct Example: Sendable {
  /// What is changed, in a few words.
  let says: String
  /// The field at which, or within which, a finding has to lie.
  let field: FieldPath
  /// The change.
  let change: @Sendable (inout Draft) -> Void

  init(_ says: String, at field: FieldPath = "", change: @escaping @Sendable (inout Draft) -> Void)
  {
    self.says = says
    self.field = field
    self.change = change
  }
}

/// A decision and its letter while an example changes them.
@dynamicMemberLookup
struct Draft {
  var decision: Decision
  var letter: LetterText?

  subscript<Value>(dynamicMember path: WritableKeyPath<Decision, Value>) -> Value {
    get { decision[keyPath: path] }
    set { decision[keyPath: path] = newValue }
  }

  /// Relies on one more limb, with a reason, a whole harm chain and a balance taken from the first
  /// reliance.
  mutating func rely(
    on limb: String, for items: [String], _ change: (inout Reliance) -> Void = { _ in }
  ) {
    var reliance = decision.reliances[0]
    reliance.id = "added"
    reliance.limb = limb
    reliance.items = items
    change(&reliance)
    decision.reliances.append(reliance)
  }

  /// Refuses the whole request under one procedural limb.
  mutating func refuse(under limb: String, reason: String) {
    decision.items = []
    decision.alternatives = []
    decision.cumulative = nil
    decision.reliances = [Reliance(id: "only", limb: limb, items: [], reason: reason)]
  }

  /// Withholds everything and gives nothing instead.
  mutating func withholdEverything() {
    for index in decision.items.indices { decision.items[index].outcome = .withhold }
    for index in decision.reliances.indices {
      decision.reliances[index].items = decision.items.map(\.id)
    }
    decision.alternatives = []
  }

  /// Answers the request under another regime, with one reliance on a limb of it in place of both.
  mutating func move(
    to regime: Regime, limb: String, _ change: (inout Reliance) -> Void = { _ in }
  ) {
    decision.regime = regime
    decision.cumulative = nil
    var reliance = decision.reliances[0]
    reliance.limb = limb
    reliance.items = ["products", "configuration"]
    if regime == .eir { reliance.harm.likelihood = .would }
    change(&reliance)
    decision.reliances = [reliance]
  }

  /// Puts a letter of one section beside the decision, an officer's words unless said otherwise.
  mutating func write(_ section: String, _ text: String, derived: Bool = false) {
    letter = LetterText(
      sections: [LetterText.Section(id: section, text: text, derived: derived ? text : "")])
  }
}
