import Documents

/// Tries a redacted PDF with code that had no part in making it.
struct PDFProof {
  let plan: RedactionPlan
  let original: [UInt8]
  let pass: PDFRedaction.Pass
  let limits: DocumentLimits
  let aids: Redactor.Aids

  /// What was looked at and found in order.
  private(set) var checks: [RedactionReport.Check] = []
  /// The first thing that was not in order.
  private(set) var fault: String?
  /// The pages on which something was not in order.
  private(set) var faultyPages = Set<Int>()
  private(set) var remarks: [String] = []

  init(
    plan: RedactionPlan, original: [UInt8], pass: PDFRedaction.Pass, limits: DocumentLimits,
    aids: Redactor.Aids
  ) {
    self.plan = plan
    self.original = original
    self.pass = pass
    self.limits = limits
    self.aids = aids
  }

  private var markedPages: [Int] {
    pass.placement.boxes.indices.filter { page in
      pass.placement.boxes[page].contains(where: \.isPainted)
    }
  }

  mutating func run() throws(Unreadable) {
    checkRevisions()
    let lifted = ObjectSearch.lifted(pass.bytes, pages: markedPages)
    guard let lifted else { return fail("qpdf cannot read the new file") }
    var kept: [UInt8] = []
    try compare(lifted: lifted, kept: &kept)
    searchObjects(kept: kept)
  }

  private mutating func fail(_ what: String, page: Int? = nil) {
    if fault == nil { fault = what + (page.map { " (page \($0 + 1))" } ?? "") }
    if let page { faultyPages.insert(page) }
  }

  // MARK: Revisions

  private mutating func checkRevisions() {
    let ends = Self.count(Array("%%EOF".utf8), in: pass.bytes)
    let starts = Self.count(Array("startxref".utf8), in: pass.bytes)
    guard ends == 1, starts == 1 else {
      return fail("the new file has \(ends) ends and \(starts) tables of objects")
    }
    checks.append(
      .init(check: .revisions, with: "bytes", detail: "1 end of file, 1 table of objects"))
  }

  static func count(_ part: [UInt8], in bytes: [UInt8]) -> Int {
    var (found, start) = (0, 0)
    while let place = bytes.position(of: part, from: start) {
      found += 1
      start = place + 1
    }
    return found
  }

  // MARK: Page by page

  private mutating func compare(lifted: [UInt8], kept: inout [UInt8]) throws(Unreadable) {
    let pass = pass
    let limits = limits
    let faults = try original.withUnsafeBufferPointer { before throws(Unreadable) in
      try pass.bytes.withUnsafeBufferPointer { after throws(Unreadable) in
        try lifted.withUnsafeBufferPointer { under throws(Unreadable) in
          let pages = try ComparedPages(
            before: RedactionFile(before, limits: limits),
            after: RedactionFile(after, limits: limits), reader: SecondReader(after),
            lifted: SecondReader(under))
          return try pages.run(pass, plan: plan, aids: aids)
        }
      }
    }
    for (page, what) in faults.faults { fail(what, page: page) }
    kept = faults.kept
    remarks += faults.remarks
    if faults.faults.isEmpty { checks += faults.checks }
  }

  // MARK: Objects

  /// What stands on the pages, as it is drawn one after the other.
  private func contentOrder() -> [UInt8] {
    pass.bytes.withUnsafeBufferPointer { buffer in
      guard let file = try? RedactionFile(buffer, limits: limits) else { return [] }
      return (0..<file.pageCount).flatMap { page in
        Folding.bare((file.text(page)?.glyphs ?? []).lazy.map(\.scalar))
      }
    }
  }

  private mutating func searchObjects(kept: [UInt8]) {
    // What still stands in plain sight elsewhere was left there on purpose, or is a remark.
    var terms: [String] = []
    var seen = Set<String>()
    for (text, _) in pass.placement.gone
    where seen.insert(text).inserted && !kept.holds(Array(text.utf8)) {
      terms.append(text)
    }
    guard var search = ObjectSearch(pass.bytes, terms: terms) else {
      return fail("qpdf cannot read the new file whole")
    }
    // The order of the content can put words next to each other that no reader does.
    if !search.hits.isEmpty { search.forget(textsIn: contentOrder()) }
    guard !search.hasMore else { return fail("the new file carries more than its pages") }
    guard search.pages == pass.placement.boxes.count else {
      return fail("qpdf counts \(search.pages) pages in the new file")
    }
    for hit in search.hits {
      fail("a text that was taken out is still in an object", page: hit.page)
    }
    guard search.hits.isEmpty else { return }
    checks.append(
      .init(
        check: .objects, with: "qpdf",
        detail:
          "\(search.objects) objects and \(search.streams) streams, \(terms.count) texts, in UTF-8,"
          + " UTF-16, one-byte and hexadecimal form"))
  }
}
