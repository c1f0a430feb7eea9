import Casework
import HTTPTypes
import InformationLaw
import Markup
import Post
import PublicInterest
import Storage

/// Registers a request: first it is pasted or uploaded and read, then what was read is checked.
enum RegisterPage {
  /// The largest request that is taken in as text.
  static let textLimit = 500_000

  static let routes: [Route] = [
    .get(.register, .act("registered")) { visit in
      .page(ask(visit, Form(values: FormValues())))
    },
    .post(.registerRead, .act("registered"), limit: Route.uploadLimit) { visit in
      var form = Form(values: visit.form)
      do {
        return .page(review(visit, Form(values: try await read(visit))))
      } catch let errors as FormErrors {
        form.errors = errors
        return .page(ask(visit, form), status: .unprocessableContent)
      }
    },
    .post(.register, .act("registered")) { visit in try await register(visit) },
  ]

  // MARK: The request comes in

  private static func ask(_ visit: Visit, _ form: Form) -> Page {
    let body: HTML = """
      <a class="back" href="\(Address.workList.path)">Back to the work list</a>\(form.summary)
      <h1>Register a request</h1>
      <form method="post" action="\(Address.registerRead.path)" enctype="multipart/form-data">\(visit.token)
      \(form.area("text", "Paste the request", hint: "As the requester wrote it.", rows: 10))
      <div class="field\(form.errors.message(for: "file") == nil ? "" : " wrong")">\
      <label for="file">Or upload it</label>\
      <p class="hint" id="file-hint">An e-mail (.eml) or a text file (.txt), up to 25 MB.</p>\
      \(form.errors.message(for: "file").map { "<p class=\"error\" id=\"file-error\"><span class=\"unseen\">Error: </span>\($0)</p>" as HTML })\
      <input type="file" id="file" name="file" accept=".eml,.txt" aria-describedby="file-hint"></div>
      <p class="actions"><button>Read it</button></p></form>
      """
    return Page(title: "Register a request", body: body, isNarrow: true)
  }

  /// What the request says, as the values of the second form.
  private static func read(_ visit: Visit) async throws -> FormValues {
    var values = FormValues()
    values["received"] = visit.today.description
    values["channel"] = Channel.post.rawValue
    values["regime"] = Regime.foia.rawValue
    var text = visit.form.raw("text")
    if let file = visit.files["file"], !file.bytes.isEmpty {
      if file.name.lowercased().hasSuffix(".eml") {
        let message: Message
        do { message = try await visit.house.readMail(file.bytes) } catch let error
          as UnreadableMail
        {
          throw FormErrors(
            "'\(file.name)' cannot be read as an e-mail: \(error.reason)", field: "file")
        }
        text = message.body
        values["name"] = message.from?.name ?? ""
        values["address"] = message.from?.address ?? ""
        values["title"] = message.subject
        values["channel"] = Channel.email.rawValue
        // E-mail arrives when it is sent, working hours or not; the person checks the day.
        if let day = message.sent?.day.flatMap({ Day($0) }), day <= visit.today {
          values["received"] = day.description
        }
        for remark in message.remarks { values.add(remark, to: "remark") }
        for attachment in message.attachments {
          values.add(
            "Attached: \(attachment.filename ?? "a file without a name") (\(attachment.declaredType), "
              + "\(attachment.byteCount) bytes). It is not kept here; file it with the original e-mail.",
            to: "remark")
        }
      } else if let decoded = String(validating: file.bytes, as: UTF8.self) {
        text = decoded
      } else {
        throw FormErrors(
          "'\(file.name)' is not plain text in UTF-8; paste its text instead", field: "file")
      }
    }
    guard text.utf8.count <= textLimit else {
      throw FormErrors(
        "The request has \(text.utf8.count / 1000) kB of text; at most \(textLimit / 1000) kB can be "
          + "registered. Register the question itself and file the rest with the original",
        field: "text")
    }
    text = FormValues([("text", text)])["text"]
    guard !text.isEmpty else {
      throw FormErrors(
        "Paste the request or upload it: there is nothing to register", field: "text")
    }
    values["original"] = text
    values["questions"] = QuestionSplitter.questions(in: text).joined(separator: "\n\n")
    return values
  }

  // MARK: What was read is checked

  private static func review(_ visit: Visit, _ form: Form) -> Page {
    let body: HTML = """
      <a class="back" href="\(Address.register.path)">Back</a>\(form.summary)
      <h1>Check what was read</h1>
      <form method="post" action="\(Address.register.path)">\(visit.token)
      <input type="hidden" name="original" value="\(form.values["original"])">
      \(form.values.all("remark").isEmpty ? "" as HTML : "<div class=\"banner note\" role=\"status\"><h2>About this e-mail</h2><ul>\(form.values.all("remark").map { "<li>\($0)</li>" as HTML })</ul></div>")
      <details><summary>The request as it came in</summary><pre class="letter">\
      \(form.values["original"])</pre></details>
      \(form.text("title", "What it is about", hint: "A few words by which colleagues know the case. Not the requester's name."))
      <div class="row">\(form.text("received", "Received on", hint: "As 2026-05-26. The day it arrived, working day or not.", width: .short))
      \(form.text("reference", "Reference", hint: "Leave empty to take the next.", width: .short))</div>
      \(form.radios("regime", "Under which law is it answered?",
        hint: "Information on the environment, on what affects it or on measures about it falls under the "
          + "Regulations, whatever the requester calls it.",
        Regime.allCases.map { Option(value: $0.rawValue, label: $0.instrument) }))
      \(form.radios("channel", "How it came in", across: true, Channel.allCases.map {
        Option(value: $0.rawValue, label: $0.rawValue.capitalizedFirst)
      }))
      \(form.area("questions", "The questions, numbered in this order",
        hint: "One question a paragraph, with an empty line between. Take out greetings, names and "
          + "anything that says who asks: those who hold the information see the questions.", rows: 12))
      <fieldset><legend>The requester</legend>\
      <p class="hint">Kept apart from the case papers. Information owners never see it.</p>
      \(form.text("name", "Name", autocomplete: "off"))
      \(form.area("address", "Address for the answer", hint: "An e-mail address or a postal address (FOIA s.8(1)(b))", rows: 3))</fieldset>
      <p class="actions"><button>Register the request</button></p></form>
      """
    return Page(title: "Check what was read", body: body, isNarrow: true)
  }

  private static func register(_ visit: Visit) async throws -> Reply {
    var form = Form(values: visit.form)
    let values = visit.form
    do {
      let registration = try registration(values)
      let house = visit.house
      let actor = try visit.account().actor
      let today = visit.today
      let reference = try await house.archive.register(
        registration,
        requester: Requester(
          name: values["name"], address: values["address"], original: values["original"]),
        by: actor, at: house.now.stamp()
      ) { registration in
        try house.rules.check(.registered(registration), by: actor, on: nil, today: today)
      }
      return .seeOther(.caseFile(reference))
    } catch let errors as FormErrors {
      form.errors = errors
    } catch let refusal as Refusal {
      form.errors = FormErrors(refusal.description, field: refusal.field)
    }
    return .page(review(visit, form), status: .unprocessableContent)
  }

  private static func registration(_ values: FormValues) throws -> Registration {
    var errors = FormErrors()
    let received = Day(values["received"])
    if received == nil {
      errors.messages.append(
        ("received", "'\(values["received"])' is not a day; write it as 2026-05-26"))
    }
    let reference = values["reference"]
    let isPlain = reference.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    if !isPlain || reference.count > 40 {
      errors.messages.append(
        ("reference", "A reference has letters, digits and hyphens only, 40 at the most"))
    }
    if values["name"].isEmpty {
      errors.messages.append(("name", "Enter the requester's name (FOIA s.8(1)(b))"))
    }
    if values["address"].isEmpty {
      errors.messages.append(("address", "Enter an address for the answer (FOIA s.8(1)(b))"))
    }
    guard let received, errors.messages.isEmpty else { throw errors }
    return Registration(
      reference: reference, title: values["title"], received: received,
      channel: Channel(rawValue: values["channel"]) ?? .post,
      regime: Regime(rawValue: values["regime"]) ?? .foia,
      questions: QuestionSplitter.numbered(values["questions"]))
  }
}
