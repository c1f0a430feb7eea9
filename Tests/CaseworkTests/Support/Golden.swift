import Foundation
import Testing

/// A whole text that is kept beside the tests, so that a change of it is seen in review.
/// `STEELYARD_UPDATE_GOLDEN=1 swift test` writes it anew.
enum Golden {
  static func check(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = url(name)
    if ProcessInfo.processInfo.environment["STEELYARD_UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    guard kept != text else { return }
    let changes = text.split(separator: "\n").difference(from: kept.split(separator: "\n"))
    let lines = changes.map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
    Issue.record(
      "\(name) has changed:\n\(lines.joined(separator: "\n"))", sourceLocation: sourceLocation)
  }

  static func url(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/\(name)")
  }
}
