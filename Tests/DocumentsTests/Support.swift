import Documents

/// The text of a file that has some.
func read(_ bytes: [UInt8], _ hint: NameHint? = nil) throws -> DocumentText {
  try DocumentText(reading: bytes, hint: hint)
}

/// Why a file has no text.
func reason(
  _ bytes: [UInt8], _ hint: NameHint? = nil, _ limits: DocumentLimits = DocumentLimits()
) -> Unreadable? {
  do {
    _ = try DocumentText(reading: bytes, hint: hint, limits: limits)
    return nil
  } catch {
    return error
  }
}

/// Random numbers that are the same at each run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}
