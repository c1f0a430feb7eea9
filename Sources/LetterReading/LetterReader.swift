public import DataFiles
public import InformationLaw

/// Takes a letter apart: what it says, part by part, with the place of each part.
///
/// Normalise, lay out in blocks, find citations, tell roles, gather facts: five stages, each a pure
/// function of what the one before it found. Reading needs no network and keeps nothing. The same text
/// gives the same reading.
///
/// A text that is not English is recognised as such and not read by role.
public struct LetterReader: Sendable {
  /// How much of a text is read, in bytes of UTF-8: some thousand pages. What goes on for longer is no
  /// letter, and ``Reading/isReadUpTo`` says where reading stopped.
  public static let longest = 2_000_000

  private let builder: PageBuilder
  private let sections: SectionBook
  private let roles: RoleStage
  private let workingDays: WorkingDays

  /// Makes a reader on the law that is given.
  ///
  /// - Throws: ``DataFileError`` naming file and line where a built-in data file is broken.
  public init(book: StatuteBook) throws(DataFileError) {
    let words = try CitationWords(try LetterReader.node("citations.yaml"))
    let languages = try LanguageStage(try LetterReader.node("languages.yaml"))
    let cues = try CueBook(try LetterReader.node("cues.yaml"))
    sections = try SectionBook(try LetterReader.node("subsections.yaml"))
    roles = try RoleStage()
    builder = PageBuilder(
      languages: languages, words: words,
      grounds: Grounds(book: book, further: words.furtherGrounds), cues: cues,
      phrases: PhraseIndex([
        .blockKinds: BlockKinds.phrases, .cues: cues.phrases, .languages: languages.words,
        .roles: roles.book.phrases, .subsections: sections.phrases,
      ]))
    workingDays = WorkingDays(part: .englandAndWales, bankHolidays: book.bankHolidays)
  }

  private static func node(_ name: String) throws(DataFileError) -> DataNode {
    guard let text = EmbeddedText.files[name] else {
      throw DataFileError(file: name, line: 1, column: 1, message: "this data file is missing")
    }
    return try DataNode(parsing: text, file: name)
  }

  /// Reads a letter.
  public func read(_ text: String) -> Reading { outline(text).reading }

  /// Reads a letter and shows how.
  public func explain(_ text: String) -> Explanation {
    let outline = outline(text)
    let page = outline.page
    return Explanation(
      normalised: page.text.string(page.text.bytes.indices), language: page.language,
      blocks: zip(outline.reading.blocks, page.blocks).map { ($0, page.text.string($1.range)) },
      requests: page.requests.map(page.source),
      regimes: outline.regimes,
      citations: zip(outline.reading.citations, page.mentions).map {
        Explanation.Cited(citation: $0, because: $1.reason)
      },
      roles: page.language == .english ? roles.explanation(of: page) : [],
      facts: outline.facts, reading: outline.reading)
  }

  private struct Outline {
    var page: Page
    var regimes: [(regime: CitedRegime, score: Int)]
    var facts: [Explanation.Fact] = []
    var reading: Reading
  }

  private func outline(_ text: String) -> Outline {
    let (page, hits, regimes) = builder.page(text, longest: LetterReader.longest)
    var outline = Outline(
      page: page, regimes: regimes, reading: Reading(text: text, language: page.language))
    outline.reading.isReadUpTo = page.text.isCutShort ? page.text.sourceCount : nil
    outline.reading.blocks = page.blocks.map { block in
      let place = page.source(block.range)
      return Block(kind: block.kind, start: place.lowerBound, end: place.upperBound)
    }
    outline.reading.citations = page.mentions.map { mention in
      let place = page.source(mention.range)
      return Citation(
        cite: mention.provision.cite, asWritten: page.text.string(mention.range),
        use: mention.use, start: place.lowerBound, end: place.upperBound)
    }
    guard page.language == .english else { return outline }
    outline.reading.regime = page.regime
    var facts = FactStage(page: page, hits: hits, grounds: builder.grounds)
    let extends = facts.extends()
    let decided = ExemptionStage(
      page: page, hits: hits, sections: sections, extends: extends
    ).exemptions()
    facts.fill(&outline.reading, decided: decided, extends: extends)
    outline.reading.spans = roles.spans(in: page, exemptions: outline.reading.exemptions)
    // Words of weighing that no phrase knew show themselves by their role.
    let weighing: Set<Role> = [.factorsFor, .factorsAgainst, .balance]
    if !extends, outline.reading.spans.contains(where: { weighing.contains($0.role) }) {
      outline.reading.weighs = true
    }
    let rights = RightsStage(page: page, hits: hits).rights()
    outline.reading.rights = rights.rights
    outline.reading.timeliness = TimelinessStage(
      page: page, hits: hits, workingDays: workingDays
    ).timeliness(of: outline.reading.letterType)
    outline.facts = facts.shown + rights.shown
    return outline
  }
}
