public import DataFiles
public import InformationLaw

/// Who the letter goes to. Never part of the decision, so that nobody who weighs needs to know.
public struct Addressee: Codable, Equatable, Sendable {
  /// The requester's name.
  public var name: String
  /// The address that the requester gave, postal or electronic (FOIA s.8(1)(b)).
  public var address: String

  /// Makes an addressee.
  public init(name: String, address: String) {
    self.name = name
    self.address = address
  }
}

/// A decision written by a person as a YAML file, `decision/1`.
///
/// ``fields`` says where in the file each field stands, so that what is found is shown there.
public struct DecisionFile: Sendable {
  /// The largest file that is read, in bytes.
  public static let limit = 1_000_000

  /// The decision.
  public var decision: Decision
  /// Who the letter goes to, if the file says.
  public var addressee: Addressee?
  /// Where each field stands.
  public var fields: SourceMap

  /// Reads a decision.
  ///
  /// - Parameters:
  ///   - text: YAML; the keys are listed in `docs/decision-files.md`.
  ///   - file: the name for messages.
  ///   - book: resolves the limbs.
  /// - Throws: ``DataFileError`` naming the line, the key and, for a misspelling, the nearest right
  ///   word.
  public init(parsing text: String, file: String, book: StatuteBook) throws(DataFileError) {
    guard text.utf8.count <= DecisionFile.limit else {
      throw DataFileError(
        file: file, line: 1, column: 1,
        message:
          "the file has \(text.utf8.count) bytes; a decision has at most \(DecisionFile.limit)")
    }
    let root = try DataNode(parsing: text, file: file)
    (decision, addressee) = try root.mapping { top throws(DataFileError) in
      let schema = try top.required("steelyard")
      guard try schema.string() == "decision/1" else {
        throw schema.error("'steelyard' should be decision/1, the format that this version reads")
      }
      let addressee = try top.optional("to")?.mapping { to throws(DataFileError) in
        Addressee(name: try to.string("name"), address: try to.string("address"))
      }
      return (try Decision(top, book: book), addressee)
    }
    fields = root.sourceMap
  }
}

extension Decision {
  init(_ top: MappingReader, book: StatuteBook) throws(DataFileError) {
    let regime = try top.choice("regime", Regime.self) ?? .foia
    guard book.regimes.contains(regime) else {
      let known = book.regimes.map(\.rawValue).joined(separator: ", ")
      throw (top.optional("regime") ?? top.node).error(
        "the statute book has no \(regime.rawValue) yet; it has \(known)")
    }
    let questions = try top.list("questions", Question.init(_:))
    let items = try top.list("items") { node throws(DataFileError) in
      try Item(node, questions: questions.map(\.id))
    }
    try unique(questions.map(\.id), called: "question", at: top.optional("questions") ?? top.node)
    try unique(items.map(\.id), called: "item", at: top.optional("items") ?? top.node)
    var reliances: [Reliance] = []
    if let list = top.optional("reliance") {
      for (index, node) in try list.list().enumerated() {
        reliances.append(
          try Reliance(
            node, number: index + 1, regime: regime, items: items.map(\.id), book: book))
      }
      try unique(reliances.map(\.id), called: "reliance", at: list)
    }
    let cumulative = try top.optional("cumulative balance")?.mapping {
      entry throws(DataFileError) in
      CumulativeBalance(
        reliances: try known(
          entry.optional("reliances"), among: reliances.map(\.id), called: "reliance"),
        outcome: try entry.required("outcome").choice(BalanceOutcome.self),
        reasons: try entry.optionalString("reasons") ?? "")
    }
    let rights = try top.optional("rights")?.mapping { entry throws(DataFileError) in
      Rights(
        internalReview: try entry.flag("internal review"), regulator: try entry.flag("regulator"))
    }
    self.init(
      regime: regime, authority: try Authority(try top.required("authority")),
      reference: try top.optionalString("reference") ?? "",
      received: try top.required("received").day(),
      clockEvents: try top.list("clock", ClockFact.init(_:)),
      decided: try top.optional("decided")?.day(),
      decidedBy: try top.optionalString("decided by") ?? "",
      questions: questions, items: items, reliances: reliances, cumulative: cumulative,
      alternatives: try top.list("alternatives", Alternative.init(_:)),
      advice: try top.optionalString("advice") ?? "",
      rights: rights ?? Rights(internalReview: false, regulator: false))
    if let decided, decided < received, let node = top.optional("decided") {
      throw node.error("decided on \(decided), before the request was received on \(received)")
    }
  }
}

func unique(_ ids: [String], called what: String, at node: DataNode) throws(DataFileError) {
  var seen: Set<String> = []
  for id in ids where !seen.insert(id).inserted {
    throw node.error("the \(what) '\(id)' stands here twice; give each its own id")
  }
}

/// The names under a key, each of which has to be among `known`.
func known(
  _ node: DataNode?, among known: [String], called what: String
) throws(DataFileError) -> [String] {
  guard let node else { return [] }
  let names = try node.strings()
  for name in names where !known.contains(name) {
    let hint = nearest(to: name, in: known).map { "; did you mean '\($0)'?" } ?? ""
    throw node.error("there is no \(what) '\(name)' in this file\(hint)")
  }
  return names
}
