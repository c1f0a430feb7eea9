import DataFiles

// The lists of the book that are entries by key.

extension StatuteBook {
  static func readRules(
    _ node: DataNode, _ statutes: PerRegime<Statute>, _ checks: References
  ) throws(DataFileError) -> [AuditRule] {
    try unique(node, "rules") { entry throws(DataFileError) in
      let rule = try AuditRule(entry, statutes: statutes)
      for then in rule.earlier { try checks.sources(then.sources, at: entry) }
      return (rule.id, rule)
    }
  }

  static func readStatutes(
    _ node: DataNode, _ checks: References
  ) throws(DataFileError) -> PerRegime<Statute> {
    let list = try unique(node, "statutes") { entry throws(DataFileError) in
      let statute = try Statute(entry)
      try checks.sources(statute.sources, at: entry)
      return (statute.regime.rawValue, statute)
    }
    return try PerRegime { regime throws(DataFileError) in
      guard let statute = list.first(where: { $0.regime == regime }) else {
        throw node.error("the regime \(regime.rawValue) has no statute")
      }
      return statute
    }
  }

  static func readLimits(
    _ node: DataNode, _ statutes: PerRegime<Statute>, _ checks: References
  ) throws(DataFileError) -> [CostLimit] {
    try unique(node, "limits") { entry throws(DataFileError) in
      let limit = try CostLimit(entry, statutes: statutes)
      try checks.sources(limit.sources, at: entry)
      return (limit.id, limit)
    }
  }

  static func readRegulators(
    _ node: DataNode, _ checks: References
  ) throws(DataFileError) -> [Regulator] {
    try unique(node, "regulators") { entry throws(DataFileError) in
      let regulator = try Regulator(entry)
      try checks.sources(regulator.sources, at: entry)
      return (regulator.id, regulator)
    }
  }

  /// Reads a list and refuses a key that stands in it twice.
  private static func unique<Value>(
    _ node: DataNode, _ list: String,
    _ read: (DataNode) throws(DataFileError) -> (id: String, value: Value)
  ) throws(DataFileError) -> [Value] {
    var seen: Set<String> = []
    return try node.mapping { top throws(DataFileError) in
      try top.list(list) { entry throws(DataFileError) in
        let (id, value) = try read(entry)
        guard seen.insert(id).inserted else { throw entry.error("\(id) is listed twice") }
        return value
      }
    }
  }
}
