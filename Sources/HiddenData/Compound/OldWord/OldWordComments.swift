import Documents

/// Reports comments: author, initials and text.
enum OldWordComments {
  static func inspect(_ document: OldWordFile, run: InspectionRun) throws(Unreadable) {
    let part = document.ranges[4]
    guard !part.isEmpty else { return }
    let authors = try owners(document.structure(36))
    let marks = Array(try document.structure(4))
    let places = Array(try document.structure(5))
    let count = max(0, (marks.count - 4) / 34)
    var told = part.lowerBound
    var reader = ByteReader(places)
    for index in 0..<count where 4 * (index + 2) <= places.count {
      reader.position = 4 * index
      let from = min(part.lowerBound + Int(try reader.uint32()), part.upperBound)
      let to = min(part.lowerBound + Int(try reader.uint32()), part.upperBound)
      guard from < to else { continue }
      told = max(told, to)
      report(
        document.text(from..<to), author: author(marks, 4 * (count + 1) + 30 * index, authors),
        run: run)
    }
    // What the tables do not name is told as well.
    if told < part.upperBound {
      report(document.text(told..<part.upperBound), author: "", run: run)
    }
  }

  private static func report(_ text: String, author: String, run: InspectionRun) {
    let text = OldWordFile.plain(text).trimmed
    guard !text.isEmpty else { return }
    run.report(
      OldWordClasses.comment, at: author.isEmpty ? "a comment" : "a comment by \(author)",
      showing: text, removable: false)
  }

  private static func author(_ marks: [UInt8], _ start: Int, _ authors: [String]) -> String {
    guard start + 22 <= marks.count else { return "" }
    let number = Int(marks[start + 20]) | Int(marks[start + 21]) << 8
    if authors.indices.contains(number) { return authors[number].trimmed }
    let length = min(9, Int(marks[start]))
    return CodePage.utf16(Array(marks[(start + 2)..<(start + 2 + 2 * length)])).trimmed
  }

  /// A row of texts without a count.
  private static func owners(_ bytes: ArraySlice<UInt8>) -> [String] {
    var reader = ByteReader(Array(bytes))
    var owners: [String] = []
    while let length = try? reader.uint16(), let text = try? reader.take(2 * Int(length)) {
      owners.append(CodePage.utf16(text))
    }
    return owners
  }
}
