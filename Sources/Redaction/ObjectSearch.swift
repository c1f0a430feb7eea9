import CQPDF
import Documents

/// What qpdf finds in the objects of a redacted PDF.
struct ObjectSearch {
  /// A term that was found, and the page whose object holds it.
  struct Hit {
    var term: String
    var page: Int?
  }

  private(set) var hits: [Hit] = []
  private(set) var objects = 0
  private(set) var streams = 0
  /// Streams whose coding qpdf does not undo: pictures of some kinds.
  private(set) var coded = 0
  private(set) var pages = 0
  /// Whether catalog, pages or trailer have entries beside those that show the pages.
  private(set) var hasMore = false

  /// Goes through all objects, or answers nothing where the file cannot be read whole.
  init?(_ bytes: [UInt8], terms: [String]) {
    var result = objectsearch_result()
    let isWhole = Self.withTerms(terms) { list in
      bytes.withUnsafeBytes { buffer in
        objectsearch_run(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, list, list.count,
          &result)
      }
    }
    defer { objectsearch_free(&result) }
    guard isWhole else { return nil }
    for hit in UnsafeBufferPointer(start: result.hits, count: result.count)
    where terms.indices.contains(Int(hit.term)) {
      hits.append(Hit(term: terms[Int(hit.term)], page: hit.page < 0 ? nil : Int(hit.page)))
    }
    objects = Int(result.objects)
    streams = Int(result.streams)
    coded = Int(result.coded)
    pages = Int(result.pages)
    hasMore = result.has_more
  }

  /// Leaves out the terms that stand in a text.
  mutating func forget(textsIn kept: [UInt8]) {
    hits.removeAll { kept.holds(Array($0.term.utf8)) }
  }

  /// The file without the boxes over some pages, or nothing where a page has none.
  static func lifted(_ bytes: [UInt8], pages: [Int]) -> [UInt8]? {
    var (start, length): (UnsafeMutablePointer<CChar>?, Int) = (nil, 0)
    let numbers = pages.map { Int32(clamping: $0) }
    let isLifted = bytes.withUnsafeBytes { buffer in
      objectsearch_lift(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, numbers,
        numbers.count, &start, &length)
    }
    defer { objectsearch_free_bytes(start) }
    guard isLifted, let start else { return nil }
    return UnsafeBufferPointer(start: start, count: length).map { UInt8(bitPattern: $0) }
  }

  private static func withTerms<Result>(
    _ terms: [String], _ body: ([objectsearch_term]) -> Result
  ) -> Result {
    var bytes: [CChar] = [0]
    var places: [(start: Int, count: Int)] = []
    for term in terms {
      places.append((bytes.count, term.utf8.count))
      bytes += term.utf8.map { CChar(bitPattern: $0) }
    }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return body([]) }
      return body(places.map { objectsearch_term(text: base + $0.start, length: $0.count) })
    }
  }
}
