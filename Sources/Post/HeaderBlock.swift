/// The header lines at the top of a message or a part.
struct HeaderBlock {
  /// A header: its name in small letters, and its value with folded lines joined.
  struct Field {
    var name: String
    var value: Bytes
  }

  private(set) var fields: [Field] = []

  /// Reads the lines at the top of `bytes` and returns what follows them.
  ///
  /// The block ends at an empty line. A line that cannot be a header ends it too: some programs
  /// forget the empty line, and their text should not be lost.
  static func read(_ bytes: Bytes) -> (headers: HeaderBlock, body: Bytes) {
    var headers = HeaderBlock()
    var lines = Lines(bytes)
    var body = bytes
    while let line = lines.next() {
      if line.isEmpty { return (headers, lines.rest) }
      if line.first?.isBlank == true, !headers.fields.isEmpty {
        headers.fields[headers.fields.count - 1].value += line
      } else if let field = Field(line) {
        headers.fields.append(field)
      } else {
        return (headers, body)
      }
      body = lines.rest
    }
    return (headers, body)
  }

  /// The value of the first header of this name.
  subscript(name: String) -> Bytes? {
    fields.first { $0.name == name }?.value
  }

  /// The values of all headers of this name.
  func all(_ name: String) -> [Bytes] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// Whether a header of this name is there.
  func has(_ name: String) -> Bool { self[name] != nil }
}

extension HeaderBlock.Field {
  /// Reads `name: value`; nil where the name is empty or has a blank or a control character in it.
  init?(_ line: Bytes) {
    guard let colon = line.prefix(200).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var name = line[..<colon]
    // Old programs leave a blank before the colon.
    while name.last?.isBlank == true { name.removeLast() }
    guard !name.isEmpty, name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    self.name = name.name
    value = line[(colon + 1)...]
  }
}
