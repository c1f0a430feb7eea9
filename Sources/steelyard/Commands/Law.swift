import ArgumentParser
import InformationLaw

/// `steelyard law`: the statute book, or one entry with its sources.
struct Law: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the statute book, or print one entry with its sources.")

  @Argument(help: "A limb as people write it: s31(1)(a), s.24(1), foia-31-1-a.")
  var id: String?

  @ArgumentParser.Option(help: "text or json.")
  var format: TextOrJSON = .text

  func run() throws {
    let book = try Books.statuteBook()
    guard let id else {
      let entries = book.limbs.map { LawResult(limb: $0, book: book) }
      Output.result(
        try format == .json
          ? Output.json(LawList(entries: entries))
          : book.limbs.map {
            let cite = $0.cite + String(repeating: " ", count: max(1, 22 - $0.cite.count))
            return "\(cite)\($0.status.rawValue), \($0.basis.label): \($0.title)"
          }.joined(separator: "\n"))
      return
    }
    do {
      let limb = try book.limb(written: id)
      let result = LawResult(limb: limb, book: book)
      Output.result(try format == .json ? Output.json(result) : result.text)
    } catch let error as UnknownLimb {
      throw Failure(error.description)
    }
  }
}

/// The list of `law/1`.
struct LawList: Encodable {
  var schema = "law/1"
  var entries: [LawResult]
}

/// An entry of `law/1`.
struct LawResult: Encodable {
  struct Named: Encodable {
    var id: String
    var label: String
    var note: String?
  }
  struct Source: Encodable {
    var id: String
    var what: String
    var location: String
    var status: String
  }

  var schema = "law/1"
  var id: String
  var regime: String
  var cite: String
  var citation: String
  var title: String
  var kind: String
  var status: String
  var statusNote: String?
  var basis: String
  var threshold: Named
  var levels: [String]
  var standard: String
  var who: String
  var excludes: [String]
  var evidence: [Named]
  var factorsForDisclosure: [Named]
  var factorsForMaintaining: [Named]
  var irrelevant: [Named]
  var errors: [Named]
  var note: String?
  var inForce: String
  var uncertain: String?
  var textCheck: String
  var sources: [Source]

  init(limb: Limb, book: StatuteBook) {
    let words = book.vocabulary
    id = limb.id
    regime = limb.regime.rawValue
    cite = limb.cite
    citation = limb.citation
    title = limb.title
    kind = limb.kind.rawValue
    status = limb.status.rawValue
    statusNote = limb.statusNote
    basis = limb.basis.rawValue
    let threshold = words.thresholds[limb.threshold]
    self.threshold = Named(
      id: limb.threshold, label: threshold?.label ?? "", note: threshold?.meaning)
    levels = threshold?.levels.map(\.rawValue) ?? []
    standard = limb.standard
    who = limb.who
    excludes = limb.excludes.compactMap { book.limb(id: $0)?.cite }
    evidence = limb.evidence.map { Named(id: $0, label: words.evidence[$0] ?? "", note: nil) }
    func factors(_ ids: [String]) -> [Named] {
      ids.compactMap { words.factors[$0] }.map {
        Named(id: $0.id, label: $0.label, note: $0.weightNote)
      }
    }
    factorsForDisclosure = factors(limb.factorsForDisclosure)
    factorsForMaintaining = factors(limb.factorsForMaintaining)
    irrelevant = limb.irrelevant.compactMap { words.irrelevances[$0] }.map {
      Named(id: $0.id, label: "\($0.label) (\($0.grade.rawValue))", note: $0.note)
    }
    errors = limb.errors.map { Named(id: $0, label: words.errors[$0] ?? "", note: nil) }
    note = limb.note
    inForce = limb.inForce.text
    let cautions = [limb.inForce.uncertain, book.statutes[limb.regime].caution].compactMap { $0 }
    uncertain = cautions.isEmpty ? nil : cautions.joined(separator: " ")
    textCheck = limb.textCheck
    sources = limb.sources.compactMap { book.sources[$0] }.map {
      Source(id: $0.id, what: $0.what, location: $0.location, status: $0.status.rawValue)
    }
  }

  var text: String {
    var lines = ["\(citation)  \(title)", "\(status), \(basis) based; \(threshold.label)"]
    if let statusNote { lines.append(statusNote) }
    lines += ["", "What has to be shown:", "  \(standard)"]
    if let meaning = threshold.note { lines.append("  \(meaning)") }
    if !excludes.isEmpty {
      lines += ["", "Cannot apply to the same information as \(excludes.joined(separator: ", "))"]
    }
    func add(_ title: String, _ entries: [Named]) {
      guard !entries.isEmpty else { return }
      lines += ["", "\(title):"]
      lines += entries.map { "  \($0.label)" + ($0.note.map { ". \($0)" } ?? "") }
    }
    add("What has to be on file", evidence)
    add("Recognised factors for disclosing", factorsForDisclosure)
    add("Recognised factors for maintaining", factorsForMaintaining)
    add("What does not belong in the balance", irrelevant)
    add("Mistakes often made", errors)
    if let note { lines += ["", "Mind: \(note)"] }
    lines += ["", inForce.prefix(1).uppercased() + inForce.dropFirst() + "."]
    if let uncertain { lines.append("  UNVERIFIED: \(uncertain)") }
    lines += ["", "Sources:"]
    lines += sources.map {
      "  \($0.id) \($0.what) [\($0.status == "read" ? "read" : $0.status.uppercased())]\n      \($0.location)"
    }
    return lines.joined(separator: "\n")
  }
}
