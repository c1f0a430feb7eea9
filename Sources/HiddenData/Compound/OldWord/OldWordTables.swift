import Documents

/// Reports what Word keeps about people in tables of its own.
enum OldWordTables {
  /// The numbers of the tables with names of people: the document's own, who saved it, who changed it.
  static let ofPeople = [32, 71, 51]

  static func inspect(_ document: OldWordFile, run: InspectionRun) throws(Unreadable) {
    let saved = try strings(document.structure(71))
    // Names and paths take turns.
    for index in stride(from: 0, to: saved.count, by: 2) {
      let pair = saved[index..<min(index + 2, saved.count)].filter(PropertyInspector.isTelling)
      report("the list of who saved it", pair.joined(separator: ": "), run, removable: true)
    }
    let fields = [
      1: "template", 2: "title", 3: "subject", 4: "keywords", 6: "author",
      7: "last saved by", 8: "source of merged letters", 9: "head of merged letters",
    ]
    let kept = try strings(document.structure(32))
    for (index, name) in fields.sorted(by: { $0.key < $1.key }) where kept.indices.contains(index) {
      report("the document's own table, \(name)", kept[index], run, removable: true)
    }
    let authors = try strings(document.structure(51)).filter(PropertyInspector.isTelling)
    let people = authors.filter { $0.foldedASCII != "unknown" }
    report(
      "the list of who tracked changes", people.joined(separator: "; "), run, removable: true)
    try inspectVariables(document.structure(60), run: run)
  }

  private static func report(
    _ place: String, _ text: String, _ run: InspectionRun, removable: Bool = false
  ) {
    guard PropertyInspector.isTelling(text) else { return }
    run.report(OldWordClasses.properties, at: place, showing: text.trimmed, removable: removable)
  }

  /// Variables of the document: a table of names, and behind it the values in the same order.
  private static func inspectVariables(
    _ bytes: ArraySlice<UInt8>, run: InspectionRun
  ) throws(Unreadable) {
    guard !bytes.isEmpty else { return }
    var reader = ByteReader(Array(bytes))
    let names = try strings(&reader)
    for name in names {
      guard let length = try? reader.uint16(), let value = try? reader.take(2 * Int(length)) else {
        break
      }
      report("variable \(name)", "\(name) = \(CodePage.utf16(value))", run)
    }
  }

  /// The texts of a table of strings.
  static func strings(_ bytes: ArraySlice<UInt8>) throws(Unreadable) -> [String] {
    guard !bytes.isEmpty else { return [] }
    var reader = ByteReader(Array(bytes))
    return try strings(&reader)
  }

  private static func strings(_ reader: inout ByteReader) throws(Unreadable) -> [String] {
    let (places, isWide) = try places(&reader)
    return places.map { place in
      let letters = Array(reader.bytes[place])
      return isWide ? CodePage.utf16(letters) : CodePage.western.decode(letters)
    }
  }

  /// Where the letters of a table of strings lie in it, and whether they are wide.
  static func places(
    _ reader: inout ByteReader
  ) throws(Unreadable) -> (places: [Range<Int>], isWide: Bool) {
    let first = Int(try reader.uint16())
    let isWide = first == 0xFFFF
    let count = isWide ? Int(try reader.uint16()) : first
    let further = Int(try reader.uint16())
    var places: [Range<Int>] = []
    for _ in 0..<count where reader.left > 0 {
      let length = isWide ? 2 * Int(try reader.uint16()) : Int(try reader.uint8())
      let start = reader.position
      try reader.skip(length)
      places.append(start..<(start + length))
      try reader.skip(further)
    }
    return (places, isWide)
  }
}
