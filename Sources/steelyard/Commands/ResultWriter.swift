/// Writes results one after the other as they come, so that nothing has to be kept until the end.
///
/// As JSON, one file is one object and several are a list, so that the output is always one JSON value;
/// as lines, each result is a line; as text they stand one under the other.
struct ResultWriter {
  /// How results stand together.
  enum Form {
    case text, json, lines
  }

  private let form: Form
  private let isList: Bool
  private var written = 0

  init(_ form: Form, count: Int) {
    self.form = form
    isList = form == .json && count > 1
  }

  /// Writes a result.
  mutating func take(_ text: String) {
    if isList { Output.result(written == 0 ? "[" : ",") }
    if !text.isEmpty { Output.result(text) }
    written += 1
  }

  /// Ends the output.
  func finish() {
    guard isList else { return }
    Output.result(written == 0 ? "[]" : "]")
  }
}
