import DataFiles

extension InForce {
  /// Reads the key `in_force` of an entry; what it leaves out is that of `standard`.
  init(of entry: MappingReader, within standard: InForce) throws(DataFileError) {
    guard let node = entry.optional("in_force") else {
      self = standard
      return
    }
    self = try node.mapping { period throws(DataFileError) in
      let start = period.optional("from")
      let isPending = try start?.string() == "pending"
      let from = isPending ? nil : try start?.day() ?? standard.from
      let until = try period.optional("until")?.day()
      if let from, let until, until < from {
        throw node.error("'until' (\(until)) comes before 'from' (\(from))")
      }
      return InForce(
        from: from, until: until, isPending: isPending,
        uncertain: try period.optionalString("uncertain"))
    }
  }

  /// Checks that earlier wordings end, lie within the period of their entry and do not overlap.
  static func check(
    earlier periods: [InForce], of id: String, within whole: InForce, at node: DataNode
  ) throws(DataFileError) {
    for (index, period) in periods.enumerated() {
      guard let until = period.until else {
        throw node.error("\(id): an earlier wording has to have an end ('until')")
      }
      guard whole.contains(until), period.from.map(whole.contains) ?? true else {
        throw node.error("\(id): an earlier wording, \(period.text), lies outside its own time")
      }
      if periods[..<index].contains(where: period.overlaps) {
        throw node.error("\(id): two earlier wordings are in force on the same day")
      }
    }
  }
}
