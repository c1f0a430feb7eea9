import Documents

/// Where an object stands, as a table of the file says.
enum PDFPlace: Equatable {
  case free
  case at(Int)
  /// Within a stream of objects.
  case packed(stream: Int, index: Int)
}

/// One table of objects with its trailer: a file has one for each time that it was saved.
struct PDFSection {
  var offset: Int
  var trailer: PDFDictionary
  var places: [Int: PDFPlace] = [:]
  /// The number of the stream that holds the table, where a stream does.
  var stream: Int?
}

/// Reads the tables of a file from the last one back.
struct PDFCrossReference {
  let source: PDFSource
  /// The newest first.
  private(set) var sections: [PDFSection] = []
  private var seen: Set<Int> = []

  init(_ source: PDFSource) { self.source = source }

  /// Follows `/Prev` from a table; false where one cannot be read.
  mutating func read(from start: Int) throws(Unreadable) -> Bool {
    var next: Int? = start
    while let given = next {
      guard given >= 0, seen.insert(given).inserted else { return !sections.isEmpty }
      guard seen.count <= 10_000 else { throw .tooMuch("it was saved more than 10,000 times") }
      guard var section = try section(at: given) else { return false }
      // A hybrid file says the same again for newer readers.
      if let hybrid = section.trailer["XRefStm"]?.int, seen.insert(hybrid).inserted,
        let more = try self.section(at: hybrid)
      {
        for (number, place) in more.places {
          if let known = section.places[number], known != .free { continue }
          section.places[number] = place
        }
      }
      sections.append(section)
      next = section.trailer["Prev"]?.int
    }
    return true
  }

  private func section(at given: Int) throws(Unreadable) -> PDFSection? {
    let (offset, overflow) = given.addingReportingOverflow(source.header)
    guard !overflow else { return nil }
    for place in source.header == 0 ? [given] : [offset, given] {
      var lexer = PDFLexer(source.bytes, from: place)
      switch lexer.next() {
      case .word("xref"): return try table(&lexer, at: place)
      case .object(.int): if let section = try stream(at: place) { return section }
      default: continue
      }
    }
    return nil
  }

  private func table(_ lexer: inout PDFLexer, at offset: Int) throws(Unreadable) -> PDFSection? {
    var section = PDFSection(offset: offset, trailer: [:])
    while true {
      switch lexer.next() {
      case .word("trailer"):
        guard let trailer = try lexer.object()?.dictionary else { return nil }
        section.trailer = trailer
        return section
      case .object(.int(let first)):
        guard case .object(.int(let count)) = lexer.next(), count >= 0, first >= 0,
          count <= source.bytes.count / 10 + 1
        else { return nil }
        for index in 0..<count {
          let back = lexer.position
          guard case .object(.int(let place)) = lexer.next() else {
            // Fewer rows than were announced.
            lexer.position = back
            break
          }
          guard case .object(.int) = lexer.next(), case .word(let kind) = lexer.next()
          else { return nil }
          let (number, overflow) = first.addingReportingOverflow(index)
          guard !overflow, section.places[number] == nil else { continue }
          section.places[number] =
            kind == "n" ? .at(place &+ source.header) : .free
        }
      default: return nil
      }
    }
  }

  private func stream(at offset: Int) throws(Unreadable) -> PDFSection? {
    guard let found = try source.indirect(at: offset), let stream = found.object.stream,
      stream.dictionary["Type"]?.name == "XRef",
      let data = source.decoded(stream, resolve: { $0 ?? .null })?.data,
      let widths = stream.dictionary["W"]?.array?.map({ $0.int ?? 0 }), widths.count >= 3,
      widths.allSatisfy({ (0...8).contains($0) })
    else { return nil }
    var section = PDFSection(offset: offset, trailer: stream.dictionary, stream: found.number)
    let size = stream.dictionary["Size"]?.int ?? 0
    let index = stream.dictionary["Index"]?.array?.map { $0.int ?? -1 } ?? [0, size]
    let row = widths.reduce(0, +)
    guard row > 0 else { return nil }
    var position = 0
    for pair in stride(from: 0, to: index.count - 1, by: 2) {
      let (first, count) = (index[pair], index[pair + 1])
      guard first >= 0, count >= 0 else { return nil }
      var done = 0
      while done < count, position + row <= data.count {
        defer {
          position += row
          done += 1
        }
        var fields: [Int] = []
        var start = position
        for width in widths.prefix(3) {
          fields.append(
            data[start..<(start + width)].reduce(0) { ($0 & 0xFF_FFFF_FFFF_FFFF) << 8 | Int($1) })
          start += width
        }
        let (number, overflow) = first.addingReportingOverflow(done)
        guard !overflow, section.places[number] == nil else { continue }
        switch widths[0] == 0 ? 1 : fields[0] {
        case 0: section.places[number] = .free
        case 1: section.places[number] = .at(fields[1] &+ source.header)
        case 2: section.places[number] = .packed(stream: fields[1], index: fields[2])
        default: continue
        }
      }
    }
    return section
  }
}
