public import Documents
import Foundation

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
