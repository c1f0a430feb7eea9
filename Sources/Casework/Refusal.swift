/// Why an act on a case is not accepted: what is in the way, the provision if one is, and what to do.
public struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kind of obstacle.
  public enum Code: String, Sendable {
    /// The role may not do it, or not in this state.
    case notAllowed
    /// Somebody who drafted the decision cannot approve it.
    case drafterCannotApprove
    /// Somebody else saved the same part in the meantime.
    case conflict
    /// The law is in the way.
    case unlawful
    /// What was given is not complete or not right.
    case invalid
  }

  /// The kind of obstacle.
  public var code: Code
  /// What is in the way and what to do, in words for the person.
  public var message: String
  /// The provision or authority.
  public var citation: String?
  /// The field of the page it is about.
  public var field: String?

  /// Makes a refusal.
  public init(_ code: Code, _ message: String, citation: String? = nil, field: String? = nil) {
    self.code = code
    self.message = message
    self.citation = citation
    self.field = field
  }

  /// The message with its citation.
  public var description: String { citation.map { "\(message) (\($0))" } ?? message }
}
