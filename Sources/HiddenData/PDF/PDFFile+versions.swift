extension PDFFile {
  /// Which saving of the file an object belongs to, the first being 1.
  func version(at offset: Int) -> Int { scan.ends.filter { $0 <= offset }.count + 1 }

  /// Whether a number once stood for an object and now stands for another, or for none.
  func wasReplaced(_ number: Int) -> Bool {
    switch current.table[number] {
    case nil: false
    case .free: sections.dropFirst().contains { ($0.places[number] ?? .free) != .free }
    default: true
    }
  }

  /// Whether two streams hold the same bytes.
  func sameBytes(_ left: PDFObject, _ right: PDFObject) -> Bool {
    guard let left = left.stream?.range, let right = right.stream?.range,
      left.count == right.count
    else { return false }
    return source.bytes[left].elementsEqual(source.bytes[right])
  }
}
