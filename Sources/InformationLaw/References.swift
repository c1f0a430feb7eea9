import DataFiles

/// Checks that what the data files refer to exists.
struct References {
  let vocabulary: Vocabulary
  let sources: Set<String>

  /// How the text of a limb can have been checked.
  static let textChecks: Set = [
    "statute-read", "secondary-source", "numbering-secondary", "from-knowledge",
  ]

  func sources(_ ids: [String], at node: DataNode) throws(DataFileError) {
    try each(ids, in: sources, called: "source", at: node)
  }

  func limb(_ limb: Limb, at node: DataNode) throws(DataFileError) {
    guard vocabulary.thresholds[limb.threshold] != nil else {
      throw node.error("\(limb.id): there is no threshold '\(limb.threshold)'")
    }
    guard limb.citation.hasPrefix(limb.regime.rawValue) else {
      throw node.error(
        "\(limb.id): the citation '\(limb.citation)' is not one of \(limb.regime.rawValue)")
    }
    guard References.textChecks.contains(limb.textCheck) else {
      throw node.error("\(limb.id): there is no 'text_check' called '\(limb.textCheck)'")
    }
    guard !limb.sources.isEmpty else {
      throw node.error("\(limb.id) names no source")
    }
    try sources(limb.sources + limb.earlier.flatMap(\.sources), at: node)
    try each(limb.evidence, in: vocabulary.evidence.keys, called: "kind of evidence", at: node)
    try each(limb.irrelevant, in: vocabulary.irrelevances.keys, called: "consideration", at: node)
    try each(limb.errors, in: vocabulary.errors.keys, called: "error", at: node)
    try each(limb.purposes, in: vocabulary.purposes.keys, called: "purpose", at: node)
    for (ids, side) in [
      (limb.factorsForDisclosure, Vocabulary.Side.disclose),
      (limb.factorsForMaintaining, .maintain),
    ] {
      try each(ids, in: vocabulary.factors.keys, called: "factor", at: node)
      for id in ids where vocabulary.factors[id]?.side != side {
        throw node.error("\(limb.id): the factor '\(id)' stands on the wrong side")
      }
    }
    let hasFactors = !limb.factorsForDisclosure.isEmpty || !limb.factorsForMaintaining.isEmpty
    if limb.status == .absolute, hasFactors {
      throw node.error("\(limb.id) is absolute and cannot have factors: nothing is weighed")
    }
  }

  /// Limbs name each other, no id stands twice, and what takes a limb's place starts when it ends.
  static func between(_ limbs: [(limb: Limb, node: DataNode)]) throws(DataFileError) {
    var byID: [String: Limb] = [:]
    for (limb, node) in limbs {
      guard byID.updateValue(limb, forKey: limb.id) == nil else {
        throw node.error("the limb \(limb.id) is listed twice")
      }
    }
    for (limb, node) in limbs {
      let named =
        limb.excludes + limb.alternativeWith + limb.oftenWith + limb.replacedBy
        + [limb.counterpart].compactMap { $0 }
      for id in named where byID[id] == nil {
        throw node.error("\(limb.id) names the limb '\(id)', which is not in the book")
      }
      guard limb.replacedBy.isEmpty || limb.inForce.until != nil else {
        throw node.error("\(limb.id) is replaced and its time has no end ('until')")
      }
      for id in limb.replacedBy where byID[id]?.inForce.overlaps(limb.inForce) == true {
        throw node.error("\(limb.id) and \(id), which replaces it, are in force on the same day")
      }
    }
  }

  private func each(
    _ ids: [String], in known: some Sequence<String>, called what: String, at node: DataNode
  ) throws(DataFileError) {
    let known = Set(known)
    for id in ids where !known.contains(id) {
      let hint = nearest(to: id, in: known).map { "; did you mean '\($0)'?" } ?? ""
      throw node.error("there is no \(what) '\(id)'\(hint)")
    }
  }
}
