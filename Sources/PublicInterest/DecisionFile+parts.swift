import DataFiles
import InformationLaw

extension Authority {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      var authority = Authority(
        name: try entry.string("name"), address: try entry.optionalString("address") ?? "",
        email: try entry.optionalString("email") ?? "")
      try entry.optional("internal review")?.mapping { review throws(DataFileError) in
        authority.reviewContact = try review.optionalString("contact") ?? ""
        authority.reviewAskDays =
          try review.optional("ask within")?.count() ?? authority.reviewAskDays
        authority.reviewAnswerDays =
          try review.optional("answer within")?.count() ?? authority.reviewAnswerDays
      }
      return authority
    }
  }
}

extension DataNode {
  /// A whole number of days above 0.
  func count() throws(DataFileError) -> Int {
    guard let number = Int(try string()), (1...1000).contains(number) else {
      throw error("this should be a number of working days")
    }
    return number
  }
}

extension ClockFact {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      let kind = try entry.required("event")
      let day = try entry.required("date").day()
      let name = try kind.string()
      guard let fact = ClockFact(kind: name, day: day) else {
        throw kind.error("'\(name)' is not one of: \(ClockEvent.kinds.joined(separator: ", "))")
      }
      return fact
    }
  }
}

extension Question {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      let answer = try entry.choice("held", Holding.Answer.self)
      let explanation = try entry.optionalString("explanation") ?? ""
      let searches = try entry.list("searches", Search.init(_:))
      return Question(
        id: try entry.string("id"), text: try entry.string("text"),
        holding: answer.map {
          Holding(answer: $0, explanation: explanation, searches: searches)
        })
    }
  }
}

extension Search {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      Search(
        place: try entry.string("place"), terms: try entry.optionalString("terms") ?? "",
        by: try entry.optionalString("by") ?? "", on: try entry.optional("on")?.day(),
        found: try entry.flag("found"))
    }
  }
}

extension Item {
  init(_ node: DataNode, questions: [String]) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      Item(
        id: try entry.string("id"),
        questions: try known(entry.optional("questions"), among: questions, called: "question"),
        kind: try entry.choice("kind", Kind.self) ?? .other,
        description: try entry.string("description"),
        outcome: try entry.choice("outcome", Outcome.self))
    }
  }
}

extension Reliance {
  init(
    _ node: DataNode, number: Int, regime: Regime, items: [String], book: StatuteBook
  ) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      let written = try entry.required("limb")
      let limb: Limb
      do {
        limb = try book.limb(written: try written.string(), regime: regime)
      } catch let error as UnknownLimb {
        throw written.error(error.description)
      } catch let error as DataFileError {
        throw error
      } catch {
        throw written.error("\(error)")
      }
      var onFile: [String: String] = [:]
      for (key, value) in try entry.optional("on file")?.mapping({ $0.all() }) ?? [] {
        guard book.vocabulary.evidence[key] != nil else {
          let hint = nearest(to: key, in: book.vocabulary.evidence.keys)
          throw value.error(
            "'\(key)' is no kind of evidence" + (hint.map { "; did you mean '\($0)'?" } ?? ""))
        }
        onFile[key] = try value.string()
      }
      let factors = try Factor.list(
        entry.optional("for disclosure"), side: .disclose, limb: limb, book: book)
      let id = try entry.optionalString("id") ?? "r\(number)"
      return Reliance(
        id: id, limb: limb.id,
        items: try known(entry.optional("items"), among: items, called: "item"),
        reason: try entry.optionalString("reason") ?? "",
        section23: try entry.choice("section 23", Section23.self),
        function: try entry.optionalString("function") ?? "",
        purposes: try known(
          entry.optional("purposes"), among: limb.purposes, called: "purpose of s.31(2)"),
        isAlternative: try entry.flag("in the alternative"), onFile: onFile,
        harm: try entry.optional("harm").map { node throws(DataFileError) in try Harm(node) }
          ?? Harm(),
        factors: factors
          + (try Factor.list(
            entry.optional("for maintaining"), side: .maintain, limb: limb, book: book)),
        balance: try entry.optional("balance").map { node throws(DataFileError) in
          try Balance(node)
        })
    }
  }
}

extension Harm {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      func text(_ key: String) throws(DataFileError) -> String {
        try entry.optionalString(key) ?? ""
      }
      return Harm(
        interest: try text("interest"), shows: try text("shows"), who: try text("who"),
        how: try text("how"), follows: try text("follows"),
        evidence: try entry.list("evidence") { node throws(DataFileError) in
          try node.mapping { evidence throws(DataFileError) in
            Evidence(
              says: try evidence.string("says"), source: try evidence.string("source"),
              date: try evidence.optional("date")?.day())
          }
        },
        likelihood: try entry.choice("likelihood", Likelihood.self),
        likelihoodReason: try text("why so likely"),
        severity: try entry.choice("severity", Severity.self), extent: try text("extent"),
        lasts: try text("lasts"))
    }
  }
}

extension Factor {
  static func list(
    _ node: DataNode?, side: Vocabulary.Side, limb: Limb, book: StatuteBook
  ) throws(DataFileError) -> [Factor] {
    guard let node else { return [] }
    var factors: [Factor] = []
    for (index, entry) in try node.list().enumerated() {
      let letter = side == .disclose ? "d" : "m"
      factors.append(
        try entry.mapping { factor throws(DataFileError) in
          let recognised = factor.optional("factor")
          if let recognised {
            let key = try recognised.string()
            let keys = book.vocabulary.factors.values.filter { $0.side == side }.map(\.id)
            guard keys.contains(key) else {
              let hint = nearest(to: key, in: keys).map { "; did you mean '\($0)'?" } ?? ""
              throw recognised.error("'\(key)' is no recognised factor on this side\(hint)")
            }
          }
          return Factor(
            id: "\(letter)\(index + 1)", side: side, recognised: try recognised?.string(),
            words: try factor.string("words"), weight: try factor.choice("weight", Weight.self),
            reason: try factor.optionalString("reason") ?? "",
            answer: side == .disclose ? try factor.optionalString("answer") ?? "" : "")
        })
    }
    return factors
  }
}

extension Balance {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      Balance(
        outcome: try entry.required("outcome").choice(BalanceOutcome.self),
        reasons: try entry.optionalString("reasons") ?? "",
        timing: try entry.optionalString("timing") ?? "")
    }
  }
}

extension Alternative {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      Alternative(
        form: try entry.required("form").choice(Form.self),
        outcome: try entry.required("outcome").choice(Outcome.self),
        words: try entry.string("words"))
    }
  }
}
