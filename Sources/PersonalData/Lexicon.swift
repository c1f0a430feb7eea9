import DataFiles

/// The words, names and products that the sweep knows, read from the data files.
struct Lexicon: Sendable {
  let bytes = ByteTable()
  private(set) var words = WordTable()
  private(set) var products = ProductBook()
  /// Lower-case pairs of words that are no person, as hashes.
  private(set) var notPeople: Set<UInt64> = []
  /// Licences whose names look like products with versions, every mark a blank, as hashes.
  private(set) var licences: Set<UInt64> = []
  private(set) var publishedPostcodes: Set<UInt64> = []
  private(set) var publishedPhones: Set<UInt64> = []
  private(set) var mailboxes: Set<UInt64> = []
  private(set) var publishedDomains: Set<UInt64> = []

  init() throws(DataFileError) {
    try readNames(try Lexicon.node("names.yaml"))
    try readWords(try Lexicon.node("words.yaml"))
    try readSystems(try Lexicon.node("systems.yaml"))
    try readPublished(try Lexicon.node("published.yaml"))
  }

  private static func node(_ name: String) throws(DataFileError) -> DataNode {
    guard let text = EmbeddedText.files[name] else {
      throw DataFileError(file: name, line: 1, column: 1, message: "this data file is missing")
    }
    return try DataNode(parsing: text, file: name)
  }

  private mutating func add(_ list: [String], _ role: WordRole) {
    for word in list { words.insert(word, role) }
  }

  private mutating func readNames(_ node: DataNode) throws(DataFileError) {
    let lists = try node.mapping { top throws(DataFileError) in
      var given: [String] = []
      for group in try top.required("given").list() { given += try group.strings() }
      return (given, try top.strings("ambiguous"))
    }
    add(lists.0, .given)
    add(lists.1, [.given, .ambiguous])
  }

  private mutating func readWords(_ node: DataNode) throws(DataFileError) {
    let contexts: [(String, WordRole)] = [
      ("birth", .birth), ("insurance", .insurance), ("health", .health), ("driving", .driving),
      ("passport", .passport), ("tax", .tax), ("sort_code", .sortCode), ("account", .account),
      ("vehicle", .vehicle), ("officer", .officer), ("police", .police), ("card", .card),
      ("phone", .phone), ("name", .name), ("organisation", .organisation),
      ("numbering", .numbering),
    ]
    let lists: [(String, WordRole)] = [
      ("fillers", .filler), ("titles", .title), ("ranks", .rank), ("particles", .particle),
      ("saints", .saint), ("salutations", .salutation), ("articles", .article),
      ("streets", [.street, .notSurname]), ("not_surnames", .notSurname), ("acronyms", .acronym),
      ("also_surnames", .alsoSurname),
      ("postcode_areas", .area),
    ]
    let headings: [(String, WordRole)] = [
      ("other_names", .otherName), ("not_counts", .notCount), ("totals", .total),
    ]
    let read = try node.mapping { top throws(DataFileError) in
      var found = try Lexicon.lists(contexts, in: try top.required("contexts"))
      for (key, role) in lists { found.append((try top.required(key).strings(), role)) }
      for key in ["months", "short_months"] {
        for (index, month) in try top.required(key).strings().enumerated() {
          found.append(([month], .month(index + 1)))
        }
      }
      found += try Lexicon.lists(headings, in: try top.required("headings"))
      return (found, try top.strings("not_people"))
    }
    for (list, role) in read.0 { add(list, role) }
    notPeople = Set(read.1.map { WordTable.hash($0.utf8) })
  }

  private static func lists(
    _ keys: [(String, WordRole)], in node: DataNode
  ) throws(DataFileError) -> [([String], WordRole)] {
    try node.mapping { mapping throws(DataFileError) in
      var found: [([String], WordRole)] = []
      for (key, role) in keys { found.append((try mapping.required(key).strings(), role)) }
      return found
    }
  }

  private mutating func readSystems(_ node: DataNode) throws(DataFileError) {
    let read = try node.mapping { top throws(DataFileError) in
      let products = try top.required("products").mapping { kinds throws(DataFileError) in
        [
          (try kinds.strings("dotted"), ProductBook.Versions.dotted),
          (try kinds.strings("years"), .years), (try kinds.strings("whole"), .whole),
        ]
      }
      return (
        products, try top.strings("licences"), try top.strings("internal_suffixes"),
        try top.strings("public_suffixes"),
        try top.strings("machines")
      )
    }
    for (names, versions) in read.0 {
      for name in names {
        guard let first = products.insert(name, versions) else { continue }
        words.insert(first, .product)
      }
    }
    licences = Set(read.1.map { WordTable.hash($0.utf8) })
    add(read.2, .internalSuffix)
    add(read.3, .publicSuffix)
    add(read.4, .machine)
  }

  private mutating func readPublished(_ node: DataNode) throws(DataFileError) {
    let read = try node.mapping { top throws(DataFileError) in
      try ["postcodes", "phones", "mailbox_domains", "mailboxes"].map {
        key throws(DataFileError) in try top.strings(key)
      }
    }
    func bare(_ text: String) -> UInt64 { WordTable.hash(text.utf8.filter { $0 != 0x20 }) }
    publishedPostcodes = Set(read[0].map(bare))
    publishedPhones = Set(read[1].map(bare))
    publishedDomains = Set(read[2].map(bare))
    mailboxes = Set(read[3].map(bare))
  }
}
