package import Documents

/// Finds what a PDF holds and its pages do not show, by drawing them.
///
/// Each page is interpreted once; where something could be hidden, it is drawn with its text and
/// without. A letter that makes no difference is hidden, whatever hides it, and the reason is then
/// read from how it was painted and what was painted over it.
package enum PDFPageInspector: FormatInspector {
  package static var classes: [HiddenDataClass] { PageClasses.all }
  package static var examples: [InspectionExample] { PageExamples.all }

  /// Memory that is kept for re-use between pages.
  static let kept = 48 * 1_024 * 1_024
  /// Letters, and marks, of a page that are looked at.
  static let mostPainted = 200_000

  package static func inspect(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable) {
    try inspect(bytes, run: run, isShortExplained: false)
  }

  /// - Parameter isShortExplained: Whether a packed stream without a byte explains that one ended early;
  ///   whoever says so has unpacked the others.
  static func inspect(
    _ bytes: [UInt8], run: InspectionRun, isShortExplained: Bool
  ) throws(Unreadable) {
    let failure = bytes.withUnsafeBufferPointer { (memory) -> Unreadable? in
      do throws(Unreadable) {
        try inspect(try PageFile(memory), run: run, isShortExplained: isShortExplained)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  private static func inspect(
    _ file: PageFile, run: InspectionRun, isShortExplained: Bool
  ) throws(Unreadable) {
    let count = file.count
    guard count > 0 else { throw .broken("it does not say how many pages it has") }
    if count > run.limits.pages {
      run.fail(.tooMuch("it has \(count) pages, and \(run.limits.pages) are drawn"))
    }
    let pages = min(count, run.limits.pages)
    let report = PageReport(run: run, file: file)
    var overflow = PageOverflow()
    var unread: [Int] = []
    for page in 0..<pages {
      let (drawing, isWhole) = file.look(at: page, most: mostPainted)
      if !isWhole { unread.append(page + 1) }
      guard let drawing else { continue }
      let sight = PageSight(drawing)
      if !sight.isWhole { unread.append(page + 1) }
      report.add(overflow.keepingBack(sight.passages(), page: page), of: drawing, page: page + 1)
      report.add(PageImages.hidden(in: drawing), of: drawing, page: page + 1)
    }
    for (passage, page) in overflow.hidden(in: file, pages: pages) {
      report.add([passage], of: nil, page: page + 1)
    }
    if !unread.isEmpty { run.fail(.broken(Self.pages(unread) + " could not be drawn whole")) }
    let (spares, isWhole) = file.spares(pages: pages, most: run.limits.findingsOfClass)
    if !isWhole { run.fail(.broken("its resources could not be looked through whole")) }
    report.add(spares)
    if file.hasLosses || file.hasShortStream && !isShortExplained {
      run.fail(.broken("a part of it is missing or cannot be decoded"))
    }
  }

  private static func pages(_ numbers: [Int]) -> String {
    var distinct: [Int] = []
    for number in numbers where distinct.last != number { distinct.append(number) }
    let list = distinct.prefix(10).map(String.init).joined(separator: ", ")
    let more = distinct.count > 10 ? " and \(distinct.count - 10) more" : ""
    return (distinct.count == 1 ? "page " : "pages ") + list + more
  }
}
