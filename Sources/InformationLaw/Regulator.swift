internal import DataFiles

/// The regulator to which a requester can apply, as letters name it.
///
/// A value and not a constant, because the office changes: under sections 117 to 119 of the Data
/// (Use and Access) Act 2025 the Information Commission takes the place of the Information
/// Commissioner, on a day that is for the Government to choose.
public struct Regulator: Equatable, Sendable, Identifiable {
  /// The key: `ico`.
  public var id: String
  /// The regimes whose requesters apply to it.
  public var regimes: [Regime]
  /// Who decides: `Information Commissioner`.
  public var name: String
  /// Where to write.
  public var address: String
  /// Where to complain online.
  public var website: String
  /// The telephone number; empty where none is known.
  public var phone: String
  /// The time after the authority's last response within which a complaint is expected or has to be
  /// made, in words; empty where there is none.
  public var complainWithin: String
  /// Whether a statute sets that time; otherwise it is what the regulator expects.
  public var isTimeStatutory: Bool
  /// When it has been the regulator.
  public var inForce: InForce
  /// Ids of the sources.
  public var sources: [String]

  /// Makes a regulator.
  public init(
    id: String = "", regimes: [Regime] = [], name: String, address: String = "",
    website: String = "", phone: String = "", complainWithin: String = "",
    isTimeStatutory: Bool = false, inForce: InForce = InForce(), sources: [String] = []
  ) {
    self.id = id
    self.regimes = regimes
    self.name = name
    self.address = address
    self.website = website
    self.phone = phone
    self.complainWithin = complainWithin
    self.isTimeStatutory = isTimeStatutory
    self.inForce = inForce
    self.sources = sources
  }

  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { regulator throws(DataFileError) in
      var regimes: [Regime] = []
      for regime in try regulator.required("regimes").list() {
        regimes.append(try regime.choice(Regime.self))
      }
      return Regulator(
        id: try regulator.string("id"), regimes: regimes, name: try regulator.string("name"),
        address: try regulator.optionalString("address") ?? "",
        website: try regulator.optionalString("website") ?? "",
        phone: try regulator.optionalString("phone") ?? "",
        complainWithin: try regulator.optionalString("complain_within") ?? "",
        isTimeStatutory: try regulator.flag("time_is_statutory"),
        inForce: try InForce(of: regulator, within: InForce()),
        sources: try regulator.strings("sources"))
    }
  }
}
