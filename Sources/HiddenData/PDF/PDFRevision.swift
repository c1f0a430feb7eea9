import Documents

/// The objects of a PDF as one saving of it left them.
final class PDFRevision {
  let source: PDFSource
  let trailer: PDFDictionary
  private(set) var table: [Int: PDFPlace]
  /// Objects by number that the whole file was searched for, where its table leads astray.
  var fallback: [Int: Int] = [:]
  /// Whether the table led astray and the search helped.
  private(set) var wasRepaired = false
  private var objects: [Int: PDFObject] = [:]
  private var opening: Set<Int> = []

  init(_ source: PDFSource, sections: some Collection<PDFSection>) {
    self.source = source
    trailer = sections.first?.trailer ?? [:]
    var table: [Int: PDFPlace] = [:]
    for section in sections {
      table.merge(section.places) { newer, _ in newer }
    }
    self.table = table
  }

  init(_ source: PDFSource, table: [Int: PDFPlace], trailer: PDFDictionary) {
    self.source = source
    self.table = table
    self.trailer = trailer
  }

  /// What a number stands for; null where it stands for nothing.
  func object(_ number: Int) -> PDFObject {
    if let known = objects[number] { return known }
    // A length that is found in the stream that it belongs to would go round for ever.
    guard opening.count < 64, opening.insert(number).inserted else { return .null }
    defer { opening.remove(number) }
    let object = find(number)
    objects[number] = object
    return object
  }

  /// The value behind a reference, or the value itself.
  func resolve(_ object: PDFObject?) -> PDFObject {
    guard var value = object else { return .null }
    var steps = 0
    while case .reference(let number) = value {
      steps += 1
      guard steps < 32 else { return .null }
      value = self.object(number)
    }
    return value
  }

  /// The value of a key.
  func value(_ dictionary: PDFDictionary?, _ key: String) -> PDFObject {
    resolve(dictionary?[key])
  }

  /// A stream unpacked; a failure is told where it was to be text.
  func decoded(_ stream: PDFStream) -> PDFFilters.Decoded? {
    source.decoded(stream, resolve: resolve)
  }

  /// Where an object of the file itself begins, as opposed to one within another.
  func offset(of number: Int) -> Int? {
    guard case .at(let offset) = table[number] else { return fallback[number] }
    return indirect(number, at: offset)?.range.lowerBound ?? fallback[number]
  }

  /// Where the stream of objects begins in which an object lies.
  func holder(of number: Int) -> Int? {
    if case .packed(let stream, _) = table[number] { offset(of: stream) } else { nil }
  }

  private func find(_ number: Int) -> PDFObject {
    switch table[number] {
    case .at(let offset):
      if let found = indirect(number, at: offset) { return found.object }
    case .packed(let stream, let index):
      if let object = packed(in: stream, index: index, number: number) { return object }
    case .free: return .null
    case nil: break
    }
    guard let offset = fallback[number], let found = indirect(number, at: offset) else {
      return .null
    }
    wasRepaired = true
    return found.object
  }

  private func indirect(_ number: Int, at offset: Int) -> PDFSource.PDFIndirect? {
    for place in [offset, offset - source.header] {
      do throws(Unreadable) {
        let found = try source.indirect(at: place) { self.object($0).int }
        if let found, found.number == number { return found }
      } catch { source.run.fail(error) }
      if source.header == 0 { break }
    }
    return nil
  }

  private func packed(in number: Int, index: Int, number wanted: Int) -> PDFObject? {
    guard let stream = object(number).stream, let list = source.packed(stream, in: self)
    else { return nil }
    if list.indices.contains(index), list[index].number == wanted { return list[index].object }
    return list.first { $0.number == wanted }?.object
  }
}

extension PDFSource {
  /// The objects that lie packed in a stream.
  func packed(_ stream: PDFStream, in revision: PDFRevision) -> [PackedObject]? {
    let key = stream.range.lowerBound
    if let known = packedObjects[key] { return known }
    packedObjects[key] = []
    guard let decoded = revision.decoded(stream),
      let count = revision.value(stream.dictionary, "N").int,
      let first = revision.value(stream.dictionary, "First").int, count >= 0, first >= 0
    else { return nil }
    if !decoded.isWhole { run.fail(.broken("a stream of objects in it cannot be unpacked")) }
    let data = decoded.data
    var lexer = PDFLexer(data, to: first)
    var list: [PackedObject] = []
    do throws(Unreadable) {
      for _ in 0..<min(count, data.count) {
        guard case .object(.int(let number)) = lexer.next(),
          case .object(.int(let offset)) = lexer.next(), offset >= 0, offset <= data.count
        else { break }
        var inner = PDFLexer(data, from: first &+ offset)
        list.append(PackedObject(number: number, object: try inner.object() ?? .null))
      }
    } catch { run.fail(error) }
    packedObjects[key] = list
    return list
  }

  /// An object within a stream of objects.
  struct PackedObject {
    var number: Int
    var object: PDFObject
  }
}
