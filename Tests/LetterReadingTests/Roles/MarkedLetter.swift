import Foundation
import LetterReading

/// A letter in which each part stands between `⟦role provision:` and `⟧`.
struct MarkedLetter: Sendable, CustomStringConvertible {
  var name: String
  var text: String
  var spans: [Span]

  var description: String { name }

  /// The letters in `Fixtures/Roles`, by name.
  static let all: Result<[MarkedLetter], any Error> = Result { try letters(in: "Roles") }

  /// The letters in `Fixtures/Unseen`, which the weights are never fitted to.
  static let unseen: Result<[MarkedLetter], any Error> = Result { try letters(in: "Unseen") }

  private static func letters(in name: String) throws -> [MarkedLetter] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/\(name)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
      .filter { $0.hasSuffix(".txt") }
      .map { file in
        let marked = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        return try MarkedLetter(name: String(file.dropLast(4)), marked: marked)
      }
  }

  struct BrokenMark: Error {
    var name: String
    var mark: String
  }

  init(name: String, marked: String) throws {
    self.name = name
    var text = String.UnicodeScalarView()
    var open: [(role: Role, exemption: String?, start: Int)] = []
    var spans: [Span] = []
    var rest = marked.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "⟦":
        let mark = rest.prefix { $0 != ":" }
        rest = rest.dropFirst(mark.count + 1)
        if rest.first == " " { rest = rest.dropFirst() }
        let words = String(mark).split(separator: " ", maxSplits: 1).map(String.init)
        guard let role = words.first.flatMap(Role.init(rawValue:)) else {
          throw BrokenMark(name: name, mark: String(mark))
        }
        open.append((role, words.count > 1 ? words[1] : nil, text.count))
      case "⟧":
        guard let last = open.popLast() else { throw BrokenMark(name: name, mark: "⟧") }
        spans.append(
          Span(role: last.role, exemption: last.exemption, start: last.start, end: text.count))
      default: text.append(scalar)
      }
    }
    guard open.isEmpty else { throw BrokenMark(name: name, mark: "⟦") }
    self.text = String(text)
    self.spans = spans
  }
}

/// How well the parts that were found fit those that are there: two match when they have the same role
/// and overlap by at least half of what they cover together.
struct Fit {
  var found = 0
  var said = 0
  var there = 0
  var rightExemption = 0

  var f1: Double { said + there == 0 ? 1 : Double(2 * found) / Double(said + there) }

  mutating func add(said: [Span], there: [Span]) {
    self.said += said.count
    self.there += there.count
    var pairs: [(share: Double, a: Int, b: Int)] = []
    for (a, one) in there.enumerated() {
      for (b, other) in said.enumerated() where one.role == other.role {
        let both = min(one.end, other.end) - max(one.start, other.start)
        let all = max(one.end, other.end) - min(one.start, other.start)
        if both * 2 >= all { pairs.append((Double(both) / Double(all), a, b)) }
      }
    }
    var usedA: Set<Int> = []
    var usedB: Set<Int> = []
    for pair in pairs.sorted(by: { ($0.share, -$0.a) > ($1.share, -$1.a) })
    where !usedA.contains(pair.a) && !usedB.contains(pair.b) {
      usedA.insert(pair.a)
      usedB.insert(pair.b)
      found += 1
      if there[pair.a].exemption == said[pair.b].exemption { rightExemption += 1 }
    }
  }
}
