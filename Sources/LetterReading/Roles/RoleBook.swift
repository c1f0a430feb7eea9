import DataFiles
import InformationLaw
import TextScan

/// What the role stage knows of the genre, read from `roles.yaml`: groups of phrases, and the nature
/// of each ground.
///
/// A group says what its phrases are evidence of; how much that counts for each role is learnt and
/// stands in `weights-roles.yaml`.
struct RoleBook: Sendable {
  /// The groups' names.
  let cues: [String]
  /// The natures' names: `prejudice`, `personal`, `cost`.
  let natures: [String]

  /// The phrases, as ``PhraseIndex`` looks for them.
  let phrases: [String]
  /// The group of each phrase.
  private let groups: [Int]
  private let natureOf: [Provision: Int]

  init(_ node: DataNode) throws(DataFileError) {
    typealias Cue = (id: String, phrases: [String])
    typealias Nature = (id: String, provisions: [Provision])
    let (cues, natures) = try node.mapping { top throws(DataFileError) -> ([Cue], [Nature]) in
      let cues = try top.required("cues").list().map { entry throws(DataFileError) in
        try entry.mapping { cue throws(DataFileError) -> Cue in
          _ = try cue.optionalString("note")
          // What the group speaks for, as the fitting starts out: the reader goes by the weights.
          _ = try cue.optionalString("speaks_for")
          _ = try cue.optionalString("strength")
          return (try cue.string("id"), try cue.required("phrases").strings())
        }
      }
      let natures = try top.required("natures").list().map { entry throws(DataFileError) in
        try entry.mapping { nature throws(DataFileError) -> Nature in
          var provisions: [Provision] = []
          for one in try nature.required("provisions").list() {
            provisions.append(try Provision(one))
          }
          return (try nature.string("id"), provisions)
        }
      }
      return (cues, natures)
    }
    self.cues = cues.map(\.id)
    self.natures = natures.map(\.id)
    phrases = cues.flatMap(\.phrases)
    groups = cues.enumerated().flatMap { Array(repeating: $0, count: $1.phrases.count) }
    natureOf = Dictionary(
      natures.enumerated().flatMap { index, nature in nature.provisions.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The nature of a provision, or of the nearest that it is part of.
  func nature(of provision: Provision) -> Int? {
    var shorter = provision
    while true {
      if let found = natureOf[shorter] { return found }
      guard !shorter.parts.isEmpty else { return nil }
      shorter.parts.removeLast()
    }
  }

  /// A group of which something stands in a sentence.
  struct Hit: Equatable, Sendable {
    var cue: Int
    /// How many different phrases of the group there are.
    var phrases: Int
  }

  /// The groups of each sentence, in the order in which their first phrase ends. A phrase counts once
  /// in a sentence, however often it stands there.
  func hits(in page: Page) -> [[Hit]] {
    var literals: [Int] = []
    var hits: [Hit] = []
    return page.sentences.map { sentence in
      literals.removeAll(keepingCapacity: true)
      hits.removeAll(keepingCapacity: true)
      page.phrases.each(.roles, in: sentence.range) { match in
        guard !literals.contains(match.literal), literals.count < RoleBook.enough else { return }
        literals.append(match.literal)
        let cue = groups[match.literal]
        if let index = hits.firstIndex(where: { $0.cue == cue }) {
          hits[index].phrases += 1
        } else {
          hits.append(Hit(cue: cue, phrases: 1))
        }
      }
      // No more room than they need.
      return Array(hits[...])
    }
  }

  /// A sentence of more phrases than this is no sentence, and says no more by the rest of them.
  private static let enough = 60
}
