public import Documents
import Foundation
import HiddenData

/// A plan with the file it is for, as one input of a confined process: a line of JSON, then the file.
public struct PlannedFile: Sendable {
  /// The plan.
  public var plan: RedactionPlan
  /// The file.
  public var bytes: [UInt8]

  /// Puts them together.
  public init(plan: RedactionPlan, bytes: [UInt8]) {
    self.plan = plan
    self.bytes = bytes
  }

  /// The input.
  public func encoded() throws -> [UInt8] {
    [UInt8](try JSONEncoder().encode(plan)) + [0x0A] + bytes
  }

  /// Reads an input.
  ///
  /// - Throws: ``Unreadable`` where the plan cannot be read.
  public init(decoding input: [UInt8]) throws(Unreadable) {
    guard let end = input.firstIndex(of: 0x0A) else {
      throw Unreadable(.damaged, "The plan is not there.")
    }
    do { plan = try JSONDecoder().decode(RedactionPlan.self, from: Data(input[..<end])) } catch {
      throw Unreadable(.damaged, "The plan cannot be read. \(RedactionPlan.explain(error))")
    }
    bytes = Array(input[(end + 1)...])
  }
}

extension RedactionPlan {
  /// Why a plan cannot be read, in words.
  public static func explain(_ error: any Error) -> String {
    guard case DecodingError.dataCorrupted(let context) = error else { return "\(error)" }
    return context.debugDescription
  }

  /// Reads a plan from JSON.
  ///
  /// - Throws: ``Unreadable`` that says what is wrong with it.
  public static func reading(_ json: some Sequence<UInt8>) throws(Unreadable) -> RedactionPlan {
    do { return try JSONDecoder().decode(RedactionPlan.self, from: Data(json)) } catch {
      throw Unreadable(.damaged, "The plan cannot be read. \(explain(error))")
    }
  }
}

/// What the page for marking shows of one page of a file.
public struct MarkedPage: Codable, Equatable, Sendable {
  /// How many pages the file has.
  public var count: Int
  /// The page with its words.
  public var page: RedactionPreview.Page
  /// Where the marks of the plan stand on this page, and the mark's place in the plan, from 0.
  public var boxes: [Box]
  /// How often each text of the plan stands in the whole file, by the mark's place; only where it was
  /// asked for.
  public var counts: [Int: Int]

  /// A box of a mark.
  public struct Box: Codable, Equatable, Sendable {
    /// The mark's place in the plan, from 0.
    public var mark: Int
    /// Where it stands.
    public var box: PageBox
  }

  /// As JSON.
  public func encoded() throws(Unreadable) -> [UInt8] {
    guard let data = try? JSONEncoder().encode(self) else {
      throw Unreadable(.damaged, "What stands on the page cannot be written down.")
    }
    return [UInt8](data)
  }

  /// Looks at a page of a file with the marks of a plan.
  public init(
    _ number: Int, of file: PlannedFile, countingTexts: Bool
  ) throws(Unreadable) {
    count = try RedactionPreview.pageCount(file.bytes)
    page = try RedactionPreview.page(number, of: file.bytes)
    counts = [:]
    boxes = []
    var searches: [(mark: Int, search: RedactionPlan.Search, page: Int?)] = []
    for (index, mark) in file.plan.marks.enumerated() {
      switch mark.target {
      case .box(number, let box): boxes.append(Box(mark: index, box: box))
      case .page(number):
        let whole = PageBox(left: 0, top: 0, right: page.width, bottom: page.height)
        boxes.append(Box(mark: index, box: whole))
      case .text(let search, let only): searches.append((index, search, only))
      case .box, .page: continue
      }
    }
    guard !searches.isEmpty else { return }
    // In a long file only the page that is shown is searched, so that turning pages stays quick.
    let counts = countingTexts && count <= Self.mostCounted
    let found = try RedactionPreview.occurrences(
      of: searches.map(\.search), in: file.bytes, page: counts ? nil : number)
    for ((index, _, only), places) in zip(searches, found) {
      let places = places.filter { only == nil || only == $0.page }
      if counts { self.counts[index] = places.count }
      for place in places where place.page == number {
        boxes += place.boxes.map { Box(mark: index, box: $0) }
      }
    }
  }

  /// As many pages as are searched for counts each time a page is shown.
  private static let mostCounted = 60
}

/// Redacts files from outside, each in a process of its own that can do no harm.
///
/// The program that uses this has to have the commands `worker redact`, `worker page` and
/// `worker picture`, which confine themselves and read a ``PlannedFile``.
public enum ConfinedRedactor {
  /// Seconds that a file may take by the clock on the wall.
  public static let patience = 600.0

  /// Redacts a file; what comes back is proved.
  public static func redact(_ file: PlannedFile) async throws -> RedactionResult {
    try result(of: await ConfinedMaker.make(["redact"], of: try file.encoded(), patience: patience))
  }

  /// The same, for a thread that may wait.
  public static func redact(now file: PlannedFile) throws -> RedactionResult {
    try result(of: ConfinedMaker.make(now: ["redact"], of: try file.encoded(), patience: patience))
  }

  /// A page for marking.
  public static func page(
    _ number: Int, of file: PlannedFile, countingTexts: Bool
  ) async throws -> MarkedPage {
    let answer = try await ConfinedMaker.make(
      ["page", "--page=\(number)"] + (countingTexts ? ["--counting"] : []),
      of: try file.encoded())
    return try JSONDecoder().decode(MarkedPage.self, from: Data(answer))
  }

  /// A page as a picture (PNG), with the marks of the plan on it.
  public static func picture(
    _ number: Int, of file: PlannedFile, scale: Double, view: RedactionPreview.View
  ) async throws -> [UInt8] {
    try await ConfinedMaker.make(
      ["picture", "--page=\(number)", "--scale=\(scale)", "--view=\(view.rawValue)"],
      of: try file.encoded())
  }

  /// What `worker redact` prints: the report on a line, then the file.
  public static func encoded(_ result: RedactionResult) throws(Unreadable) -> [UInt8] {
    guard let report = try? JSONEncoder().encode(result.report) else {
      throw Unreadable(.damaged, "The report of the redaction cannot be written.")
    }
    return [UInt8](report) + [0x0A] + result.bytes
  }

  private static func result(of answer: [UInt8]) throws(Unreadable) -> RedactionResult {
    guard let end = answer.firstIndex(of: 0x0A),
      let report = try? JSONDecoder().decode(RedactionReport.self, from: Data(answer[..<end]))
    else { throw Unreadable(.notOpened, "The redaction stopped in the middle. Nothing was made.") }
    return RedactionResult(bytes: Array(answer[(end + 1)...]), report: report)
  }
}
