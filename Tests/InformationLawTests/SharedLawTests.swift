import DataFiles
import Foundation
import InformationLaw
import Testing

/// Checks against clocks and worked dates kept outside the repository, where they are at hand.
@Suite("Clocks and worked dates kept beside the repository")
struct SharedLawTests {
  /// The file with them, or nil.
  static let file: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["STEELYARD_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    let file = shared.appending(path: "law/clocks.yaml")
    return FileManager.default.fileExists(atPath: file.path()) ? file : nil
  }()

  let book: StatuteBook

  init() throws { book = try StatuteBook.builtIn() }

  private func top(_ key: String) throws -> DataNode {
    let text = try String(contentsOf: try #require(Self.file), encoding: .utf8)
    let keys = try DataNode(parsing: text, file: "clocks.yaml").mapping { $0.all() }
    return try #require(keys.first { $0.key == key }).value
  }

  private func fields(_ node: DataNode) throws -> [String: DataNode] {
    Dictionary(
      try node.mapping { $0.all() }.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }

  @Test(
    "every worked example agrees",
    .enabled(if: file != nil, "skipped: the worked dates are not beside the repository"))
  func examples() throws {
    var checked = 0
    for node in try top("worked_examples").list() {
      let entry = try fields(node)
      let id = try #require(try entry["id"]?.string())
      let name = try #require(try entry["clock"]?.string())
      let clock = try #require(book.clock(id: name))
      let days =
        try entry["events"]?.list().map { try #require(try fields($0)["date"]).day() } ?? []
      let kinds: [ClockEvent.Kind] =
        clock.stage == .payment
        ? [.feesNotice, .feesPaid] : [.clarificationAsked, .clarificationReceived]
      let sessions = try entry["assumed_sessions"]?.strings().map { text in
        try #require(Day(text.prefix(10)))...(try #require(Day(text.suffix(10))))
      }
      let reading = try clock.reading(
        received: try #require(entry["start"]).day(),
        events: zip(kinds, days).map { ClockEvent($0, $1) },
        circumstances: ClockCircumstances(sessions: sessions ?? []), holidays: book.bankHolidays)
      #expect(reading.due == (try #require(entry["due"]).day()), "\(id)")
      for kind in ClockReading.Milestone.Kind.allCases {
        guard let expected = try entry[kind.rawValue]?.day() else { continue }
        #expect(reading.milestone(kind) == expected, "\(id) \(kind)")
      }
      if let wrong = try entry["wrong_answer"].map(fields)?["date"]?.day() {
        #expect(reading.due != wrong, "\(id)")
      }
      checked += 1
    }
    #expect(checked >= 45)
  }

  @Test(
    "every clock is there with its length, unit, calendar and status",
    .enabled(if: file != nil, "skipped: the clocks are not beside the repository"))
  func clocks() throws {
    let nodes = try top("clocks").list()
    #expect(nodes.count == book.clocks.count)
    for node in nodes {
      let entry = try fields(node)
      let id = try #require(try entry["id"]?.string())
      let clock = try #require(book.clock(id: id), "\(id)")
      #expect(try entry["regime"]?.string() == clock.regimeName, "\(id)")
      #expect(try entry["length"]?.string() == "\(clock.length)", "\(id)")
      #expect(try entry["unit"]?.string().hasPrefix(clock.unit.rawValue) == true, "\(id)")
      #expect(try entry["calendar"]?.string() == clock.calendar.rawValue, "\(id)")
      #expect(try entry["status"]?.string() == clock.status.rawValue, "\(id)")
      for (key, ours) in [
        ("restarts", clock.restarts), ("stops", clock.stops), ("extends_to", clock.extendsTo),
      ] {
        let theirs = try entry[key]?.strings() ?? []
        #expect(Set(theirs).isSubset(of: Set(ours)), "\(id) \(key)")
      }
    }
  }

  @Test(
    "the days that do not count agree, year by year",
    .enabled(if: file != nil, "skipped: the days are not beside the repository"))
  func holidays() throws {
    for (name, years) in try fields(try top("non_working_weekdays")) {
      let days = book.workingDays(name == "foisa" ? .foisa : .foia)
      for (year, node) in try fields(years) {
        let first = try #require(Day("\(year)-01-01"))
        let ours = (0..<366).map(first.adding).filter {
          $0.description.hasPrefix(year) && !$0.weekday.isWeekend && days.nonWorking($0) != nil
        }
        #expect(try node.strings() == ours.map(\.description), "\(name) \(year)")
      }
    }
  }
}
