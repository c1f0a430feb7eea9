import Casework
import HTTPTypes
import InformationLaw
import Markup
import Scrutiny
import Storage

/// The questions that only a person can answer, each beside the words that it is about.
///
/// One form holds them all, so that saving one answer loses no other. Every answer that is new or
/// different becomes an event of its own; where a form has anything wrong, nothing of it is saved.
enum JudgementPage {
  static let routes: [Route] = [
    .get(.judgements(":ref"), .sight("case")) { visit in
      let file = try await visit.caseFile()
      return .page(render(JudgementForm(file: file, form: Form(values: FormValues()))))
    },
    .post(.judgements(":ref"), .act("judgementGiven")) { visit in try await post(visit) },
  ]

  private static func post(_ visit: Visit) async throws -> Reply {
    let file = try await visit.caseFile()
    let typed = try read(visit.form, file)
    guard typed.errors.messages.isEmpty else {
      let form = Form(values: visit.form, errors: typed.errors)
      return .page(
        render(JudgementForm(file: file, form: form)), status: .unprocessableContent)
    }
    let seen =
      visit.formVersion < file.subject.version
      ? try await visit.house.archive.subject(file.reference, at: visit.formVersion) : file.subject
    var conflicts: [String: String] = typed.gone
    for judgement in typed.judgements {
      do {
        _ = try await visit.save(
          .judgementGiven(judgement: judgement), to: file.reference, basedOn: visit.formVersion
        ) { try refuseIfMoved(judgement, from: seen, to: $0, book: visit.house.book) }
      } catch let refusal as Refusal {
        conflicts[judgement.key] = refusal.description
      }
    }
    guard !conflicts.isEmpty else { return .seeOther(.judgements(file.reference)) }
    let form = JudgementForm(
      file: try await visit.caseFile(), form: Form(values: visit.form), conflicts: conflicts)
    return .page(render(form), status: .conflict)
  }

  /// Nobody's answer is kept on words that they did not see.
  private static func refuseIfMoved(
    _ judgement: Judgement, from seen: Case, to now: Case, book: StatuteBook
  ) throws {
    guard let rule = book.rule(id: judgement.rule) else { return }
    let before = seen.matter(of: rule, limb: judgement.limb, book: book)
    guard now.matter(of: rule, limb: judgement.limb, book: book).says(theSameAs: before) else {
      throw Refusal(
        .conflict,
        "What this question is about was changed while you were answering it. Your answer is kept "
          + "below: read the words again, then save it.")
    }
  }

  /// What a form says: the answers to save, what is wrong, and answers to what is not asked any more.
  private struct Typed {
    var judgements: [Judgement] = []
    var errors = FormErrors()
    var gone: [String: String] = [:]
  }

  private static func read(_ values: FormValues, _ file: CaseFile) throws -> Typed {
    var typed = Typed()
    let actor = try file.visit.account().actor
    let questions = file.report.questions
    for question in questions {
      let key = question.key
      let (chosen, reason) = (values["answer/\(key)"], values["reason/\(key)"])
      guard let answer = Judgement.Answer(rawValue: chosen) else {
        if !chosen.isEmpty || !reason.isEmpty {
          typed.errors.messages.append(("answer/\(key)", "Choose an answer, or clear the reason"))
        }
        continue
      }
      let judgement = Judgement(
        rule: question.rule, limb: question.limbID, answer: answer, reason: reason)
      if judgement == question.answer?.judgement { continue }
      do {
        try file.visit.house.rules.check(
          .judgementGiven(judgement: judgement), by: actor, on: file.subject,
          today: file.visit.today)
        typed.judgements.append(judgement)
      } catch {
        typed.errors.messages.append(("\(error.field ?? "answer")/\(key)", error.description))
      }
    }
    // What the form repeats of an earlier answer is no loss where the question is gone.
    let known = file.subject.judgements(book: file.book).map(\.judgement)
    let asked = Set(questions.map(\.key))
    for name in values.names where name.hasPrefix("answer/") {
      let key = String(name.dropFirst("answer/".count))
      let isKnown = known.contains {
        $0.key == key && $0.answer.rawValue == values[name] && $0.reason == values["reason/\(key)"]
      }
      guard !asked.contains(key), !isKnown else { continue }
      typed.gone[key] =
        "This question is not asked any more. Not saved: '\(values[name])' "
        + values["reason/\(key)"]
    }
    return typed
  }

  private static func render(_ view: JudgementForm) -> Page {
    Page(
      title: "Questions to judge, \(view.file.reference)", crumbs: view.file.crumbs(),
      body: view.html)
  }
}

extension ScrutinyReport {
  /// How far the questions are answered, in words.
  var progress: String {
    "\(questions.count - openQuestions.count) of \(questions.count) questions answered"
  }
}
