public import DataFiles

/// The law that Steelyard runs on: limbs, vocabulary, clocks, holidays, audit rules and sources,
/// read from data files and checked as a whole.
///
/// Every cross-reference resolves, or loading throws the place of the one that does not. The built-in
/// book is ``builtIn()``.
public struct StatuteBook: Sendable {
  /// Every limb, in the order of the Act.
  public private(set) var limbs: [Limb]
  /// The words that limbs share.
  public private(set) var vocabulary: Vocabulary
  /// The clocks.
  public private(set) var clocks: [Clock]
  /// The bank holidays of the UK.
  public internal(set) var bankHolidays: BankHolidays
  /// The audit rules, by number.
  public private(set) var rules: [AuditRule]
  /// Where the data comes from, by key.
  public private(set) var sources: [String: LawSource]
  private var limbsByID: [String: Limb]

  init(
    limbs: [Limb], vocabulary: Vocabulary, clocks: [Clock], bankHolidays: BankHolidays,
    rules: [AuditRule], sources: [String: LawSource]
  ) {
    self.limbs = limbs
    self.vocabulary = vocabulary
    self.clocks = clocks
    self.bankHolidays = bankHolidays
    self.rules = rules
    self.sources = sources
    limbsByID = Dictionary(limbs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The book that is built in, read once.
  ///
  /// - Throws: ``DataFileError`` naming file and line where a data file is broken.
  public static func builtIn() throws(DataFileError) -> StatuteBook { try loaded.get() }

  private static let loaded = Result { () throws(DataFileError) in
    try StatuteBook(files: EmbeddedText.files)
  }

  /// The text of each built-in data file by name, for tests that break one on purpose.
  public static var builtInFiles: [String: String] { EmbeddedText.files }

  /// The same book with newly proclaimed holidays added.
  ///
  /// - Throws: ``DataFileError`` where the supplement cannot be read.
  public func adding(
    holidaySupplement text: String, file: String
  ) throws(DataFileError) -> StatuteBook {
    var book = self
    book.bankHolidays = try bankHolidays.adding(supplement: text, file: file)
    return book
  }

  /// The limb with an id.
  public func limb(id: String) -> Limb? { limbsByID[id] }

  /// The regimes that have entries.
  public var regimes: [Regime] {
    Regime.allCases.filter { regime in limbs.contains { $0.regime == regime } }
  }

  /// The working days of a regime.
  public func workingDays(_ regime: Regime) -> WorkingDays {
    WorkingDays(regime: regime, bankHolidays: bankHolidays)
  }

  /// The clock with an id or another name for it.
  public func clock(id: String) -> Clock? {
    clocks.first { $0.id == id || $0.aliases.contains(id) }
  }

  /// The clock for answering a request under a regime.
  public func responseClock(_ regime: Regime) -> Clock? {
    clocks.first { $0.regime == regime && $0.id.hasSuffix("-response") }
  }

  /// The rule with an id.
  public func rule(id: String) -> AuditRule? { rules.first { $0.id == id } }
}
