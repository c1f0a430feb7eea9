internal import DataFiles

/// The statute behind a regime: since when it is in force and up to when its text was checked.
public struct Statute: Equatable, Sendable {
  /// The regime.
  public var regime: Regime
  /// Its number: `2000 c. 36`.
  public var number: String
  /// Since when requests can be made under it.
  public var inForce: InForce
  /// The day up to which the text was read; nil where that is not known.
  public var checkedTo: Day?
  /// What to beware of.
  public var caution: String?
  /// Ids of the sources.
  public var sources: [String]

  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { statute throws(DataFileError) in
      Statute(
        regime: try statute.required("regime").choice(Regime.self),
        number: try statute.string("number"),
        inForce: try InForce(of: statute, within: InForce()),
        checkedTo: try statute.optional("checked_to")?.day(),
        caution: try statute.optionalString("caution"), sources: try statute.strings("sources"))
    }
  }

  init(
    regime: Regime, number: String, inForce: InForce, checkedTo: Day?, caution: String?,
    sources: [String]
  ) {
    self.regime = regime
    self.number = number
    self.inForce = inForce
    self.checkedTo = checkedTo
    self.caution = caution
    self.sources = sources
  }
}
