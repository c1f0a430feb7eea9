import HTTPTypes
import Markup

/// What a handler answers.
enum Reply: Sendable {
  /// A page of the workbench.
  case page(Page, status: HTTPResponse.Status = .ok)
  /// Go and look there, after something was done.
  case seeOther(Address, cookie: String? = nil)
  /// A file: bytes, media type, and the name under which a browser saves it.
  case file([UInt8], type: String, name: String?)
}

/// What a page shows inside the shell.
struct Page: Sendable {
  /// The title, also the first heading unless the body brings its own.
  var title: String
  /// The way to the page: name and address of each step above it.
  var crumbs: [(name: String, address: Address)] = []
  /// Everything inside `main`.
  var body: HTML
  /// The reading width of pages that ask one thing.
  var isNarrow = false
}

/// Something that ends a request early with a page that says what to do.
struct Problem: Error, Sendable {
  var status: HTTPResponse.Status
  var title: String
  var message: String

  static let notFound = Problem(
    status: .notFound, title: "There is no such page",
    message: "The address may be mistyped, or the case or page is gone. Start from the work list.")
  static let forbidden = Problem(
    status: .forbidden, title: "Your role cannot open this",
    message: "If you need it for your work, ask the administrator of your authority.")
  static let forged = Problem(
    status: .forbidden, title: "The page was too old to save",
    message:
      "Nothing was changed. Go back, reload the page and save again. If you signed in again in "
      + "another window, that is the cause.")
  static func tooLarge(_ limit: String) -> Problem {
    Problem(
      status: .contentTooLarge, title: "That is too large",
      message: "At most \(limit) can be taken in here. Nothing was saved.")
  }
  static func badRequest(_ message: String) -> Problem {
    Problem(status: .badRequest, title: "That could not be read", message: message)
  }
}

/// The status of an answer.
typealias HTTPStatus = HTTPResponse.Status
