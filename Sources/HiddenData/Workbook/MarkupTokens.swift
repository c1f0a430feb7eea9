import Documents

/// A tag as it stands in the bytes. Names are told apart by a number, which is quicker than by strings.
struct TagBytes {
  /// The number of the name without its prefix.
  var code: UInt64
  /// From the name to before `>` or `/>`.
  var start: UnsafePointer<UInt8>
  /// Where the attributes begin and end.
  var attributes: UnsafePointer<UInt8>
  var end: UnsafePointer<UInt8>
  var isEmpty: Bool
  /// The whole of it with its brackets.
  var raw: UnsafeBufferPointer<UInt8>

  /// The number of a name: its own bytes as far as eight go, a sum of them beyond.
  static func code(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    if count <= 8 {
      var code: UInt64 = 0
      for index in 0..<count { code = code << 8 | UInt64(start[index]) }
      return code
    }
    var code: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<count { code = (code ^ UInt64(start[index])) &* 0x100_0000_01B3 }
    return code | 1 << 63
  }

  static func code(_ name: String) -> UInt64 {
    let bytes = Array(name.utf8)
    return bytes.withUnsafeBufferPointer { $0.baseAddress.map { code($0, bytes.count) } ?? 0 }
  }

  /// Goes through the attributes: the number of the whole name, and the value with its escapes.
  @inline(__always)
  func eachAttribute(_ body: (UInt64, UnsafeBufferPointer<UInt8>) -> Void) {
    var at = attributes
    while at < end {
      while at < end, at.pointee <= 0x20 { at += 1 }
      let name = at
      while at < end, at.pointee != 0x3D, at.pointee > 0x20 { at += 1 }
      let code = Self.code(name, at - name)
      while at < end, at.pointee != 0x22, at.pointee != 0x27 { at += 1 }
      guard at < end else { return }
      let quote = at.pointee
      let value = at + 1
      at = value
      while at < end, at.pointee != quote { at += 1 }
      body(code, UnsafeBufferPointer(start: value, count: at - value))
      at += 1
    }
  }
}

/// What listens to the tokens of an XML document.
protocol TokenListener: AnyObject {
  func begin(_ tag: TagBytes)
  /// The end of an element by the number of its local name; an empty one ends too, without bytes of its own.
  func end(_ code: UInt64, raw: UnsafeBufferPointer<UInt8>)
  /// Text with its escapes, or the content of a CDATA section without any.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, isEscaped: Bool)
}

/// Splits UTF-8 XML into tags and texts as it comes, for the parts of a workbook that have millions of them.
///
/// It checks that elements are closed as they were opened; a document type is refused. Names are not put
/// into namespaces: what needs that is read with libxml2.
final class MarkupTokens<Listener: TokenListener> {
  let listener: Listener
  let place: String
  private let deepest: Int
  private var rest: [UInt8] = []
  // Checks of overlapping access would take a third of the time; each of these is used by one method at a time.
  @exclusivity(unchecked) private var open: [UInt64] = []
  @exclusivity(unchecked) private var isBegun = false

  init(place: String, depth: Int, to listener: Listener) {
    self.listener = listener
    self.place = place
    deepest = depth
  }

  /// Takes the next piece.
  func feed(_ piece: UnsafeRawBufferPointer) throws(Unreadable) {
    if rest.isEmpty {
      let used = try tokens(piece)
      if used < piece.count { rest.append(contentsOf: piece[used...]) }
      return
    }
    guard rest.count < 64 << 20 else { throw .tooMuch("a tag or text in \(place) is too long") }
    var held = rest
    rest = []
    held.append(contentsOf: piece)
    let result = held.withUnsafeBytes { buffer -> Result<Int, Unreadable> in
      do throws(Unreadable) { return .success(try tokens(buffer)) } catch { return .failure(error) }
    }
    rest = Array(held[(try result.get())...])
  }

  /// Says that no more comes.
  func finish() throws(Unreadable) {
    guard open.isEmpty, isBegun, rest.allSatisfy({ $0 <= 0x20 }) else {
      throw .broken("\(place) breaks off")
    }
  }

  /// Goes through as many whole tokens as there are; answers how many bytes they took.
  private func tokens(_ buffer: UnsafeRawBufferPointer) throws(Unreadable) -> Int {
    guard let base = buffer.bindMemory(to: UInt8.self).baseAddress else { return 0 }
    let limit = base + buffer.count
    var at = base
    while at < limit {
      guard at.pointee == 0x3C else {
        var next = at
        while next < limit, next.pointee != 0x3C { next += 1 }
        guard next < limit else { break }
        if !open.isEmpty {
          listener.text(UnsafeBufferPointer(start: at, count: next - at), isEscaped: true)
        }
        at = next
        continue
      }
      guard limit - at > 1 else { break }
      let next: UnsafePointer<UInt8>?
      switch at[1] {
      case 0x2F: next = try closing(at, limit)
      case 0x21: next = try special(at, limit)
      case 0x3F: next = Self.find("?>", from: at + 2, limit)
      default: next = try opening(at, limit)
      }
      guard let next else { break }
      at = next
    }
    return at - base
  }

  private func opening(
    _ at: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>
  ) throws(Unreadable) -> UnsafePointer<UInt8>? {
    var end = at + 1
    var local = end
    while end < limit, end.pointee > 0x20, end.pointee != 0x3E, end.pointee != 0x2F {
      if end.pointee == 0x3A { local = end + 1 }
      end += 1
    }
    let name = end
    while end < limit, end.pointee != 0x3E {
      if end.pointee == 0x22 || end.pointee == 0x27 {
        let quote = end.pointee
        end += 1
        while end < limit, end.pointee != quote {
          if end.pointee == 0x3C { throw .broken("a tag in \(place) is not closed") }
          end += 1
        }
        guard end < limit else { return nil }
      } else if end.pointee == 0x3C {
        throw .broken("a tag in \(place) is not closed")
      }
      end += 1
    }
    guard end < limit else { return nil }
    guard name > at + 1 else { throw .broken("\(place) has a tag without a name") }
    let isEmpty = end[-1] == 0x2F
    let code = TagBytes.code(local, name - local)
    let raw = UnsafeBufferPointer(start: at, count: end + 1 - at)
    isBegun = true
    listener.begin(
      TagBytes(
        code: code, start: at + 1, attributes: name, end: isEmpty ? end - 1 : end,
        isEmpty: isEmpty, raw: raw))
    if isEmpty {
      listener.end(code, raw: UnsafeBufferPointer(start: nil, count: 0))
    } else {
      guard open.count < deepest else {
        throw .tooMuch("in \(place) elements lie more than \(deepest) deep in each other")
      }
      open.append(TagBytes.code(at + 1, name - (at + 1)))
    }
    return end + 1
  }

  private func closing(
    _ at: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>
  ) throws(Unreadable) -> UnsafePointer<UInt8>? {
    let name = at + 2
    var end = name
    var local = name
    while end < limit, end.pointee > 0x20, end.pointee != 0x3E {
      if end.pointee == 0x3A { local = end + 1 }
      end += 1
    }
    let nameEnd = end
    while end < limit, end.pointee <= 0x20 { end += 1 }
    guard end < limit else { return nil }
    guard end.pointee == 0x3E, open.popLast() == TagBytes.code(name, nameEnd - name) else {
      throw .broken("the elements of \(place) are not closed as they were opened")
    }
    listener.end(
      TagBytes.code(local, nameEnd - local),
      raw: UnsafeBufferPointer(start: at, count: end + 1 - at))
    return end + 1
  }

  /// Comments and CDATA.
  private func special(
    _ at: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>
  ) throws(Unreadable) -> UnsafePointer<UInt8>? {
    guard limit - at >= 9 else { return nil }
    if at[2] == 0x2D, at[3] == 0x2D { return Self.find("-->", from: at + 4, limit) }
    guard at[2] == 0x5B, !open.isEmpty else {
      throw .broken("\(place) declares a document type, which no workbook has")
    }
    guard let end = Self.find("]]>", from: at + 9, limit) else { return nil }
    let start = at + 9
    listener.text(UnsafeBufferPointer(start: start, count: end - 3 - start), isEscaped: false)
    return end
  }

  /// The place after the next occurrence of a few bytes.
  private static func find(
    _ mark: StaticString, from: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    let count = mark.utf8CodeUnitCount
    var at = from
    while limit - at >= count {
      var index = 0
      while index < count, at[index] == mark.utf8Start[index] { index += 1 }
      if index == count { return at + count }
      at += 1
    }
    return nil
  }
}

/// Puts the characters in the place of `&amp;` and its like. What is no escape stays as it is.
enum MarkupEscapes {
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    guard bytes.contains(0x26) else { return out.append(contentsOf: bytes) }
    var rest = bytes[...]
    while let mark = rest.firstIndex(of: 0x26) {
      out.append(contentsOf: rest[..<mark])
      guard let end = rest[mark...].prefix(12).firstIndex(of: 0x3B) else {
        out.append(0x26)
        rest = rest[(mark + 1)...]
        continue
      }
      let name = String(decoding: rest[(mark + 1)..<end], as: UTF8.self)
      out += (character(name) ?? "&\(name);").utf8
      rest = rest[(end + 1)...]
    }
    out.append(contentsOf: rest)
  }

  private static func character(_ name: String) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let value =
        digits.hasPrefix("x") || digits.hasPrefix("X")
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
  }
}
