import InformationLaw
public import LetterReading

/// What a letter says as JSON, `letter/1`.
public enum LetterJSON {
  /// Writes the reading of one file.
  ///
  /// - Parameters:
  ///   - reading: what the letter says.
  ///   - file: the file's name as the person gave it.
  ///   - onOneLine: for JSON Lines.
  public static func text(of reading: Reading, file: String, onOneLine: Bool = false) -> String {
    guard case .object(let entries) = record(of: reading) else { return "" }
    let json = JSON.object([("schema", "letter/1"), ("file", .text(file))] + entries)
    return json.written(onOneLine: onOneLine) + "\n"
  }

  /// The fields of `letter/1`; those without a value are null, so that a reader finds every key.
  static func record(of reading: Reading) -> JSON {
    .record([
      "language": .text(reading.language.rawValue),
      "regime": named(reading.regime?.rawValue),
      "letter_type": .text(reading.letterType.rawValue),
      "decision": named(reading.decision?.rawValue),
      "refusal_basis": named(reading.refusalBasis?.rawValue),
      "exemptions": .list(reading.exemptions.map(exemption)),
      "ncnd": .flag(reading.neitherConfirmsNorDenies),
      "harm_present": .flag(reading.arguesHarm),
      "pit_present": .flag(reading.weighs),
      "standard": .text(reading.standard.rawValue),
      "rights": .record([
        "internal_review": .flag(reading.rights.internalReview),
        "ico": .flag(reading.rights.regulator),
        "review_time_limit_working_days": reading.rights.reviewTimeLimit.map(JSON.number) ?? .null,
      ]),
      "timeliness": .record([
        "received": named(reading.timeliness.received?.description),
        "sent": named(reading.timeliness.sent?.description),
        "working_days": reading.timeliness.workingDays.map(JSON.number) ?? .null,
        "apology": .flag(reading.timeliness.apologises),
      ]),
      "spans": .list(reading.spans.map(span)),
    ])
  }

  private static func named(_ value: String?) -> JSON { value.map(JSON.text) ?? .null }

  private static func exemption(_ exemption: CitedExemption) -> JSON {
    .record([
      "cite": .text(exemption.cite), "as_written": .text(exemption.asWritten),
      "role": .text(exemption.role.rawValue), "start": .number(exemption.start),
      "end": .number(exemption.end),
    ])
  }

  private static func span(_ span: Span) -> JSON {
    .record([
      "role": .text(span.role.rawValue), "exemption": named(span.exemption),
      "start": .number(span.start), "end": .number(span.end),
    ])
  }
}
