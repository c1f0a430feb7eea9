import Casework
import HTTPTypes
import Markup
import Passwords
import Storage

/// Signing in, signing out and the one-time set-up of a new account.
enum SignInPage {
  static let routes: [Route] = [
    .get(.signIn, .anyone) { visit in
      visit.session == nil ? .page(render(Form(values: FormValues()))) : .seeOther(.workList)
    },
    .post(.signIn, .anyone) { visit in
      let result = try await visit.house.guardhouse.signIn(
        email: visit.form["email"], password: visit.form.raw("password"))
      var form = Form(values: visit.form)
      switch result {
      case .signedIn(let token):
        return .seeOther(.workList, cookie: SessionCookie.set(token, in: visit.house))
      case .wrong:
        form.errors = FormErrors(
          "The e-mail address and the password do not belong together", field: "email")
      case .locked(let minutes):
        form.errors = FormErrors(
          "Too many wrong passwords. Wait \(minutes) \(minutes == 1 ? "minute" : "minutes") and try again",
          field: "email")
      }
      return .page(render(form), status: .unprocessableContent)
    },
    .post(.signOut, .signedIn) { visit in
      if let token = visit.sessionToken { try await visit.house.guardhouse.signOut(token: token) }
      return .seeOther(.signIn, cookie: SessionCookie.cleared(in: visit.house))
    },
    .get(.setUp(token: ":token"), .anyone) { visit in
      let account = try await visit.invited()
      return .page(setUp(visit, account.name, account.email, Form(values: FormValues())))
    },
    .post(.setUp(token: ":token"), .anyone) { visit in
      let account = try await visit.invited()
      let password = visit.form.raw("password")
      var form = Form(values: FormValues())
      if password != visit.form.raw("again") {
        form.errors = FormErrors("The two passwords differ", field: "again")
      } else {
        do {
          let chosen = try Password(choosing: password, email: account.email)
          guard
            let token = try await visit.house.guardhouse.accept(
              token: try visit.parameter("token"), password: chosen)
          else { throw Problem.usedInvitation }
          return .seeOther(.workList, cookie: SessionCookie.set(token, in: visit.house))
        } catch let error as PasswordError {
          form.errors = FormErrors(error.description, field: "password")
        }
      }
      return .page(
        setUp(visit, account.name, account.email, form), status: .unprocessableContent)
    },
  ]

  private static func render(_ form: Form) -> Page {
    let body: HTML = """
      \(form.summary)<h1>Sign in</h1><form method="post" action="\(Address.signIn.path)">
      \(form.text("email", "E-mail address", type: "email", autocomplete: "username"))
      \(form.text("password", "Password", type: "password", autocomplete: "current-password"))
      <p class="actions"><button>Sign in</button></p></form>
      <p class="hint">No account yet, or the password is lost? The administrator of your authority makes \
      a one-time link.</p>
      """
    return Page(title: "Sign in", body: body, isNarrow: true)
  }

  private static func setUp(
    _ visit: Visit, _ name: String, _ email: String, _ form: Form
  ) -> Page {
    let path = Address.setUp(token: visit.parameters["token"] ?? "").path
    let body: HTML = """
      \(form.summary)<h1><span class="over">\(name), \(email)</span>Choose a password</h1>
      <form method="post" action="\(path)">
      <input type="hidden" name="email" value="\(email)" autocomplete="username">
      \(form.text(
        "password", "Password",
        hint: "At least 12 characters. Three or four words that do not belong together are good.",
        type: "password", autocomplete: "new-password"))
      \(form.text("again", "The same again", type: "password", autocomplete: "new-password"))
      <p class="actions"><button>Set the password and sign in</button></p></form>
      """
    return Page(title: "Choose a password", body: body, isNarrow: true)
  }
}
