/// The fields that a walk is in: fields lie in fields, both in instructions and in results.
struct WordFieldStack {
  private struct Open {
    var code = ""
    var result = ""
    var isResult = false
    var marks: [XMLElement] = []
    /// Known once its instructions are whole.
    var name: String?
  }

  /// Word nests fields twenty deep.
  private static let mostOpen = 20

  private var open: [Open] = []
  /// Fields begun beyond that.
  private var beyond = 0

  /// Whether text is among the instructions of a field, where nothing shows it.
  var isCode: Bool { open.contains { !$0.isResult } }

  /// The name of the innermost field whose result is being shown.
  var name: String? { open.last?.name }

  mutating func begin(_ mark: XMLElement?) {
    // Files that begin fields and never end them must not fill the memory.
    if open.count < Self.mostOpen { open.append(Open()) } else { beyond += 1 }
    note(mark)
  }

  mutating func separate(_ mark: XMLElement?) {
    note(mark)
    guard let last = open.last, beyond == 0 else { return }
    open[open.count - 1].isResult = true
    open[open.count - 1].name = WordField.name(of: last.code)
  }

  /// An element belongs to the innermost field and to all among whose instructions it stands.
  private mutating func note(_ mark: XMLElement?) {
    guard let mark else { return }
    for index in open.indices where index == open.count - 1 || !open[index].isResult {
      open[index].marks.append(mark)
    }
  }

  /// Adds instructions.
  mutating func addCode(_ text: String, _ source: XMLElement?) {
    for index in open.indices where !open[index].isResult {
      if open[index].code.utf8.count < 65_536 { open[index].code += text }
      if let source { open[index].marks.append(source) }
    }
  }

  /// Adds shown text to the results that it is in; among instructions it is one of them.
  mutating func addText(_ text: String, _ source: XMLElement) {
    if isCode { addCode(text, source) }
    for index in open.indices where open[index].isResult && open[index].result.utf8.count < 4_096 {
      open[index].result += text
    }
  }

  mutating func end(_ mark: XMLElement?) -> WordField? {
    note(mark)
    guard beyond == 0 else {
      beyond -= 1
      return nil
    }
    guard let field = open.popLast() else { return nil }
    return WordField(
      code: field.code, result: field.result, paragraph: nil, marks: field.marks)
  }

  /// The fields that the file never ends.
  mutating func rest() -> [WordField] {
    defer { open = [] }
    return open.map {
      WordField(code: $0.code, result: $0.result, paragraph: nil, marks: $0.marks)
    }
  }
}
