import DataFiles
import InformationLaw

/// The fourth stage: which sentences play which role, whatever their heading says, and for which
/// exemption.
///
/// 1. ``EvidenceReader`` gathers what speaks for one role or another.
/// 2. ``RoleModel`` finds the labels that fit best as a whole.
/// 3. Sentences that belong together become parts, and ``Attribution`` finds the provision of each.
struct RoleStage: Sendable {
  let book: RoleBook
  private let space: EvidenceSpace
  private let landmarks: EvidenceReader.Landmarks
  private let model: RoleModel

  /// A run of sentences with one role.
  struct Part: Equatable, Sendable {
    var role: Role
    var sentences: Range<Int>
  }

  /// Reads the phrases and the weights that come with the product.
  init() throws(DataFileError) {
    try self.init(
      book: try RoleBook(try RoleStage.node("roles.yaml")),
      weights: try RoleStage.node("weights-roles.yaml"))
  }

  init(book: RoleBook, weights: DataNode) throws(DataFileError) {
    self.book = book
    space = EvidenceSpace(cues: book.cues, natures: book.natures)
    landmarks = EvidenceReader.Landmarks(book)
    model = try RoleModel(weights, space: space)
  }

  static func node(_ name: String) throws(DataFileError) -> DataNode {
    guard let text = EmbeddedText.files[name] else {
      throw DataFileError(file: name, line: 1, column: 1, message: "this data file is missing")
    }
    return try DataNode(parsing: text, file: name)
  }

  /// The parts of a letter in order.
  ///
  /// - Parameter exemptions: the provisions that the letter decides by; a part that cites one of them
  ///   in a shorter form gets the form they have here.
  func spans(in page: Page, exemptions: [CitedExemption] = []) -> [Span] {
    let parts = parts(in: page, labels: model.labels(evidence(in: page)))
    let attribution = Attribution(page: page, exemptions: exemptions)
    return zip(parts, attribution.provisions(of: parts)).map { part, cite in
      let place = page.source(range(of: part, in: page))
      return Span(
        role: part.role, exemption: cite, start: place.lowerBound, end: place.upperBound)
    }
  }

  /// Why each sentence was read as it was.
  func explanation(of page: Page) -> [SentenceEvidence] {
    let evidence = evidence(in: page)
    return zip(zip(page.sentences, evidence), model.labels(evidence)).map { found, label in
      let (sentence, numbers) = found
      let place = page.source(sentence.range)
      let scores = model.scores(numbers)
      return SentenceEvidence(
        start: place.lowerBound, end: place.upperBound,
        role: RoleLabel.role(label).map { Role.allCases[$0] },
        begins: label != RoleLabel.outside && RoleLabel.isBeginning(label),
        evidence: numbers.map { space.names[$0] },
        scores: zip(Role.allCases, scores).map { SentenceEvidence.Score(role: $0, value: $1) })
    }
  }

  private func evidence(in page: Page) -> [[Int]] {
    var reader = EvidenceReader(page: page, book: book, space: space, landmarks: landmarks)
    return reader.read()
  }

  /// Runs of labels as parts. A cell of a table is always a part of its own.
  private func parts(in page: Page, labels: [Int]) -> [Part] {
    var parts: [Part] = []
    var open = false
    for (index, label) in labels.enumerated() {
      guard let role = RoleLabel.role(label).map({ Role.allCases[$0] }) else {
        open = false
        continue
      }
      let block = page.blocks[page.sentences[index].block]
      let isOwnCell = block.kind == .cell && block.sentences.lowerBound == index
      if open, !RoleLabel.isBeginning(label), !isOwnCell, let last = parts.indices.last {
        parts[last].sentences = parts[last].sentences.lowerBound..<(index + 1)
      } else {
        parts.append(Part(role: role, sentences: index..<(index + 1)))
        open = true
      }
    }
    return parts
  }

  /// The bytes of a part, without what belongs to the page at its ends.
  private func range(of part: Part, in page: Page) -> Range<Int> {
    var sentences = part.sentences
    func isFurniture(_ index: Int) -> Bool {
      page.blocks[page.sentences[index].block].kind == .furniture
    }
    while sentences.count > 1, isFurniture(sentences.lowerBound) {
      sentences = (sentences.lowerBound + 1)..<sentences.upperBound
    }
    while sentences.count > 1, isFurniture(sentences.upperBound - 1) {
      sentences = sentences.lowerBound..<(sentences.upperBound - 1)
    }
    return page.sentences[sentences.lowerBound].range
      .lowerBound..<page.sentences[sentences.upperBound - 1].range.upperBound
  }
}
