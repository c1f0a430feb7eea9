import InformationLaw
public import LetterReading

/// How a letter was read, stage by stage, as JSON, `explanation/1`.
public enum ExplanationJSON {
  /// Writes the explanation of one file.
  public static func text(
    of explanation: Explanation, file: String, onOneLine: Bool = false
  ) -> String {
    let json = JSON.record([
      "schema": "explanation/1", "file": .text(file),
      "language": .text(explanation.language.rawValue),
      "normalised": .text(explanation.normalised),
      "regimes": .list(
        explanation.regimes.map {
          .record(["regime": .text($0.regime.rawValue), "score": .number($0.score)])
        }),
      "blocks": .list(
        explanation.blocks.map { entry in
          .record([
            "kind": .text(entry.block.kind.rawValue), "start": .number(entry.block.start),
            "end": .number(entry.block.end), "words": .text(entry.words),
          ])
        }),
      "requests": .list(
        explanation.requests.map {
          .record(["start": .number($0.lowerBound), "end": .number($0.upperBound)])
        }),
      "citations": .list(
        explanation.citations.map { cited in
          .record([
            "cite": .text(cited.citation.cite), "as_written": .text(cited.citation.asWritten),
            "use": .text(cited.citation.use.rawValue), "because": .text(cited.because),
            "start": .number(cited.citation.start), "end": .number(cited.citation.end),
          ])
        }),
      "roles": .list(
        explanation.roles.map { sentence in
          .record([
            "start": .number(sentence.start), "end": .number(sentence.end),
            "role": sentence.role.map { .text($0.rawValue) } ?? .null,
            "begins": .flag(sentence.begins),
            "evidence": .list(sentence.evidence.map(JSON.text)),
          ])
        }),
      "facts": .list(
        explanation.facts.map { fact in
          .record([
            "name": .text(fact.name), "value": .text(fact.value), "because": .text(fact.because),
          ])
        }),
      "letter": LetterJSON.record(of: explanation.reading),
    ])
    return json.written(onOneLine: onOneLine) + "\n"
  }
}
