/// Products by the words of their names, and how their versions are written.
struct ProductBook: Sendable {
  /// How a product's version is written.
  struct Versions: OptionSet, Sendable {
    let rawValue: UInt8
    /// With a dot, a bracket or a letter: `7.2.4`, `9.16(4)`, `19c`.
    static let dotted = Versions(rawValue: 1)
    /// As a year: `2016`.
    static let years = Versions(rawValue: 2)
    /// As a whole number: `7`.
    static let whole = Versions(rawValue: 4)
  }

  /// The hash of a whole name, word by word → how its versions are written; no ways for the beginning of a
  /// longer name only.
  private var names: [UInt64: Versions] = [:]

  /// Adds a product and returns the first word of its name, as the sweep divides words.
  mutating func insert(_ name: String, _ versions: Versions) -> String? {
    let words = name.split { !($0.isLetter || $0.isNumber) }
    var hash = WordTable.seed
    for (index, word) in words.enumerated() {
      hash = ProductBook.joined(hash, WordTable.hash(word.utf8))
      names[hash, default: []].formUnion(index == words.count - 1 ? versions : [])
    }
    return words.first.map(String.init)
  }

  /// The hash of a name that goes on with a word.
  static func joined(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
  }

  /// How the versions of a name are written; nil where no product's name begins so.
  subscript(hash: UInt64) -> Versions? { names[hash] }
}
