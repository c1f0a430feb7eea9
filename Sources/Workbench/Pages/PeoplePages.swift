import Casework
import HTTPTypes
import Markup
import Passwords
import Storage

/// Accounts: who has one, inviting, new links and closing. For the administrator; the auditor may look.
enum PeoplePages {
  static let routes: [Route] = [
    .get(.people, .sight("people")) { visit in
      .page(try await list(visit, Form(values: FormValues()), link: nil))
    },
    .post(.invite, .role(.administrator)) { visit in try await invite(visit) },
    .post(.person(":id"), .role(.administrator)) { visit in try await change(visit) },
  ]

  private static func invite(_ visit: Visit) async throws -> Reply {
    var form = Form(values: visit.form)
    let email = visit.form["email"].lowercased()
    var errors = FormErrors()
    if visit.form["name"].isEmpty { errors.messages.append(("name", "Enter a name")) }
    if !email.contains("@") || email.contains(" ") {
      errors.messages.append(("email", "'\(email)' is not an e-mail address"))
    }
    let role = Role(rawValue: visit.form["role"])
    if role == nil { errors.messages.append(("role", "Choose a role")) }
    do {
      guard let role, errors.messages.isEmpty else { throw errors }
      let account = Account(
        id: SecretToken().text, email: email, name: visit.form["name"], role: role)
      try await visit.house.archive.add(account)
      let token = try await visit.house.guardhouse.invite(account)
      return .page(
        try await list(
          visit, Form(values: FormValues()), link: (account.name, .setUp(token: token))))
    } catch let errors as FormErrors {
      form.errors = errors
    } catch let refusal as Refusal {
      form.errors = FormErrors(refusal.message, field: refusal.field)
    }
    return .page(try await list(visit, form, link: nil), status: .unprocessableContent)
  }

  private static func change(_ visit: Visit) async throws -> Reply {
    guard let account = try await visit.house.archive.account(id: try visit.parameter("id")) else {
      throw Problem.notFound
    }
    guard visit.form["action"] == "close" else {
      let token = try await visit.house.guardhouse.invite(account)
      return .page(
        try await list(
          visit, Form(values: FormValues()), link: (account.name, .setUp(token: token))))
    }
    guard account.id != (try visit.account()).id else {
      throw Problem(
        status: .unprocessableContent, title: "You cannot close your own account",
        message: "Ask another administrator; an authority without one cannot let anybody in.")
    }
    try await visit.house.archive.close(account: account.id)
    return .seeOther(.people)
  }

  private static func list(
    _ visit: Visit, _ form: Form, link: (name: String, address: Address)?
  ) async throws -> Page {
    let accounts = try await visit.house.archive.accounts()
    let isAdministrator = visit.role == .administrator
    let rows = accounts.map { account -> HTML in
      let state: HTML =
        account.isClosed
        ? "<span class=\"tag\">closed</span>"
        : account.passwordHash == nil
          ? "<span class=\"tag draft\">invited</span>" : "<span class=\"tag ok\">active</span>"
      let actions: HTML =
        isAdministrator && !account.isClosed
        ? """
        <form class="inline" method="post" action="\(Address.person(account.id).path)">\(visit.token)\
        <button class="quiet small" name="action" value="link">New link\
        <span class="unseen"> for \(account.name)</span></button> \
        <button class="quiet small" name="action" value="close">Close\
        <span class="unseen"> the account of \(account.name)</span></button></form>
        """ : ""
      return """
        <tr><th scope="row">\(account.name)</th><td>\(account.email)</td>\
        <td>\(account.role.label)</td><td>\(state)</td><td>\(actions)</td></tr>
        """
    }
    let banner: HTML =
      link.map {
        """
        <div class="banner good" role="status"><h2>A link for \($0.name)</h2>\
        <p>It works once, for seven days. Hand it over yourself; it is not shown again.</p>\
        <p><code>\(visit.origin)\($0.address.path)</code></p></div>
        """
      } ?? ""
    let inviteForm: HTML =
      isAdministrator
      ? """
      <h2>Add somebody</h2><form method="post" action="\(Address.invite.path)">\(visit.token)
      \(form.text("name", "Name", autocomplete: "off"))
      \(form.text("email", "E-mail address", type: "email", autocomplete: "off"))
      \(form.radios("role", "Role", Role.allCases.map {
        Option(value: $0.rawValue, label: $0.label, hint: explanation($0))
      }))
      <p class="actions"><button>Make a set-up link</button></p></form>
      """ : ""
    let body: HTML = """
      \(form.summary)<h1>People</h1>\(banner)
      <div class="scroll" tabindex="0" role="region" aria-label="Accounts"><table><thead><tr>\
      <th scope="col">Name</th><th scope="col">E-mail</th><th scope="col">Role</th>\
      <th scope="col">State</th><th scope="col"><span class="unseen">Actions</span></th></tr></thead>\
      <tbody>\(rows)</tbody></table></div>\(inviteForm)
      """
    return Page(title: "People", body: body)
  }

  private static func explanation(_ role: Role) -> String {
    switch role {
    case .officer: "Works cases and drafts decisions"
    case .decisionMaker: "Approves what others drafted"
    case .informationOwner: "Records what is held and shows harm; never sees the requester"
    case .administrator: "Looks after accounts and settings; works no case"
    case .auditor: "Reads everything and changes nothing"
    }
  }
}
