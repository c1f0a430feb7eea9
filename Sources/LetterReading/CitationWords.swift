import DataFiles
import InformationLaw

/// The words by which citations are recognised and told apart, read from `citations.yaml`.
///
/// A class, never changed, since it is handed to whoever reads a citation.
final class CitationWords: Sendable {
  /// Lists of single words; a word may stand in several.
  struct Lists: OptionSet, Sendable {
    var rawValue: Int

    /// Before a number: a section.
    static let section = Lists(rawValue: 1 << 0)
    /// Before a number: a regulation.
    static let regulation = Lists(rawValue: 1 << 1)
    /// Those of both that go with several numbers.
    static let plural = Lists(rawValue: 1 << 2)
    /// Before a number with brackets: a provision of which law is open.
    static let exemption = Lists(rawValue: 1 << 3)
    /// Before a number: something else.
    static let division = Lists(rawValue: 1 << 4)
    /// Short names of other laws.
    static let instrument = Lists(rawValue: 1 << 5)
    /// What the name of a law ends with.
    static let kind = Lists(rawValue: 1 << 6)
    /// Small words within the name of a law.
    static let connector = Lists(rawValue: 1 << 7)
    /// Documents that have sections too.
    static let document = Lists(rawValue: 1 << 8)
    /// What a section of another law gave its number to: a section 106 agreement.
    static let matter = Lists(rawValue: 1 << 9)

    static let byKey: [(key: String, list: Lists)] = [
      ("section_words", .section),
      ("regulation_words", .regulation),
      ("plurals", .plural),
      ("exemption_words", .exemption),
      ("other_divisions", .division),
      ("other_instruments", .instrument),
      ("kinds", .kind),
      ("connectors", .connector),
      ("documents", .document),
      ("other_matters", .matter),
    ]
  }

  private let lists: [String: Lists]
  /// Short names of the regimes.
  let acronyms: [String: Regime]
  /// Sections and regulations that give a duty or a right and no ground.
  let duties: [Regime: Set<String>]
  /// Grounds that the statute book files under another number.
  let furtherGrounds: [Provision]

  init(_ node: DataNode) throws(DataFileError) {
    let read = try node.mapping { top throws(DataFileError) in
      var lists: [String: Lists] = [:]
      for (key, list) in Lists.byKey {
        for word in try top.strings(key) { lists[word, default: []].insert(list) }
      }
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
      return (lists: lists, acronyms: acronyms, duties: duties, further: further)
    }
    lists = read.lists
    acronyms = read.acronyms
    duties = read.duties
    furtherGrounds = read.further
  }

  /// The lists in which a word, in lower case, stands.
  func lists(of word: String) -> Lists { lists[word] ?? [] }

  /// Whether a word, in lower case, stands in a list.
  func has(_ word: String, in list: Lists) -> Bool { lists(of: word).contains(list) }
}
