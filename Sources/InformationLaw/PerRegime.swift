/// A value for every regime.
public struct PerRegime<Value: Sendable>: Sendable {
  private let foia: Value
  private let eir: Value
  private let foisa: Value

  /// Makes the value of each regime.
  public init<Failure>(_ make: (Regime) throws(Failure) -> Value) throws(Failure) {
    foia = try make(.foia)
    eir = try make(.eir)
    foisa = try make(.foisa)
  }

  /// The value of a regime.
  public subscript(_ regime: Regime) -> Value {
    switch regime {
    case .foia: foia
    case .eir: eir
    case .foisa: foisa
    }
  }
}
