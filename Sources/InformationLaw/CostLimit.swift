internal import DataFiles

/// The cost above which a request can be refused, as the fees regulations of a regime set it.
public struct CostLimit: Equatable, Sendable, Identifiable {
  /// The key: `foia-central`.
  public var id: String
  /// The regime.
  public var regime: Regime
  /// Whose limit it is.
  public var who: String
  /// The limit in pounds.
  public var pounds: Int
  /// What an hour of work counts for, in pounds.
  public var hourlyRate: Int
  /// Whether the rate is a ceiling on what the staff really cost, not a fixed rate.
  public var isRateCeiling: Bool
  /// The cost in pounds up to which nothing may be charged, where the regulations set one.
  public var free: Int?
  /// The work that counts.
  public var work: [String]
  /// The provision.
  public var citation: String
  /// When it is the limit.
  public var inForce: InForce
  /// Ids of the sources.
  public var sources: [String]

  /// The hours of work within the limit.
  public var hours: Int { pounds / hourlyRate }

  init(_ node: DataNode, statutes: PerRegime<Statute>) throws(DataFileError) {
    self = try node.mapping { limit throws(DataFileError) in
      func pounds(_ value: DataNode) throws(DataFileError) -> Int {
        guard let pounds = Int(try value.string()), pounds > 0 else {
          throw value.error("this should be a number of pounds above 0")
        }
        return pounds
      }
      let regime = try limit.required("regime").choice(Regime.self)
      var free: Int?
      if let value = limit.optional("free") { free = try pounds(value) }
      return CostLimit(
        id: try limit.string("id"), regime: regime, who: try limit.string("who"),
        pounds: try pounds(try limit.required("pounds")),
        hourlyRate: try pounds(try limit.required("hourly_rate")),
        isRateCeiling: try limit.flag("rate_is_ceiling"), free: free,
        work: try limit.strings("work"), citation: try limit.string("cite"),
        inForce: try InForce(of: limit, within: statutes[regime].inForce),
        sources: try limit.strings("sources"))
    }
  }

  init(
    id: String, regime: Regime, who: String, pounds: Int, hourlyRate: Int, isRateCeiling: Bool,
    free: Int?, work: [String], citation: String, inForce: InForce, sources: [String]
  ) {
    self.id = id
    self.regime = regime
    self.who = who
    self.pounds = pounds
    self.hourlyRate = hourlyRate
    self.isRateCeiling = isRateCeiling
    self.free = free
    self.work = work
    self.citation = citation
    self.inForce = inForce
    self.sources = sources
  }
}
