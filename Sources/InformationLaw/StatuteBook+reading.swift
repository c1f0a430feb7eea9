public import DataFiles

extension StatuteBook {
  /// Reads and checks a whole book.
  ///
  /// - Parameter files: the text of each file by its name: `vocabulary.yaml`, `sources.yaml`,
  ///   `statutes.yaml`, `regimes.yaml`, `regulators.yaml`, `limits.yaml`, `clocks.yaml`, `rules.yaml`,
  ///   `bank-holidays.yaml`, and one or more limb files in a folder named after the regime
  ///   (`foia/…`).
  /// - Throws: ``DataFileError`` at the first thing that is wrong.
  public init(files: [String: String]) throws(DataFileError) {
    func node(_ name: String) throws(DataFileError) -> DataNode {
      guard let text = files[name] else {
        throw DataFileError(file: name, line: 1, column: 1, message: "this data file is missing")
      }
      return try DataNode(parsing: text, file: name)
    }
    let sources = try StatuteBook.readSources(try node("sources.yaml"))
    let vocabulary = try Vocabulary(try node("vocabulary.yaml"))
    let checks = References(vocabulary: vocabulary, sources: Set(sources.keys))

    let clocks = try Clock.linked(
      try node("clocks.yaml").mapping { top throws(DataFileError) in
        try top.list("clocks") { entry throws(DataFileError) in
          let clock = try Clock(entry)
          try checks.sources(clock.sources, at: entry)
          return (clock, entry)
        }
      })
    guard let holidays = files["bank-holidays.yaml"] else {
      throw DataFileError(
        file: "bank-holidays.yaml", line: 1, column: 1, message: "this data file is missing")
    }
    let bankHolidays = try BankHolidays(parsing: holidays, file: "bank-holidays.yaml")
    let statutes = try StatuteBook.readStatutes(try node("statutes.yaml"), checks)
    let rules = try StatuteBook.readRules(try node("rules.yaml"), statutes, checks)
    let limits = try StatuteBook.readLimits(try node("limits.yaml"), statutes, checks)
    let regulatorsNode = try node("regulators.yaml")
    let regulators = try StatuteBook.readRegulators(regulatorsNode, checks)
    let first = try PerRegime { regime throws(DataFileError) in
      guard
        let first = regulators.first(where: {
          $0.regimes.contains(regime) && !$0.inForce.isPending
        })
      else { throw regulatorsNode.error("the regime \(regime.rawValue) has no regulator") }
      return first
    }
    let terms = try StatuteBook.readTerms(try node("regimes.yaml"), checks)

    var limbs: [(limb: Limb, node: DataNode)] = []
    for regime in Regime.allCases {
      let folder = regime.rawValue.lowercased() + "/"
      for name in files.keys.sorted() where name.hasPrefix(folder) {
        limbs += try node(name).mapping { top throws(DataFileError) in
          try top.list("limbs") { entry throws(DataFileError) in
            let limb = try Limb(entry, statute: statutes[regime])
            try checks.limb(limb, at: entry)
            return (limb, entry)
          }
        }
      }
    }
    try References.between(limbs)
    self.init(
      limbs: limbs.map(\.limb), vocabulary: vocabulary, clocks: clocks, bankHolidays: bankHolidays,
      rules: rules, sources: sources, terms: terms, statutes: statutes, costLimits: limits,
      regulators: regulators, firstRegulator: first)
  }

  private static func readTerms(
    _ node: DataNode, _ checks: References
  ) throws(DataFileError) -> PerRegime<RegimeTerms> {
    let list = try node.mapping { top throws(DataFileError) in
      try top.list("regimes") { entry throws(DataFileError) in
        let terms = try RegimeTerms(entry)
        try checks.sources(terms.sources, at: entry)
        return terms
      }
    }
    return try PerRegime { regime throws(DataFileError) in
      guard let terms = list.first(where: { $0.regime == regime }) else {
        throw node.error("the regime \(regime.rawValue) has no entry")
      }
      return terms
    }
  }

  private static func readSources(
    _ node: DataNode
  ) throws(DataFileError) -> [String: LawSource] {
    let list = try node.mapping { top throws(DataFileError) in
      try top.list("sources") { entry throws(DataFileError) in
        try entry.mapping { source throws(DataFileError) in
          LawSource(
            id: try source.string("id"), what: try source.string("what"),
            location: try source.string("where"), also: try source.strings("also"),
            status: try source.required("status").choice(LawSource.Status.self),
            caution: try source.optionalString("caution"))
        }
      }
    }
    var byID: [String: LawSource] = [:]
    for source in list {
      guard byID.updateValue(source, forKey: source.id) == nil else {
        throw node.error("the source \(source.id) is listed twice")
      }
    }
    return byID
  }
}
