/// How a reading came about, stage by stage: what `steelyard read --explain` shows.
public struct Explanation: Equatable, Sendable {
  /// A fact with the words that show it.
  public struct Fact: Equatable, Sendable {
    /// The field: `decision`, `ico`, or a step towards one: `gives`.
    public var name: String
    /// Its value.
    public var value: String
    /// The words of the letter.
    public var because: String

    /// Makes a fact.
    public init(name: String, value: String, because: String) {
      self.name = name
      self.value = value
      self.because = because
    }
  }

  /// A citation with why it is used as it is.
  public struct Cited: Equatable, Sendable {
    /// The citation.
    public var citation: Citation
    /// Why it counts as that.
    public var because: String

    /// Makes a citation with its reason.
    public init(citation: Citation, because: String) {
      self.citation = citation
      self.because = because
    }
  }

  /// The text after normalisation, the lines of each paragraph joined.
  public var normalised: String
  /// The language.
  public var language: Language
  /// Each block with its words.
  public var blocks: [(block: Block, words: String)]
  /// What the letter quotes of the request, as ranges of scalars.
  public var requests: [Range<Int>]
  /// The regimes with their scores, the highest first.
  public var regimes: [(regime: CitedRegime, score: Int)]
  /// The citations.
  public var citations: [Cited]
  /// Each sentence with its role and what spoke for it.
  public var roles: [SentenceEvidence]
  /// The letter-level facts with their evidence.
  public var facts: [Fact]
  /// What came of it.
  public var reading: Reading

  /// Two explanations are equal when everything that they show is.
  public static func == (a: Explanation, b: Explanation) -> Bool {
    a.normalised == b.normalised && a.language == b.language && a.requests == b.requests
      && a.citations == b.citations && a.facts == b.facts && a.roles == b.roles
      && a.reading == b.reading
      && a.blocks.elementsEqual(b.blocks, by: ==) && a.regimes.elementsEqual(b.regimes, by: ==)
  }
}
