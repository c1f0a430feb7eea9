/// What a file's name says about its kind. Names are believed only of files whose bytes do not show
/// their kind: plain text, HTML and e-mail.
public enum NameHint: String, CaseIterable, Codable, Sendable {
  /// Plain text.
  case text
  /// A web page.
  case html
  /// An e-mail.
  case mail

  /// Looks at the ending of a name; nil where it says nothing.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text", "md": self = .text
    case "html", "htm", "xhtml": self = .html
    case "eml", "mht", "mhtml": self = .mail
    default: return nil
    }
  }
}
