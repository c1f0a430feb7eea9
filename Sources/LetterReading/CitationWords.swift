import DataFiles
import InformationLaw

/// The words by which citations are recognised and told apart, read from `citations.yaml`.
struct CitationWords: Sendable {
  /// A list of single words.
  enum List: String, CaseIterable, Sendable {
    /// Before a number: a section.
    case section = "section_words"
    /// Before a number: a regulation.
    case regulation = "regulation_words"
    /// Those of both that go with several numbers.
    case plural = "plurals"
    /// Before a number with brackets: a provision of which law is open.
    case exemption = "exemption_words"
    /// Before a number: something else.
    case division = "other_divisions"
    /// Short names of other laws.
    case instrument = "other_instruments"
    /// What the name of a law ends with.
    case kind = "kinds"
    /// Small words within the name of a law.
    case connector = "connectors"
    /// Documents that have sections too.
    case document = "documents"
    /// What a section of another law gave its number to: a section 106 agreement.
    case matter = "other_matters"
  }

  private var lists: [List: Set<String>] = [:]
  /// Short names of the regimes.
  private(set) var acronyms: [String: Regime] = [:]
  /// Sections and regulations that give a duty or a right and no ground.
  private(set) var duties: [Regime: Set<String>] = [:]
  /// Grounds that the statute book files under another number.
  private(set) var furtherGrounds: [Provision] = []

  init(_ node: DataNode) throws(DataFileError) {
    (lists, acronyms, duties, furtherGrounds) = try node.mapping { top throws(DataFileError) in
      var lists: [List: Set<String>] = [:]
      for list in List.allCases { lists[list] = Set(try top.strings(list.rawValue)) }
      func byRegime(_ key: String) throws(DataFileError) -> [(Regime, [String])] {
        var found: [(Regime, [String])] = []
        for (name, value) in try top.required(key).mapping({ $0.all() }) {
          guard let regime = Regime(rawValue: name) else {
            throw value.error("there is no regime '\(name)'")
          }
          found.append((regime, try value.strings()))
        }
        return found
      }
      var acronyms: [String: Regime] = [:]
      for (regime, words) in try byRegime("acronyms") {
        for word in words { acronyms[word] = regime }
      }
      var duties: [Regime: Set<String>] = [:]
      for (regime, sections) in try byRegime("duties") { duties[regime] = Set(sections) }
      var further: [Provision] = []
      for entry in try top.required("further_grounds").list() {
        further.append(try Provision(entry))
      }
      return (lists, acronyms, duties, further)
    }
  }

  /// Whether a word, in lower case, stands in a list.
  func has(_ word: String, in list: List) -> Bool { lists[list]?.contains(word) ?? false }
}
