public import InformationLaw

/// What a letter says, part by part: all that the reader found, with its place in the text.
///
/// Offsets are Unicode scalar offsets into ``text``, the end exclusive. The reader says what stands in
/// the letter, never what should have stood there.
public struct Reading: Equatable, Sendable {
  /// The letter's text as it was decoded; every offset counts in it.
  public var text: String
  /// Where reading stopped, in Unicode scalars, because no letter is so long (``LetterReader/longest``);
  /// nil where the text was read whole.
  public var isReadUpTo: Int?
  /// The language it is written in, as far as that matters: only English is read by role.
  public var language: Language
  /// The paragraphs, headings, list items and table cells, in order.
  public var blocks: [Block]
  /// Every provision of an information-rights regime that the letter names, and what looks like one
  /// and is not.
  public var citations: [Citation]
  /// The provisions that the letter decides by, each once.
  public var exemptions: [CitedExemption]
  /// The parts by role; they may nest.
  public var spans: [Span]
  /// The regime under which it answers; nil where it names none and nothing shows which.
  public var regime: CitedRegime?
  /// What kind of letter it is.
  public var letterType: LetterType
  /// What it does.
  public var decision: Outcome?
  /// On what ground it refuses; nil where it does not.
  public var refusalBasis: RefusalBasis?
  /// Whether the letter as a whole neither confirms nor denies.
  public var neitherConfirmsNorDenies: Bool
  /// The level of likelihood that it states.
  public var standard: StatedStandard
  /// Which rights it tells of.
  public var rights: ToldRights
  /// Its dates.
  public var timeliness: Timeliness

  /// The text as far as it was read.
  public var readText: String {
    guard let isReadUpTo else { return text }
    return String(text.unicodeScalars.prefix(isReadUpTo))
  }

  /// Whether it argues harm.
  public var arguesHarm: Bool { spans.contains { $0.role == .harm } }
  /// Whether it weighs arguments.
  public var weighs: Bool

  /// Makes a reading of a text in which nothing has been found yet.
  public init(text: String, language: Language = .english) {
    self.text = text
    self.language = language
    isReadUpTo = nil
    blocks = []
    citations = []
    exemptions = []
    spans = []
    regime = nil
    letterType = .disclosure
    decision = nil
    refusalBasis = nil
    neitherConfirmsNorDenies = false
    standard = .none
    rights = ToldRights()
    timeliness = Timeliness()
    weighs = false
  }
}

/// The language of a text.
public enum Language: String, CaseIterable, Codable, Sendable {
  /// English.
  case english = "en"
  /// Welsh: recognised, not read by role.
  case welsh = "cy"
  /// Scottish Gaelic: recognised, not read by role.
  case gaelic = "gd"
  /// Some other language, or no language.
  case other = "und"
}

/// The law that a letter names: a regime, or data protection.
public enum CitedRegime: String, CaseIterable, Codable, Sendable {
  /// Freedom of Information Act 2000.
  case foia = "FOIA"
  /// Environmental Information Regulations 2004.
  case eir = "EIR"
  /// Freedom of Information (Scotland) Act 2002.
  case foisa = "FOISA"
  /// Data protection law: a subject access request.
  case dataProtection = "DPA"

  /// The regime of information rights; nil for data protection.
  public var regime: Regime? { Regime(rawValue: rawValue) }
}
