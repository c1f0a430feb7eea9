/// Suggestions for people to read, one a paragraph.
public enum SuggestionsText {
  /// Writes the suggestions for one file.
  ///
  /// - Parameters:
  ///   - suggestions: what may have to be withheld.
  ///   - file: the file's name as the person gave it.
  public static func text(of suggestions: [Suggestion], file: String) -> String {
    guard !suggestions.isEmpty else { return "\(file): nothing suggested\n" }
    let count = suggestions.count
    var out = "\(file): \(count) \(count == 1 ? "passage" : "passages") to look at\n"
    for suggestion in suggestions {
      out += "\n  \(suggestion.kind.title), \(suggestion.confidence.rawValue) confidence, "
      out += "\(suggestion.kind.provisions.joined(separator: " or "))?\n"
      out += "    \(shown(suggestion.text))\n"
      out += "    \(suggestion.start) to \(suggestion.end): \(suggestion.reason)\n"
    }
    return out
  }

  /// On one line, and without characters that steer a terminal.
  private static func shown(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      out.append(isControl ? " " : scalar)
    }
    return String(out)
  }
}
