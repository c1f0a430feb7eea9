/// Why a file has no text that could be read.
public struct Unreadable: Error, Codable, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of reason.
  public enum Reason: String, CaseIterable, Codable, Sendable {
    /// A password is needed.
    case encrypted
    /// The file breaks off or contradicts itself.
    case damaged
    /// Not a kind of file that is read here.
    case unknownFormat = "unknown_format"
    /// Pictures of words, not words.
    case noTextLayer = "no_text_layer"
    /// Larger, deeper or more than is opened here.
    case overLimit = "over_a_limit"
    /// There is nothing in it.
    case empty
    /// The process that was to open it did not finish.
    case notOpened = "not_opened"
  }

  /// The reason.
  public var reason: Reason
  /// What is wrong, where, and what to do, in sentences.
  public var message: String

  /// Makes a reason.
  public init(_ reason: Reason, _ message: String) {
    self.reason = reason
    self.message = message
  }

  /// The message.
  public var description: String { message }
}

extension Unreadable {
  static func damaged(_ place: String) -> Unreadable {
    Unreadable(
      .damaged, "The file is damaged: \(place). Ask for it again, or save it anew as a PDF.")
  }

  static func overLimit(_ what: String) -> Unreadable {
    Unreadable(
      .overLimit, "\(what) No letter is like that; save its text by itself and give that.")
  }

  static let empty = Unreadable(
    .empty, "There is no text in the file. Look whether it is the right one.")
}
