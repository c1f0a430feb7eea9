import DataFiles
import TextScan

/// Tells English from Welsh, Gaelic and the rest by the commonest words of each.
struct LanguageStage: Sendable {
  /// The words, as ``PhraseIndex`` looks for them.
  let words: [String]
  private let languages: [Language]
  /// Enough of a letter to tell.
  private static let sample = 40_000

  /// Reads the words from `languages.yaml`.
  init(_ node: DataNode) throws(DataFileError) {
    var words: [String] = []
    var languages: [Language] = []
    let lists = try node.mapping { top throws(DataFileError) in
      try top.list("languages") { entry throws(DataFileError) in
        try entry.mapping { language throws(DataFileError) in
          (try language.required("id").choice(Language.self), try language.strings("words"))
        }
      }
    }
    for (language, list) in lists {
      words += list
      languages += Array(repeating: language, count: list.count)
    }
    self.words = words
    self.languages = languages
  }

  /// The language of a text: the one whose words stand in it most often, if they make up at least a
  /// twentieth of it; English where two are as good.
  func language(of bytes: [UInt8], phrases: PhraseHits) -> Language {
    let range = 0..<min(bytes.count, LanguageStage.sample)
    var counts = [Int](repeating: 0, count: languages.count)
    phrases.each(.languages, in: range) { counts[$0.literal] += 1 }
    let order: [Language] = [.english, .welsh, .gaelic]
    var best = Language.other
    var most = max(Words.count(in: bytes, range: range) / 20, 1)
    for language in order {
      let count = zip(languages, counts).reduce(0) { $1.0 == language ? $0 + $1.1 : $0 }
      if count > most || (count == most && best == .other) {
        best = language
        most = count
      }
    }
    return best
  }
}
