/// A file that could not be read as a result in JSON: every file has one, and none of these can be
/// taken for a letter without findings.
public enum UnreadableJSON {
  /// Writes the result.
  ///
  /// - Parameters:
  ///   - schema: of the results that it stands among: `letter/1` or `audit/1`.
  ///   - file: the file's name as the person gave it.
  ///   - reason: why, as a word for programs: `no_text_layer`.
  ///   - message: why, and what to do, for people.
  ///   - onOneLine: for JSON Lines.
  public static func text(
    schema: String, file: String, reason: String, message: String, onOneLine: Bool
  ) -> String {
    JSON.record([
      "schema": .text(schema), "file": .text(file), "verdict": "unreadable",
      "reason": .text(reason), "message": .text(message),
    ]).written(onOneLine: onOneLine) + "\n"
  }
}
