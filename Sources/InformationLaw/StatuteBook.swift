public import DataFiles

/// The law that Steelyard runs on: limbs, vocabulary, clocks, holidays, audit rules and sources,
/// read from data files and checked as a whole.
///
/// Every cross-reference resolves, or loading throws the place of the one that does not. The built-in
/// book is ``builtIn()``.
public struct StatuteBook: Sendable {
  /// The day whose law this is; nil for the law as it was last seen.
  public private(set) var day: Day?
  /// The limbs in force, in the order of the Act.
  public private(set) var limbs: [Limb]
  /// Every limb, those included that are in force no more or not yet.
  public let allLimbs: [Limb]
  /// The words that limbs share.
  public private(set) var vocabulary: Vocabulary
  /// The clocks.
  public private(set) var clocks: [Clock]
  /// The bank holidays of the UK.
  public internal(set) var bankHolidays: BankHolidays
  /// The audit rules in force, by number.
  public private(set) var rules: [AuditRule]
  /// Every audit rule, as it reads now.
  public let allRules: [AuditRule]
  /// Where the data comes from, by key.
  public private(set) var sources: [String: LawSource]
  /// What each regime calls the steps of a refusal; every regime has its entry.
  public let terms: PerRegime<RegimeTerms>
  /// The statute behind each regime, and up to when its text was checked.
  public let statutes: PerRegime<Statute>
  /// The limits of cost.
  public let costLimits: [CostLimit]
  /// The regulators, those included that are not in office yet.
  public let regulators: [Regulator]
  let firstRegulator: PerRegime<Regulator>
  private var limbsByID: [String: Limb] = [:]
  private var limbsByProvision: [WrittenProvision: [Limb]] = [:]
  /// How each of ``allLimbs`` is written: worked out once, since a book is made for many a day.
  private let written: [String: WrittenProvision]

  init(
    limbs: [Limb], vocabulary: Vocabulary, clocks: [Clock], bankHolidays: BankHolidays,
    rules: [AuditRule], sources: [String: LawSource], terms: PerRegime<RegimeTerms>,
    statutes: PerRegime<Statute>, costLimits: [CostLimit], regulators: [Regulator],
    firstRegulator: PerRegime<Regulator>
  ) {
    allLimbs = limbs
    written = Dictionary(limbs.map { ($0.id, $0.writtenProvision) }) { first, _ in first }
    self.limbs = limbs.filter(\.inForce.isOpen)
    self.vocabulary = vocabulary
    self.clocks = clocks
    self.bankHolidays = bankHolidays
    allRules = rules
    self.rules = rules.filter(\.inForce.isOpen)
    self.sources = sources
    self.terms = terms
    self.statutes = statutes
    self.costLimits = costLimits
    self.regulators = regulators
    self.firstRegulator = firstRegulator
    index()
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

  /// The book of a day: the limbs and rules that were in force, worded as they were.
  ///
  /// A limb that was not in force can still be had by its id, so that a case that relies on it can be
  /// read; whether it was is what ``Limb/inForce`` says.
  public func asOf(_ day: Day) -> StatuteBook {
    var book = self
    book.day = day
    book.limbs = allLimbs.filter { $0.inForce.contains(day) }.map { $0.asOf(day) }
    book.rules = allRules.filter { $0.inForce.contains(day) }.map { $0.asOf(day) }
    book.index()
    return book
  }

  private mutating func index() {
    limbsByID = Dictionary((limbs + allLimbs).map { ($0.id, $0) }) { first, _ in first }
    func byProvision(_ limbs: [Limb]) -> [WrittenProvision: [Limb]] {
      Dictionary(grouping: limbs) { written[$0.id] ?? $0.writtenProvision }
    }
    // What is not in force can be found too, as long as nothing in force is written alike.
    limbsByProvision = byProvision(limbs).merging(byProvision(allLimbs)) { current, _ in current }
  }

  /// The limbs of a provision.
  func limbs(at provision: WrittenProvision) -> [Limb] { limbsByProvision[provision] ?? [] }

  /// The limb with an id, whether or not it is in force.
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
    clocks.first { $0.regime == regime && $0.stage == .response }
  }

  /// The rule with an id.
  public func rule(id: String) -> AuditRule? { rules.first { $0.id == id } }
}
