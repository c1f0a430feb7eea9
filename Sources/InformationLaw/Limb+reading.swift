import DataFiles

extension Limb {
  init(_ node: DataNode, regime: Regime) throws(DataFileError) {
    self = try node.mapping { limb throws(DataFileError) in
      let certificate = try limb.optional("certificate")?.mapping {
        entry throws(DataFileError) in
        Certificate(
          who: try entry.string("who"), cite: try entry.string("cite"),
          effect: try entry.string("effect"), isRequired: try entry.flag("required"))
      }
      let expiry = try limb.required("expires").mapping { entry throws(DataFileError) in
        var years: Int?
        if let node = entry.optional("years") {
          guard let number = Int(try node.string()), number > 0 else {
            throw node.error("'years' should be a number above 0")
          }
          years = number
        }
        return Expiry(
          rule: try entry.string("rule"), years: years, from: try entry.optionalString("from"),
          cite: try entry.string("cite"), note: try entry.optionalString("note"))
      }
      return Limb(
        id: try limb.string("id"), regime: regime, section: try limb.string("section"),
        provision: try limb.string("provision"), citation: try limb.string("cite"),
        title: try limb.string("title"), kind: try limb.required("kind").choice(Kind.self),
        status: try limb.required("status").choice(Status.self),
        statusNote: try limb.optionalString("status_note"),
        basis: try limb.required("basis").choice(Basis.self),
        threshold: try limb.string("threshold"), standard: try limb.string("standard"),
        who: try limb.string("who"), purposes: try limb.strings("purposes"),
        sublimbs: try limb.strings("sublimbs"), evidence: try limb.strings("evidence"),
        certificate: certificate, consult: try limb.strings("consult"),
        excludes: try limb.strings("excludes"),
        alternativeWith: try limb.strings("alternative_with"),
        oftenWith: try limb.strings("often_with"),
        factorsForDisclosure: try limb.strings("factors_disclose"),
        factorsForMaintaining: try limb.strings("factors_maintain"),
        irrelevant: try limb.strings("irrelevant"), errors: try limb.strings("errors"),
        expiry: expiry, lapsesWhen: try limb.optionalString("lapses_when"),
        note: try limb.optionalString("note"), textCheck: try limb.string("text_check"),
        sources: try limb.strings("sources"))
    }
  }
}

/// Checks that what the data files refer to exists.
struct References {
  let vocabulary: Vocabulary
  let sources: Set<String>

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
    try sources(limb.sources, at: node)
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

  /// Limbs name each other, and no id stands twice.
  static func between(_ limbs: [(limb: Limb, node: DataNode)]) throws(DataFileError) {
    var ids: Set<String> = []
    for (limb, node) in limbs {
      guard ids.insert(limb.id).inserted else {
        throw node.error("the limb \(limb.id) is listed twice")
      }
    }
    for (limb, node) in limbs {
      for id in limb.excludes + limb.alternativeWith + limb.oftenWith where !ids.contains(id) {
        throw node.error("\(limb.id) names the limb '\(id)', which is not in the book")
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
