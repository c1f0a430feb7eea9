public import InformationLaw

/// A provision taken apart: the regime, the section and its subdivisions.
///
/// `FOISA s30(b)(i)` is section `30` with the parts `b` and `i`; `reg12(5)(e)` is regulation `12` with
/// the parts `5` and `e`.
public struct Provision: Hashable, Sendable {
  /// The regime it belongs to.
  public var regime: Regime
  /// The section or regulation: `31`, `22A`.
  public var section: String
  /// What follows in brackets: `1`, `a`, `i`, `5B`.
  public var parts: [String]

  /// Makes a provision.
  public init(regime: Regime, section: String, parts: [String] = []) {
    self.regime = regime
    self.section = section
    self.parts = parts
  }

  /// The form people write: `s31(1)(a)`, `reg12(5)(b)`, `FOISA s35(1)(a)`.
  public var cite: String {
    let prefix =
      switch regime {
      case .foia: "s"
      case .eir: "reg"
      case .foisa: "FOISA s"
      }
    return prefix + section + parts.map { "(\($0))" }.joined()
  }
}
