/// Paths on machines and shares.
extension Sweep {
  /// `\\server\share\folder` or `C:\Users\jsmith`.
  mutating func windowsPath(at mark: Int) -> Int? {
    if text[mark + 1] == 0x5C, text.isAlphanumeric(mark + 2), text[mark - 1] != 0x5C {
      let end = endOfPath(mark + 2)
      guard (mark + 2..<end).contains(where: { text[$0] == 0x5C }) else { return nil }
      marksReadTo = end
      add(.filePath, mark..<end, .high, "a path on a share: it names a server")
      return end
    }
    guard text[mark - 1] == 0x3A, text.isASCIILetter(mark - 2), !text.isWord(mark - 3) else {
      return nil
    }
    let end = endOfPath(mark + 1)
    guard end > mark + 1 else { return nil }
    marksReadTo = end
    let isOwn =
      text.matches("users\\", at: mark + 1)
      || text.matches("documents and settings\\", at: mark + 1)
    add(
      .filePath, (mark - 2)..<end, isOwn ? .high : .medium,
      isOwn ? "a path that names a person's account" : "a path on a machine")
    return end
  }

  /// `/home/jsmith/…` or `/Users/jsmith/…`, not as part of a web address.
  mutating func unixPath(at mark: Int) -> Int? {
    let prefix: Int
    if text.matches("/home/", at: mark) {
      prefix = 6
    } else if text.matches("/users/", at: mark) {
      prefix = 7
    } else {
      return nil
    }
    let before = text[mark - 1]
    guard !text.isWord(mark - 1), before != 0x2F, before != 0x2E, before != 0x2D,
      text.isWord(mark + prefix)
    else { return nil }
    let end = endOfPath(mark + prefix)
    marksReadTo = end
    add(.filePath, mark..<end, .high, "a path that names a person's account")
    return end
  }

  /// Where a path ends: at a blank, a quotation mark, a bracket; without the stop of its sentence.
  private func endOfPath(_ start: Int) -> Int {
    var end = start
    while end < text.count, end - start < 260, text[end] > 0x20,
      ![0x22, 0x3C, 0x3E, 0x7C, 0x2C, 0x3B, 0x2A, 0x3F, 0x29].contains(text[end])
    {
      if text[end] == 0xC2 || text[end] == 0xE2 { break }
      end += 1
    }
    while end > start, [0x2E, 0x27, 0x3A, 0x21].contains(text[end - 1]) { end -= 1 }
    // Never in the middle of a scalar.
    while end > start, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
