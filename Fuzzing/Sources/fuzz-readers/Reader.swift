@testable import HiddenData

/// A reader of bytes, with the inputs that its fuzzing begins with.
struct Reader: Sendable {
  let name: String
  let seeds: @Sendable () -> [[UInt8]]
  let read: @Sendable ([UInt8]) -> Void

  static let all = containers + files + pieces
}

extension Reader {
  /// A reader that sees whole files, as an upload reaches it.
  ///
  /// - Parameters:
  ///   - endings: of the examples that it begins with; the first is that of the inputs' names.
  ///   - repair: makes checksums right, so that what they guard is reached.
  init(
    _ name: String, filesOf endings: [String],
    repair: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }
  ) {
    self.init(
      name: name, seeds: { Self.examples(endings) },
      read: { inspect(repair($0), as: "a.\(endings[0])") })
  }

  /// The files that the inspectors carry as examples, of these endings.
  static func examples(_ endings: [String]) -> [[UInt8]] {
    FileInspection.examples.filter { endings.contains(FileName.ending($0.file)) }.map(\.bytes)
  }

  fileprivate static let files = [
    Reader("zip", filesOf: ["zip", "docx"]),
    Reader("mail", filesOf: ["eml"]),
    Reader("png", filesOf: ["png"], repair: withChecksums),
    Reader("table-text", filesOf: ["csv", "txt"]),
    Reader("pdf", filesOf: ["pdf"]),
  ]
}

/// Looks into a file; what is found is of no matter here.
func inspect(_ bytes: [UInt8], as name: String) {
  _ = FileInspection.inspect(bytes, name: name, sha256: "")
}

/// A PNG file whose chunks have the checksums that belong to them.
@Sendable private func withChecksums(_ bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  var at = 8
  while at + 12 <= bytes.count {
    let length = bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - at - 12 else { break }
    let end = at + 8 + length
    let sum = PNGChunks.checksum(bytes, (at + 4)..<end)
    for index in 0..<4 { bytes[end + index] = UInt8(truncatingIfNeeded: sum >> (24 - 8 * index)) }
    at = end + 4
  }
  return bytes
}
