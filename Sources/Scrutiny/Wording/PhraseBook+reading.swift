import DataFiles

extension PhraseBook {
  /// The book that is built in, read once.
  ///
  /// - Throws: ``DataFileError`` naming file and line where it is broken.
  static func builtIn() throws(DataFileError) -> PhraseBook { try loaded.get() }

  private static let loaded = Result { () throws(DataFileError) in
    try PhraseBook(parsing: builtInText, file: "phrases.yaml")
  }

  /// The book for letters: the same lists and those that only letters need.
  ///
  /// - Throws: ``DataFileError`` naming file and line where either is broken.
  static func forLetters() throws(DataFileError) -> PhraseBook { try loadedForLetters.get() }

  private static let loadedForLetters = Result { () throws(DataFileError) in
    let name = "letter-phrases.yaml"
    let book = try builtIn()
    let more = try PhraseBook(
      parsing: EmbeddedText.files[name] ?? "", file: name, taken: Set(book.lists.keys))
    return PhraseBook(
      lists: Array(book.lists.values) + more.lists.values,
      words: book.words.merging(more.words) { first, _ in first })
  }

  /// The text of the built-in file.
  static var builtInText: String { EmbeddedText.files["phrases.yaml"] ?? "" }

  init(
    parsing text: String, file: String, taken: Set<String> = []
  ) throws(DataFileError) {
    let root = try DataNode(parsing: text, file: file)
    self = try root.mapping { top throws(DataFileError) in
      var ids = taken
      func claim(_ id: String, at node: DataNode) throws(DataFileError) -> String {
        guard ids.insert(id).inserted else {
          throw node.error("the list '\(id)' stands here twice")
        }
        return id
      }
      let lists = try top.list("lists") { node throws(DataFileError) in
        try node.mapping { entry throws(DataFileError) in
          PhraseList(
            id: try claim(try entry.string("id"), at: node), rule: try entry.string("rule"),
            consideration: try entry.optionalString("consideration"),
            phrases: try PhraseBook.phrases(entry.required("phrases"), isException: false)
              + (try entry.optional("except").map { node throws(DataFileError) in
                try PhraseBook.phrases(node, isException: true)
              } ?? []))
        }
      }
      var words: [String: Set<String>] = [:]
      let sets = try top.list("words") { node throws(DataFileError) in
        try node.mapping { entry throws(DataFileError) in
          (try claim(try entry.string("id"), at: node), try entry.required("words").strings())
        }
      }
      for (id, set) in sets { words[id] = Set(set) }
      return PhraseBook(lists: lists, words: words)
    }
  }

  private static func phrases(
    _ node: DataNode, isException: Bool
  ) throws(DataFileError) -> [Phrase] {
    var phrases: [Phrase] = []
    for text in try node.strings() {
      guard let phrase = Phrase(text, isException: isException) else {
        throw node.error("the phrase '\(text)' should begin and end with a word or #")
      }
      phrases.append(phrase)
    }
    return phrases
  }
}
