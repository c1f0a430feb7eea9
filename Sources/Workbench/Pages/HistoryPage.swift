import Casework
import InformationLaw
import Markup
import PublicInterest
import Scrutiny
import Storage

/// Who did what to a case, when, in order; and notes.
enum HistoryPage {
  static let routes: [Route] = [
    .get(.history(":ref"), .sight("case")) { visit in
      let file = try await visit.caseFile()
      let records = try await visit.house.archive.records(of: file.reference)
      return .page(render(file, records))
    },
    .post(.history(":ref"), .act("noteAdded")) { visit in
      let note = visit.form["note"]
      return try await visit.append(.noteAdded(note: note)) { .history($0.reference) }
    },
  ]

  private static func render(_ file: CaseFile, _ records: [EventRecord]) -> Page {
    let note: HTML =
      file.may("noteAdded")
      ? """
      <form method="post" action="\(Address.history(file.reference).path)">\(file.visit.token)\
      <input type="hidden" name="version" value="\(file.version)">\
      \(Form(values: FormValues()).area("note", "Add a note", rows: 3))
      <p class="actions"><button class="quiet">Add the note</button></p></form>
      """ : ""
    let body: HTML = """
      <h1><span class="over">\(file.reference)</span>History</h1>\(note)
      \(list(file, records))
      """
    return Page(title: "History of \(file.reference)", crumbs: file.crumbs(), body: body)
  }

  /// The records, the latest first.
  static func list(_ file: CaseFile, _ records: [EventRecord]) -> HTML {
    let entries = records.reversed().map { record -> HTML in
      let act = file.visit.house.workflow.act(record.event.act)?.name ?? record.event.act
      let who =
        record.actor.role.map { "\(record.actor.name), \($0.rawValue)" } ?? record.actor.name
      let detail = Self.detail(of: record.event, file)
      return """
        <li><p class="meta"><time datetime="\(record.at)">\(moment(record.at))</time></p>\
        <p><b>\(act)</b></p><p>\(who)</p>\
        \(detail.isEmpty ? "" as HTML : "<p class=\"meta\">\(detail)</p>")</li>
        """
    }
    return "<ol class=\"history\" reversed>\(entries)</ol>"
  }

  /// The instant of a record, in words: it is kept in UTC.
  private static func moment(_ at: String) -> String {
    let day = Day(at.prefix(10))?.written ?? String(at.prefix(10))
    return "\(day), \(at.dropFirst(11).prefix(5)) UTC"
  }

  private static func detail(of event: CaseEvent, _ file: CaseFile) -> String {
    func cite(_ id: String) -> String {
      guard let reliance = file.subject.decision.reliances.first(where: { $0.id == id }) else {
        return id
      }
      return file.book.limb(id: reliance.limb)?.cite ?? reliance.limb
    }
    return switch event {
    case .registered(let registration):
      "Received \(registration.received.written) by \(registration.channel.rawValue)"
    case .holdingSet(let question, let holding):
      "Question \(question.dropFirst()): \(holding.answer.rawValue)"
    case .itemSet(let item): "\(item.description)\(item.outcome.map { ": \($0.rawValue)" } ?? "")"
    case .itemRemoved(let item): item
    case .relianceSet(let reliance): file.book.limb(id: reliance.limb)?.cite ?? reliance.limb
    case .relianceRemoved(let id), .harmSet(let id, _), .balanceRemoved(let id): cite(id)
    case .factorSet(let id, let factor): "\(cite(id)): \(factor.words)"
    case .factorRemoved(let id, let factor): "\(cite(id)): \(factor)"
    case .balanceSet(let id, let balance, _): "\(cite(id)): \(balance.outcome.rawValue)"
    case .alternativeSet(let alternative):
      "\(alternative.form.rawValue.capitalizedFirst): \(alternative.outcome.rawValue)"
    case .alternativeRemoved(let form): form.rawValue
    case .letterEdited(let section, _), .letterRestored(let section): "Section '\(section)'"
    case .clockEventAdded(let fact): "\(fact.kind): \(fact.day.written)"
    case .clockMoved(let from, let to, let because):
      "From \(from.written) to \(to.written). \(because)"
    case .noteAdded(let note): note
    case .judgementGiven(let judgement): detail(of: judgement, file)
    case .returned(let reason): reason
    case .fileSet(let releaseFile):
      "\(releaseFile.name), \(releaseFile.making.words), SHA-256 \(releaseFile.sha256.prefix(16))…: "
        + releaseFile.check.summary
    case .fileRemoved(let id): id
    case .findingsAccepted(let acceptance):
      "\(acceptance.findings.count) in \(acceptance.file): \(acceptance.reason)"
    case .approved(let day, _, let despite, let release):
      "On \(day.written)\(despite.map { ", in spite of unlawful findings: \($0)" } ?? "")"
        + (release.map { "; letter \($0.letter.prefix(16))…, files: \($0.files.count)" } ?? "")
    case .issued(let day, let fingerprint, let files):
      "On \(day.written); letter \(fingerprint.prefix(16))…"
        + (files ?? []).map { "; \($0.name) \($0.sha256.prefix(16))…" }.joined()
    case .questionsSet(let questions): "\(questions.count) questions"
    case .cumulativeSet(let balance): balance.outcome.rawValue
    case .cumulativeRemoved, .adviceSet, .submitted: ""
    }
  }

  private static func detail(of judgement: Judgement, _ file: CaseFile) -> String {
    let limb = judgement.limb.map { "\(file.book.limb(id: $0)?.cite ?? $0): " } ?? ""
    let question = file.book.rule(id: judgement.rule)?.question ?? judgement.rule
    let reason = judgement.reason.isEmpty ? "" : ". \(judgement.reason)"
    return "\(limb)\(question) \(judgement.answer.rawValue.capitalizedFirst)\(reason)"
  }
}
