import DataFiles

/// The lists of words that the rules look for, read from `phrases.yaml`.
struct PhraseBook: Sendable {
  private let lists: [String: PhraseList]

  /// The book that is built in. A broken one stops the program with the file and the line: without
  /// it the rules on wording would pass everything.
  static let builtIn: PhraseBook = {
    do {
      return try PhraseBook(parsing: EmbeddedText.files["phrases.yaml"] ?? "", file: "phrases.yaml")
    } catch {
      fatalError("\(error)")
    }
  }()

  init(parsing text: String, file: String) throws(DataFileError) {
    let root = try DataNode(parsing: text, file: file)
    var lists: [String: PhraseList] = [:]
    let entries = try root.mapping { top throws(DataFileError) in
      try top.list("lists") { node throws(DataFileError) in
        (node, try PhraseBook.list(node))
      }
    }
    for (node, list) in entries {
      guard lists.updateValue(list, forKey: list.id) == nil else {
        throw node.error("the list '\(list.id)' stands here twice")
      }
    }
    self.lists = lists
  }

  private static func list(_ node: DataNode) throws(DataFileError) -> PhraseList {
    try node.mapping { entry throws(DataFileError) in
      let phrases = try entry.required("phrases").strings()
      let exceptions = try entry.strings("except")
      for phrase in phrases + exceptions {
        let steps = PhraseList.steps(phrase)
        guard let first = steps.first, first != .gap, steps.last != .gap else {
          throw node.error("the phrase '\(phrase)' should begin and end with a word")
        }
      }
      return PhraseList(
        id: try entry.string("id"), rule: try entry.string("rule"),
        consideration: try entry.optionalString("consideration"), phrases: phrases,
        exceptions: exceptions)
    }
  }

  /// The list with an id; a missing one is a mistake in the code, which a test finds.
  subscript(id: String) -> PhraseList {
    lists[id] ?? PhraseList(id: id, rule: "", consideration: nil, phrases: [], exceptions: [])
  }

  /// Every list, by id.
  var all: [PhraseList] { lists.values.sorted { $0.id < $1.id } }
}
