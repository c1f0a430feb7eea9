import InformationLaw
import TextScan

/// Runs the first three stages.
struct PageBuilder: Sendable {
  let languages: LanguageStage
  let words: CitationWords
  let grounds: Grounds
  let cues: CueBook
  let phrases: PhraseIndex

  /// Lays a text out. Also returns where the cues stand and how the regimes
  /// score, since later stages ask for both.
  func page(
    _ source: String, longest: Int
  ) -> (page: Page, hits: CueHits, regimes: [(regime: CitedRegime, score: Int)]) {
    let (normal, lines) = Normaliser.normalise(source, longest: longest)
    let layout = Layout(normal, lines: lines, phrases: phrases)
    let bytes = layout.text.bytes
    let hits = cues.hits(in: layout.hits)
    let requests = Requests(
      bytes: bytes, blocks: layout.blocks, sentences: layout.sentences, hits: hits
    ).ranges()
    let stage = CitationStage(words: words, grounds: grounds)
    let found = layout.blocks.map { stage.citations(in: bytes, block: $0.range) }
    let scores = RegimeStage.scores(hits: hits, citations: found.flatMap { $0 })
    let named = scores.first.flatMap { $0.score > 0 ? $0.regime : nil }
    let regime = named ?? (RegimeStage.isOfTheGenre(hits) ? .foia : nil)
    let use = CitationUse(
      words: words, grounds: grounds, hits: hits, bytes: bytes, requests: requests,
      home: regime == .foisa ? .foisa : .foia)
    var mentions: [Mention] = []
    for (block, citations) in zip(layout.blocks, found) {
      var sentence = block.sentences.lowerBound
      for citation in citations {
        while sentence + 1 < block.sentences.upperBound,
          layout.sentences[sentence].range.upperBound <= citation.range.lowerBound
        {
          sentence += 1
        }
        let range =
          block.sentences.contains(sentence) ? layout.sentences[sentence].range : block.range
        mentions += use.mentions(of: citation, in: block, sentence: range)
      }
    }
    let page = Page(
      text: layout.text, language: languages.language(of: bytes, phrases: layout.hits),
      blocks: layout.blocks, sentences: layout.sentences, phrases: layout.hits,
      requests: requests, mentions: mentions, regime: regime)
    return (page, hits, scores)
  }
}
