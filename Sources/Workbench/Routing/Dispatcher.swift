import Casework
import HTTPTypes
import Hummingbird
import Logging
import Markup
import NIOCore
import Passwords
import PublicInterest
import Storage

/// Takes a request to its route: who is it, may they, is the form one of ours; then the handler, then
/// the headers that every answer has. Whatever goes wrong becomes a page that says what to do.
struct Dispatcher: Sendable {
  let house: House
  let route: Route

  func respond(to request: Request, _ context: WorkbenchContext) async -> Response {
    var session: StoredSession?
    do {
      let token = request.cookies[SessionCookie.name]?.value
      if let token, !token.isEmpty {
        session = try await house.guardhouse.session(token: token)
      }
      try refuseCrossSite(request)
      guard let session else {
        guard route.access.isPublic else {
          return response(.seeOther(.signIn), session: nil, authority: "")
        }
        let visit = try await visit(request, context, session: nil, token: nil)
        return response(
          try await route.handle(visit), session: nil, authority: try await authority())
      }
      guard route.access.allows(session.account.role, workflow: house.workflow) else {
        throw Problem.forbidden
      }
      let visit = try await visit(request, context, session: session, token: token)
      if route.method == .post, !route.access.isPublic {
        guard let given = SecretToken(visit.form["token"]),
          given == SecretToken(session.formToken)
        else {
          throw Problem.forged
        }
      }
      return response(
        try await route.handle(visit), session: session, authority: try await authority())
    } catch {
      return await response(to: error, session: session)
    }
  }

  // MARK: Reading the request

  /// A form can only come from our own pages: browsers say where a request comes from.
  private func refuseCrossSite(_ request: Request) throws {
    guard request.method == .post else { return }
    if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }),
      site != "same-origin", site != "none"
    {
      throw Problem.forged
    }
    if let origin = request.headers[.origin], let host = request.head.authority,
      origin.split(separator: "/").last.map(String.init) != host
    {
      throw Problem.forged
    }
  }

  private func visit(
    _ request: Request, _ context: WorkbenchContext, session: StoredSession?, token: String?
  ) async throws -> Visit {
    var form = FormValues()
    var files: [String: [Multipart.File]] = [:]
    if request.method == .post {
      let buffer: ByteBuffer
      do { buffer = try await request.body.collect(upTo: route.limit) } catch {
        throw Problem.tooLarge("\(route.limit / 1_000_000) MB")
      }
      let bytes = Array(buffer.readableBytesView)
      let type = request.headers[.contentType] ?? ""
      if let boundary = Multipart.boundary(in: type) {
        guard let multipart = Multipart(bytes, boundary: boundary) else {
          throw Problem.badRequest("The upload was cut short. Try again.")
        }
        form = multipart.fields
        files = multipart.files
      } else {
        guard let fields = FormValues(urlEncoded: bytes) else {
          throw Problem.badRequest("The form was damaged on its way. Go back and try again.")
        }
        form = fields
      }
    }
    var parameters: [String: String] = [:]
    for (name, value) in context.parameters { parameters[String(name)] = String(value) }
    let preview = HTTPField.Name("X-Steelyard-Preview").flatMap { request.headers[$0] }
    return Visit(
      house: house, parameters: parameters,
      query: FormValues(urlEncoded: (request.uri.query ?? "").utf8) ?? FormValues(), form: form,
      uploads: files, session: session, sessionToken: token,
      origin: (house.isServedSecurely ? "https://" : "http://") + (request.head.authority ?? ""),
      isPreview: preview != nil)
  }

  private func authority() async throws -> String {
    try await house.desk.authority().name
  }

  // MARK: Writing the answer

  private func response(to error: any Error, session: StoredSession?) async -> Response {
    let problem: Problem
    switch error {
    case let known as Problem: problem = known
    case let refusal as Refusal:
      problem = Problem(
        status: .unprocessableContent, title: "That could not be done",
        message: refusal.description)
    default:
      // The kind of error alone: its text could hold what somebody typed.
      house.logger.error("request failed", metadata: ["error": "\(type(of: error))"])
      problem = Problem(
        status: .internalServerError, title: "Something went wrong here",
        message: "Nothing was saved. Try again; if it stays, tell the administrator what you did.")
    }
    let back: HTML = "<p><a href=\"\(Address.workList.path)\">Go to the work list</a></p>"
    let page = Page(
      title: problem.title, body: "<h1>\(problem.title)</h1><p>\(problem.message)</p>\(back)",
      isNarrow: true)
    let name = (try? await authority()) ?? ""
    return response(.page(page, status: problem.status), session: session, authority: name)
  }

  private func response(_ reply: Reply, session: StoredSession?, authority: String) -> Response {
    switch reply {
    case .page(let page, let status):
      let shell = Shell(
        title: page.title, authority: authority,
        account: session.map { signed($0) },
        current: page.crumbs.isEmpty ? route.address : nil, crumbs: page.crumbs,
        isNarrow: page.isNarrow, body: page.body)
      var headers = Headers.page
      headers[.contentType] = "text/html; charset=utf-8"
      return Response(
        status: status, headers: headers,
        body: .init(byteBuffer: ByteBuffer(string: shell.document.text)))
    case .seeOther(let address, let cookie):
      var headers = Headers.page
      headers[.location] = address.path
      if let cookie { headers[.setCookie] = cookie }
      return Response(status: .seeOther, headers: headers)
    case .file(let bytes, let type, let name):
      var headers = route.access.isPublic ? Headers.asset : Headers.page
      headers[.contentType] = type
      if let name { headers[.contentDisposition] = Headers.attachment(name) }
      return Response(
        status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
  }

  private func signed(_ session: StoredSession) -> Shell.Signed {
    let role = session.account.role
    var navigation: [(name: String, address: Address)] = []
    if house.workflow.sees("case", role: role) { navigation.append(("Work list", .workList)) }
    if Access.act("registered").allows(role, workflow: house.workflow) {
      navigation.append(("Register a request", .register))
    }
    navigation.append(("Read a letter", .readLetter))
    navigation.append(("Statute book", .law))
    if house.workflow.sees("people", role: role) { navigation.append(("People", .people)) }
    if house.workflow.sees("settings", role: role) {
      navigation.append(("The authority", .settings))
    }
    return Shell.Signed(
      name: session.account.name, role: role, formToken: session.formToken, navigation: navigation)
  }
}

/// The headers that every answer has.
enum Headers {
  /// No script, style or picture from elsewhere, none inline, no framing, nothing kept by the browser.
  static let page: HTTPFields = {
    var headers = HTTPFields()
    set(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      in: &headers)
    set("X-Content-Type-Options", "nosniff", in: &headers)
    set("Referrer-Policy", "same-origin", in: &headers)
    set("Cross-Origin-Opener-Policy", "same-origin", in: &headers)
    set("Cache-Control", "no-store", in: &headers)
    return headers
  }()

  /// Public files may be kept for a while.
  static let asset: HTTPFields = {
    var headers = page
    set("Cache-Control", "public, max-age=300", in: &headers)
    return headers
  }()

  /// Says that a file is to be saved under a name, whatever is in it (RFC 6266, RFC 8187).
  static func attachment(_ name: String) -> String {
    let plain = String(
      name.unicodeScalars.map { scalar -> Character in
        scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
          && scalar.value != 0x7F ? Character(scalar) : "_"
      })
    guard plain != name else { return "attachment; filename=\"\(name)\"" }
    let encoded = name.utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || byte >= 0x30 && byte <= 0x39)
      return isPlain || byte == 0x2E || byte == 0x2D
        ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded.joined())"
  }

  private static func set(_ name: String, _ value: String, in headers: inout HTTPFields) {
    if let name = HTTPField.Name(name) { headers[name] = value }
  }
}
