import Casework
import HTTPTypes
import Hummingbird
import InformationLaw
import Markup
import Scrutiny
import Storage

/// A request to the workbench, with everything a handler needs.
struct Visit: Sendable {
  /// The house.
  let house: House
  /// The placeholders of the address.
  let parameters: [String: String]
  /// The query.
  let query: FormValues
  /// The form, where one was sent.
  let form: FormValues
  /// The uploaded files by field, in their order.
  let uploads: [String: [Multipart.File]]
  /// Who is signed in.
  let session: StoredSession?
  /// The token of the session's cookie.
  let sessionToken: String?
  /// The address of the workbench as the browser knows it: `https://foi.authority.example`.
  let origin: String
  /// Whether the script asks for findings only, and nothing is to be saved.
  let isPreview: Bool

  /// The first uploaded file of each field.
  var files: [String: Multipart.File] { uploads.compactMapValues(\.first) }

  /// A placeholder of the address.
  func parameter(_ name: String) throws -> String {
    guard let value = parameters[name] else { throw Problem.notFound }
    return value
  }

  /// The account that is signed in; routes that anybody may use do not ask.
  func account() throws -> Account {
    guard let session else { throw Problem.forbidden }
    return session.account
  }

  /// The role that is signed in, or nil.
  var role: Role? { session?.account.role }

  /// Whether the role may see a kind of thing.
  func sees(_ sight: String) -> Bool {
    role.map { house.workflow.sees(sight, role: $0) } ?? false
  }

  /// Whether the role may do an act in a state.
  func may(_ act: String, in state: String) -> Bool {
    role.map { house.workflow.allows(act, in: state, by: $0) } ?? false
  }

  /// The hidden field of every form.
  var token: HTML { Form.token(session?.formToken ?? "") }

  /// Today in the United Kingdom.
  var today: Day { house.now.day() }

  /// The case that the address names.
  func caseFile() async throws -> CaseFile {
    let reference = try parameter("ref")
    guard let subject = try await house.desk.subject(reference) else { throw Problem.notFound }
    return CaseFile(
      subject: subject, visit: self, issued: try await house.desk.issuedReasons(house.book))
  }
}

/// A case as pages work with it.
struct CaseFile: Sendable {
  let subject: Case
  let visit: Visit
  /// The version that forms are based on; that of the case unless an event is only imagined.
  let version: Int
  /// The reasons of the authority's own issued letters; nil right after something was saved, when no
  /// findings are shown.
  let issued: BoilerplateCheck?

  init(
    subject: Case, visit: Visit, savedVersion: Int? = nil, issued: BoilerplateCheck? = nil
  ) {
    self.issued = issued
    self.subject = subject
    self.visit = visit
    version = savedVersion ?? subject.version
  }

  var reference: String { subject.reference }
  var book: StatuteBook { visit.house.book }

  /// The way to a page of the case.
  func crumbs(_ more: (name: String, address: Address)...) -> [(name: String, address: Address)] {
    [("Work list", .workList), (reference, .caseFile(reference))] + more
  }

  /// Whether the decision can still be worked on by whoever is signed in.
  func may(_ act: String) -> Bool { visit.may(act, in: subject.state) }
}
