import Foundation
import InformationLaw
import LetterReading

/// Letters with their parts marked by hand, kept beside the repository: read from the marks and not by
/// the reader, so that the audit is tested by itself.
struct SharedLetter: Sendable {
  /// The file's name without its extension.
  let name: String
  /// What a perfect reader would find.
  let reading: Reading
  /// What whoever marked it found wrong with it.
  let defects: [String]

  /// The folder with the letters, or nil where it is not at hand.
  static let folder: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["STEELYARD_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    let folder = shared.appending(path: "corpus/letters")
    return FileManager.default.fileExists(atPath: folder.path()) ? folder : nil
  }()

  /// All letters, by name.
  static let all: Result<[SharedLetter], any Error> = Result {
    guard let folder else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
      .filter { $0.hasSuffix(".labels.json") }
      .map { try SharedLetter(name: String($0.dropLast(".labels.json".count)), in: folder) }
  }

  init(name: String, in folder: URL) throws {
    let text = try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let labels = try decoder.decode(
      Labels.self, from: try Data(contentsOf: folder.appending(path: name + ".labels.json")))
    self.name = name
    defects = labels.defects
    reading = labels.reading(of: text)
  }

  /// The marks, as the files have them.
  private struct Labels: Decodable {
    struct Exemption: Decodable {
      var cite: String
      var asWritten: String
      var role: CitedExemption.Role
    }
    struct Part: Decodable {
      var role: Role
      var exemption: String?
      var start: Int
      var end: Int
    }
    struct Rights: Decodable {
      var internalReview: Bool
      var ico: Bool
      var reviewTimeLimitWorkingDays: Int?
    }
    struct Times: Decodable {
      var received: String?
      var sent: String?
      var workingDays: Int?
      var apology: Bool
    }
    var regime: CitedRegime?
    var letterType: LetterType
    var decision: Outcome?
    var refusalBasis: String?
    var exemptions: [Exemption]
    var ncnd: Bool
    var pitPresent: Bool
    var standard: StatedStandard
    var rights: Rights
    var timeliness: Times
    var defects: [String]
    var spans: [Part]

    func reading(of text: String) -> Reading {
      var reading = Reading(text: text)
      reading.regime = regime
      reading.letterType = letterType
      reading.decision = decision
      reading.refusalBasis = refusalBasis.flatMap { RefusalBasis(rawValue: $0) }
      reading.neitherConfirmsNorDenies = ncnd
      reading.weighs = pitPresent
      reading.standard = standard
      reading.rights.internalReview = rights.internalReview
      reading.rights.regulator = rights.ico
      reading.rights.reviewTimeLimit = rights.reviewTimeLimitWorkingDays
      reading.timeliness.received = timeliness.received.flatMap { Day($0) }
      reading.timeliness.sent = timeliness.sent.flatMap { Day($0) }
      reading.timeliness.workingDays = timeliness.workingDays
      reading.timeliness.apologises = timeliness.apology
      reading.spans = spans.map {
        Span(role: $0.role, exemption: $0.exemption, start: $0.start, end: $0.end)
      }
      reading.blocks = Self.blocks(of: text)
      reading.exemptions = exemptions.map { exemption in
        let place = text.firstRange(of: exemption.asWritten)
        let start = place.map {
          text.unicodeScalars.distance(from: text.startIndex, to: $0.lowerBound)
        }
        return CitedExemption(
          cite: exemption.cite, asWritten: exemption.asWritten, role: exemption.role,
          start: start ?? 0,
          end: start.map { $0 + exemption.asWritten.unicodeScalars.count } ?? 0)
      }
      return reading
    }

    /// The runs of lines between blank lines; a short one without a full stop is a heading.
    private static func blocks(of text: String) -> [Block] {
      var blocks: [Block] = []
      let scalars = Array(text.unicodeScalars)
      var start: Int?
      func close(_ end: Int) {
        guard let first = start else { return }
        let isHeading =
          end - first < 80 && !scalars[first..<end].contains("\n")
          && !".:!?,;>".unicodeScalars.contains(scalars[end - 1])
        blocks.append(Block(kind: isHeading ? .heading : .paragraph, start: first, end: end))
        start = nil
      }
      for index in scalars.indices {
        if scalars[index] == "\n" {
          if index > 0, scalars[index - 1] == "\n" { close(index - 1) }
        } else {
          start = start ?? index
        }
      }
      var end = scalars.count
      while end > 0, scalars[end - 1] == "\n" { end -= 1 }
      close(end)
      return blocks
    }
  }
}
