import DataFiles

extension AuditRule {
  init(_ node: DataNode, statutes: PerRegime<Statute>) throws(DataFileError) {
    self = try node.mapping { rule throws(DataFileError) in
      var regimes: [Regime] = []
      for regime in try rule.required("regimes").list() {
        regimes.append(try regime.choice(Regime.self))
      }
      let check = try rule.required("check").choice(Check.self)
      let question = try rule.optionalString("question")
      guard check != .judgement || question != nil else {
        throw node.error("a rule that needs judgement has to have a 'question'")
      }
      let id = try rule.string("id")
      // A rule is as old as the first of the statutes that it belongs to.
      let oldest = regimes.compactMap { statutes[$0].inForce.from }.min()
      let inForce = try InForce(of: rule, within: InForce(from: oldest))
      let earlier = try rule.list("earlier") { node throws(DataFileError) in
        try Earlier(node, within: inForce)
      }
      try InForce.check(earlier: earlier.map(\.inForce), of: id, within: inForce, at: node)
      return AuditRule(
        id: id, topic: try rule.string("topic"), regimes: regimes,
        appliesWhen: try rule.string("applies_when"), requirement: try rule.string("requirement"),
        citation: try rule.string("citation"),
        severity: try rule.required("severity").choice(Severity.self), check: check,
        document: try rule.string("document"), isPerLimb: try rule.flag("per_limb"),
        violation: try rule.string("violation"), fix: try rule.string("fix"), question: question,
        inForce: inForce, earlier: earlier)
    }
  }
}

extension AuditRule.Earlier {
  init(_ node: DataNode, within whole: InForce) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      AuditRule.Earlier(
        inForce: try InForce(of: entry, within: InForce(from: whole.from)),
        requirement: try entry.optionalString("requirement"),
        citation: try entry.optionalString("citation"), fix: try entry.optionalString("fix"),
        question: try entry.optionalString("question"), sources: try entry.strings("sources"))
    }
  }
}
