import DataFiles
import Foundation
import InformationLaw
import Letters
import PublicInterest
import Scrutiny

private func decisionFile(_ path: String, book: StatuteBook) throws -> DecisionFile {
  let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
  return try DecisionFile(parsing: text, file: path, book: book)
}

/// The audit of a decision, the derivation of its letter included, as a page or `check` does it.
func scrutiny(for seconds: Double, of path: String, book: StatuteBook) throws -> Timing {
  let decision = try decisionFile(path, book: book).decision
  let scrutiny = try Scrutiny(book: book)
  return Timing(for: seconds) {
    let letter = LetterText(Letter(decision: decision, book: book))
    return scrutiny.report(on: decision, letter: letter, today: decision.decided).verdicts.count
  }
}

/// Deriving the letter from the decision and writing it in a format.
func letters(
  for seconds: Double, of path: String, as format: String, book: StatuteBook
) throws -> Timing {
  let file = try decisionFile(path, book: book)
  let write: (Letter) -> Int
  switch format {
  case "txt": write = { $0.plainText().utf8.count }
  case "html": write = { $0.html().utf8.count }
  case "docx": write = { $0.docx().count }
  default: throw Misuse(missing: "a format: txt, html or docx")
  }
  return Timing(for: seconds) {
    write(Letter(decision: file.decision, book: book, addressee: file.addressee))
  }
}

/// A decision with everything that the peers show of it.
struct Papers: Encodable {
  struct LimbEntry: Encodable {
    var cite: String
    var title: String
    var asksForHarm: Bool
    var needsBalance: Bool
  }
  struct Part: Encodable {
    var heading: String?
    var blocks: [BlockEntry]
  }
  struct BlockEntry: Encodable {
    var kind: String
    var text: String?
    var points: [String]?
    var rows: [[String]]?

    init(_ block: Block) {
      switch block {
      case .paragraph(let text): (kind, self.text) = ("paragraph", text)
      case .subheading(let text): (kind, self.text) = ("subheading", text)
      case .bullets(let points): (kind, self.points) = ("bullets", points)
      case .table(let header, let rows): (kind, self.rows) = ("table", [header] + rows)
      }
    }
  }

  var decision: Decision
  var limbs: [String: LimbEntry]
  /// What each kind of evidence on file is called.
  var evidence: [String: String]
  var report: ScrutinyReport
  var title: String
  var salutation: String
  var date: String?
  var addressee: Addressee?
  var parts: [Part]

  init(of path: String, book: StatuteBook) throws {
    let file = try decisionFile(path, book: book)
    decision = file.decision
    addressee = file.addressee
    let letter = Letter(decision: decision, book: book, addressee: addressee)
    report = try Scrutiny(book: book).report(
      on: decision, letter: LetterText(letter), today: decision.decided)
    title = letter.title
    salutation = letter.salutation
    date = letter.date?.written
    parts = letter.sections.map {
      Part(heading: $0.heading, blocks: $0.effective.map(BlockEntry.init))
    }
    evidence = book.vocabulary.evidence
    limbs = [:]
    for limb in decision.reliances.compactMap({ book.limb(id: $0.limb) }) {
      let levels = book.vocabulary.thresholds[limb.threshold]?.levels ?? []
      limbs[limb.id] = LimbEntry(
        cite: limb.cite, title: limb.title, asksForHarm: !levels.isEmpty,
        needsBalance: limb.needsBalance)
    }
  }
}
