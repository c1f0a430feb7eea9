import Foundation

/// What the confined process answers about a file: its text, or why there is none.
///
/// As bytes it is a line of JSON with everything but the text, then the text itself, of the length that
/// the line names. So a text is never quoted, and an answer that breaks off is known to be none.
public enum DocumentReply: Equatable, Sendable {
  /// The text.
  case text(DocumentText)
  /// Why there is none.
  case unreadable(Unreadable)

  /// The most bytes that an answer may have.
  public static let maximumBytes = DocumentLimits().text + 1_024 * 1_024

  private struct Head: Codable {
    var format: DocumentFormat?
    var notes: [DocumentNote]?
    var unreadable: Unreadable?
    var bytes: Int
  }

  /// Reads a file and answers.
  public init(reading bytes: [UInt8], hint: NameHint?) {
    do { self = .text(try DocumentText(reading: bytes, hint: hint)) } catch {
      self = .unreadable(error)
    }
  }

  /// The answer as bytes.
  public func encoded() throws -> [UInt8] {
    let head: Head
    let text: String
    switch self {
    case .text(let document):
      text = document.text
      head = Head(format: document.format, notes: document.notes, bytes: text.utf8.count)
    case .unreadable(let reason):
      text = ""
      head = Head(unreadable: reason, bytes: 0)
    }
    return [UInt8](try JSONEncoder().encode(head)) + [0x0A] + text.utf8
  }

  /// Reads an answer; nil where the bytes are not a whole one.
  public init?(decoding bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: 0x0A),
      let head = try? JSONDecoder().decode(Head.self, from: Data(bytes[..<end]))
    else { return nil }
    let rest = bytes[(end + 1)...]
    guard rest.count == head.bytes else { return nil }
    if let reason = head.unreadable {
      self = .unreadable(reason)
    } else if let format = head.format, let text = String(validating: rest, as: UTF8.self) {
      self = .text(DocumentText(text: text, format: format, notes: head.notes ?? []))
    } else {
      return nil
    }
  }
}
