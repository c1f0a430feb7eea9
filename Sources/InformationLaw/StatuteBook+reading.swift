public import DataFiles

extension StatuteBook {
  /// Reads and checks a whole book.
  ///
  /// - Parameter files: the text of each file by its name: `vocabulary.yaml`, `sources.yaml`,
  ///   `clocks.yaml`, `rules.yaml`, `bank-holidays.yaml` and one or more limb files in a folder named
  ///   after the regime (`foia/…`).
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

    let clocks = try node("clocks.yaml").mapping { top throws(DataFileError) in
      try top.list("clocks") { entry throws(DataFileError) in
        let clock = try Clock(entry)
        try checks.sources(clock.sources, at: entry)
        return clock
      }
    }
    guard let holidays = files["bank-holidays.yaml"] else {
      throw DataFileError(
        file: "bank-holidays.yaml", line: 1, column: 1, message: "this data file is missing")
    }
    let bankHolidays = try BankHolidays(parsing: holidays, file: "bank-holidays.yaml")
    let rules = try StatuteBook.readRules(try node("rules.yaml"))

    var limbs: [(limb: Limb, node: DataNode)] = []
    for regime in Regime.allCases {
      let folder = regime.rawValue.lowercased() + "/"
      for name in files.keys.sorted() where name.hasPrefix(folder) {
        limbs += try node(name).mapping { top throws(DataFileError) in
          try top.list("limbs") { entry throws(DataFileError) in
            let limb = try Limb(entry, regime: regime)
            try checks.limb(limb, at: entry)
            return (limb, entry)
          }
        }
      }
    }
    try References.between(limbs)
    self.init(
      limbs: limbs.map(\.limb), vocabulary: vocabulary, clocks: clocks, bankHolidays: bankHolidays,
      rules: rules, sources: sources)
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

  private static func readRules(_ node: DataNode) throws(DataFileError) -> [AuditRule] {
    var seen: Set<String> = []
    return try node.mapping { top throws(DataFileError) in
      try top.list("rules") { entry throws(DataFileError) in
        let rule = try AuditRule(entry)
        guard seen.insert(rule.id).inserted else {
          throw entry.error("the rule \(rule.id) is listed twice")
        }
        return rule
      }
    }
  }
}

extension AuditRule {
  init(_ node: DataNode) throws(DataFileError) {
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
      return AuditRule(
        id: try rule.string("id"), topic: try rule.string("topic"), regimes: regimes,
        appliesWhen: try rule.string("applies_when"), requirement: try rule.string("requirement"),
        citation: try rule.string("citation"),
        severity: try rule.required("severity").choice(Severity.self), check: check,
        document: try rule.string("document"), isPerLimb: try rule.flag("per_limb"),
        violation: try rule.string("violation"), fix: try rule.string("fix"), question: question)
    }
  }
}

extension Vocabulary {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { top throws(DataFileError) in
      func words(_ key: String) throws(DataFileError) -> [String: String] {
        var words: [String: String] = [:]
        for (id, value) in try top.required(key).mapping({ $0.all() }) {
          words[id] = try value.string()
        }
        return words
      }
      func entries<Value>(
        _ key: String, _ read: (String, MappingReader) throws(DataFileError) -> Value
      ) throws(DataFileError) -> [String: Value] {
        var values: [String: Value] = [:]
        for (id, value) in try top.required(key).mapping({ $0.all() }) {
          values[id] = try value.mapping { entry throws(DataFileError) in try read(id, entry) }
        }
        return values
      }
      return Vocabulary(
        thresholds: try entries("thresholds") { id, entry throws(DataFileError) in
          var levels: [Likelihood] = []
          for level in try entry.optional("levels")?.list() ?? [] {
            levels.append(try level.choice(Likelihood.self))
          }
          return Threshold(
            id: id, label: try entry.string("label"),
            meaning: try entry.optionalString("meaning"), levels: levels)
        },
        factors: try entries("factors") { id, entry throws(DataFileError) in
          Factor(
            id: id, side: try entry.required("side").choice(Side.self),
            label: try entry.string("label"), weightNote: try entry.optionalString("weight_note"))
        },
        irrelevances: try entries("irrelevances") { id, entry throws(DataFileError) in
          Irrelevance(
            id: id, label: try entry.string("label"),
            grade: try entry.required("grade").choice(Irrelevance.Grade.self),
            note: try entry.optionalString("note"))
        },
        errors: try words("errors"), evidence: try words("evidence"),
        purposes: try words("purposes"))
    }
  }
}
