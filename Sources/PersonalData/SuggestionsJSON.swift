/// Suggestions as JSON, `suggestions/1`.
public enum SuggestionsJSON {
  /// The name of the form.
  public static let schema = "suggestions/1"

  /// Writes the suggestions for one file.
  ///
  /// - Parameters:
  ///   - suggestions: what may have to be withheld.
  ///   - file: the file's name as the person gave it.
  ///   - onOneLine: for JSON Lines.
  public static func text(
    of suggestions: [Suggestion], file: String, onOneLine: Bool = false
  ) -> String {
    let colon = onOneLine ? ":" : ": "
    func object(_ entries: [(String, String)], indent: String) -> String {
      let fields = entries.map { quoted($0.0) + colon + $0.1 }
      if onOneLine { return "{" + fields.joined(separator: ",") + "}" }
      return "{\n" + fields.map { indent + "  " + $0 }.joined(separator: ",\n") + "\n" + indent
        + "}"
    }
    let list = suggestions.map { suggestion in
      object(
        [
          ("kind", quoted(suggestion.kind.rawValue)), ("start", String(suggestion.start)),
          ("end", String(suggestion.end)), ("text", quoted(suggestion.text)),
          ("confidence", quoted(suggestion.confidence.rawValue)),
          ("reason", quoted(suggestion.reason)), ("provision", quoted(suggestion.provision)),
        ], indent: "    ")
    }
    let array =
      onOneLine || list.isEmpty
      ? "[" + list.joined(separator: ",") + "]"
      : "[\n" + list.map { "    " + $0 }.joined(separator: ",\n") + "\n  ]"
    return object(
      [("schema", quoted(schema)), ("file", quoted(file)), ("suggestions", array)], indent: "")
      + "\n"
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
