import Casework
import HTTPTypes
import Markup
import PublicInterest
import Storage

/// What the letters say about the authority and about challenging its decisions.
enum SettingsPage {
  static let routes: [Route] = [
    .get(.settings, .sight("settings")) { visit in
      let authority = try await visit.house.archive.authority()
      let values = FormValues([
        ("name", authority.name), ("address", authority.address), ("email", authority.email),
        ("review", authority.reviewContact), ("ask", String(authority.reviewAskDays)),
        ("answer", String(authority.reviewAnswerDays)),
      ])
      return .page(render(visit, Form(values: values), saved: false))
    },
    .post(.settings, .role(.administrator)) { visit in
      var form = Form(values: visit.form)
      var errors = FormErrors()
      if form.values["name"].isEmpty { errors.messages.append(("name", "Enter the name")) }
      let ask = Int(form.values["ask"])
      let answer = Int(form.values["answer"])
      for (field, days) in [("ask", ask), ("answer", answer)]
      where days.map({ (1...200).contains($0) }) != true {
        errors.messages.append((field, "Enter a number of working days from 1 to 200"))
      }
      guard errors.messages.isEmpty, let ask, let answer else {
        form.errors = errors
        return .page(render(visit, form, saved: false), status: .unprocessableContent)
      }
      try await visit.house.archive.set(
        Authority(
          name: form.values["name"], address: form.values["address"], email: form.values["email"],
          reviewContact: form.values["review"], reviewAskDays: ask, reviewAnswerDays: answer))
      visit.house.desk.forgetAuthority()
      return .page(render(visit, form, saved: true))
    },
  ]

  private static func render(_ visit: Visit, _ form: Form, saved: Bool) -> Page {
    let banner: HTML =
      saved ? "<div class=\"banner good\" role=\"status\"><p>Saved.</p></div>" : ""
    let body: HTML = """
      \(form.summary)<h1>The authority</h1>\(banner)
      <form method="post" action="\(Address.settings.path)">\(visit.token)
      \(form.text("name", "Name"))
      \(form.area("address", "Postal address", rows: 3))
      \(form.text("email", "E-mail address of the team", type: "email"))
      \(form.text("review", "Where to ask for an internal review", hint: "An e-mail or postal address. If you leave it empty, the letters say that there is no review procedure (FOIA s.17(7)(a))."))
      <div class="row">\(form.text("ask", "Working days to ask for a review", width: .tiny))
      \(form.text("answer", "Working days to answer one", width: .tiny))</div>
      \(visit.role == .administrator ? "<p class=\"actions\"><button>Save</button></p>" as HTML : "<p class=\"inset\">Only the administrator can change this.</p>")</form>
      """
    return Page(title: "The authority", body: body, isNarrow: true)
  }
}
