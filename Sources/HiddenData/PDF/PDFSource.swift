import Documents

/// The bytes of a PDF, and its objects by where they stand: what every revision shares.
final class PDFSource {
  let bytes: [UInt8]
  let run: InspectionRun
  /// Where `%PDF-` stands; offsets in the file count from there.
  let header: Int
  private var parsed: [Int: PDFIndirect] = [:]
  private var lastSearch: (from: Int, found: Int)?
  private var unpackedStreams: [Int: PDFFilters.Decoded] = [:]
  private var kept = 0
  /// Objects of streams of objects, by where those streams stand.
  var packedObjects: [Int: [PackedObject]] = [:]

  init(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable) {
    self.bytes = bytes
    self.run = run
    guard let header = bytes.position(of: Array("%PDF-".utf8)) else {
      throw .broken("it does not begin as a PDF does")
    }
    self.header = header
  }

  /// An object with its number, and the bytes from its number to the end of `endobj`.
  struct PDFIndirect {
    var number: Int
    var generation: Int
    var object: PDFObject
    var range: Range<Int>
    /// Where comments stand in it.
    var comments: [Range<Int>]
    /// Bytes between the end of the object and `endobj`.
    var rest: Range<Int>
    /// Whether `endobj` (or the next object) follows.
    var isWhole: Bool
  }

  /// The object whose number stands at an offset; nil where none does.
  func indirect(
    at offset: Int, length: (Int) -> Int? = { _ in nil }
  ) throws(Unreadable) -> PDFIndirect? {
    guard offset >= 0, offset < bytes.count else { return nil }
    if let known = parsed[offset] { return known }
    var lexer = PDFLexer(bytes, from: offset)
    guard case .object(.int(let number)) = lexer.next(),
      case .object(.int(let generation)) = lexer.next(), number >= 0
    else { return nil }
    lexer.skipSpace()
    let keyword = lexer.position
    guard case .word(let word) = lexer.next() else { return nil }
    if word.hasPrefix("obj"), word != "obj" {
      // `1 0 obj12` is written by some; the number belongs to the object.
      lexer.position = keyword + 3
    } else if word != "obj" {
      return nil
    }
    var object = try lexer.object() ?? .null
    var end = lexer.position
    let back = lexer
    var closing = lexer.next()
    if case .word("stream") = closing, case .dictionary(let dictionary) = object {
      let stream = self.stream(dictionary, from: lexer.position, length: length)
      object = .stream(stream.stream)
      lexer.position = stream.end
      end = stream.end
      closing = lexer.next()
    } else {
      lexer = back
      closing = lexer.next()
    }
    var isWhole = false
    var rest = end..<end
    if case .word("endobj") = closing {
      isWhole = true
    } else {
      // What is in between is nothing that readers look at.
      let limit = min(bytes.count, end + 65_536)
      let close = bytes.position(of: Array("endobj".utf8), from: end, to: limit)
      let other = nextHeader(from: end, to: close ?? limit)
      if let other {
        rest = end..<other
        lexer.position = other
        isWhole = true
      } else if let close {
        rest = end..<close
        lexer.position = close + 6
        isWhole = true
      } else {
        lexer.position = end
      }
    }
    let start = min(offset, lexer.position)
    let result = PDFIndirect(
      number: number, generation: generation, object: object, range: start..<lexer.position,
      comments: lexer.comments.filter { $0.upperBound <= lexer.position }, rest: rest,
      isWhole: isWhole)
    parsed[offset] = result
    return result
  }

  /// Where the next `12 0 obj` begins a line.
  func nextHeader(from start: Int, to end: Int) -> Int? {
    var from = start
    while let found = bytes.position(of: Array(" obj".utf8), from: from, to: end) {
      var index = found
      func digits() -> Bool {
        let last = index
        while index > start, bytes[index - 1] >= 0x30, bytes[index - 1] <= 0x39 { index -= 1 }
        return index < last
      }
      if digits(), index > start, PDFLexer.isSpace(bytes[index - 1]) {
        index -= 1
        if digits() { return index }
      }
      from = found + 4
    }
    return nil
  }

  private func stream(
    _ dictionary: PDFDictionary, from start: Int, length: (Int) -> Int?
  ) -> (stream: PDFStream, end: Int) {
    var start = start
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    if start < bytes.count, bytes[start] == 0x0A { start += 1 }
    start = min(start, bytes.count)
    var declared = dictionary["Length"]?.int
    if let reference = dictionary["Length"]?.reference { declared = length(reference) }
    if let length = declared, length >= 0, length <= bytes.count - start {
      var lexer = PDFLexer(bytes, from: start + length, to: min(bytes.count, start + length + 32))
      lexer.skipSpace()
      let end = lexer.position + 9
      if case .word(let word) = lexer.next(), word.hasPrefix("endstream"), lexer.comments.isEmpty {
        return (
          PDFStream(
            dictionary: dictionary, range: start..<(start + length),
            declared: declared), end
        )
      }
    }
    let found = endOfStream(from: start)
    var end = found ?? bytes.count
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return (
      PDFStream(dictionary: dictionary, range: start..<end, declared: declared),
      found.map { $0 + 9 } ?? bytes.count
    )
  }

  /// The next `endstream`. One search serves all that begin before what it found.
  private func endOfStream(from start: Int) -> Int? {
    if let last = lastSearch, last.from <= start, start <= last.found {
      return last.found == bytes.count ? nil : last.found
    }
    let found = bytes.position(of: Array("endstream".utf8), from: start)
    lastSearch = (start, found ?? bytes.count)
    return found
  }

  /// What a stream holds, unpacked; nil where its filter is not known or it is a trap.
  func decoded(_ stream: PDFStream, resolve: (PDFObject?) -> PDFObject) -> PDFFilters.Decoded? {
    if let known = unpackedStreams[stream.range.lowerBound] { return known }
    do throws(Unreadable) {
      let filters = PDFFilters.filters(stream.dictionary, resolve: resolve)
      let result = try PDFFilters.decode(
        bytes, stream.range, filters: filters, most: run.limits.part)
      if let result {
        if !filters.isEmpty { try run.countUnpacked(result.data.count) }
        // What is small is asked for again: fonts, pages that are drawn in several places.
        if result.data.count < 1 << 20, kept < 128 << 20 {
          kept += result.data.count
          unpackedStreams[stream.range.lowerBound] = result
        }
      }
      return result
    } catch {
      run.fail(error)
      return nil
    }
  }
}
