import PersonalData
import Testing

/// The reader is made once: its lists are the same for every test.
let reader: SuggestionReader = {
  do {
    return try SuggestionReader()
  } catch {
    fatalError("the built-in lists cannot be read: \(error)")
  }
}()

/// What a text should give of one kind: passages and how sure.
func found(_ kind: Suggestion.Kind, in text: String) -> [String] {
  reader.suggest(in: text).filter { $0.kind == kind }.map { "\($0.text) \($0.confidence.rawValue)" }
}

/// Asserts that a text gives exactly these passages of a kind, each with its confidence.
func expect(
  _ kind: Suggestion.Kind, _ expected: [String], in text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found(kind, in: text) == expected, "in: \(text)", sourceLocation: sourceLocation)
}

/// Asserts that a text gives nothing of any kind.
func expectNothing(in text: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let all = reader.suggest(in: text).map { "\($0.kind.rawValue): \($0.text)" }
  #expect(all == [], "in: \(text)", sourceLocation: sourceLocation)
}
