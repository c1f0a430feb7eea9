/// The names of all evidence that there can be, each with a number.
///
/// A phrase counts differently in the sentence itself, in the one before or after it, in a heading
/// above it, in the line that leads up to it and at the head of its column.
struct EvidenceSpace: Sendable {
  /// Where a phrase stands, seen from a sentence.
  enum Position: Int, CaseIterable, Sendable {
    /// In it.
    case here
    /// Two different phrases of the group in it.
    case twice
    /// In the sentence before.
    case before
    /// In the sentence after.
    case after
    /// In the heading right above.
    case heading
    /// In any of the headings that stand together above.
    case headings
    /// In the last line with a colon.
    case lead
    /// At the head of the column.
    case column
  }

  /// The names, by number: `here:harm.standard`, `nature:prejudice`, `gap`.
  let names: [String]
  private let cueCount: Int
  private let natureCount: Int

  init(cues: [String], natures: [String]) {
    cueCount = cues.count
    natureCount = natures.count
    names =
      Position.allCases.flatMap { position in cues.map { "\(position):\($0)" } }
      + natures.map { "names:\($0)" } + natures.map { "about:\($0)" }
      + Trait.allCases.map { "\($0)" }
  }

  func number(_ position: Position, _ cue: Int) -> Int { position.rawValue * cueCount + cue }

  /// That a sentence names a ground of a nature.
  func named(_ nature: Int) -> Int { Position.allCases.count * cueCount + nature }

  /// That a ground of a nature was the last that was named.
  func about(_ nature: Int) -> Int { named(natureCount) + nature }

  func number(_ trait: Trait) -> Int { about(natureCount) + trait.rawValue }
}
