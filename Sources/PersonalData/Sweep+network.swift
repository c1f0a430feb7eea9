/// Addresses on networks.
extension Sweep {
  /// `10.1.2.3`, with its prefix length or port: four numbers up to 255 that are no version or section.
  mutating func internetAddress(_ start: Int) -> Int? {
    var index = start
    var parts = SIMD4<Int>()
    for part in 0..<4 {
      let end = text.endOfDigits(index)
      guard (1...3).contains(end - index), end - index == 1 || text[index] != 0x30 else {
        return nil
      }
      parts[part] = text.value(index..<end)
      guard parts[part] <= 255 else { return nil }
      index = end
      if part < 3 {
        guard text[index] == 0x2E else { return nil }
        index += 1
      }
    }
    guard !text.isWord(index), text[index] != 0x2E || !text.isDigit(index + 1),
      !isNear(.numbering, start, within: 6), text[start - 1] != 0x28 || parts.max() > 30
    else { return nil }
    // Numbered paragraphs: 3.1.2.4 at the beginning of a line.
    if parts.max() <= 30, text.lineStart(start, limit: 8) == start { return nil }
    // Loopback, nothing, masks.
    guard parts[0] != 127, parts[0] != 255, parts[0] != 0 else { return index }
    if text[index] == 0x2F, text.isDigit(index + 1) { index = text.endOfDigits(index + 1) }
    let isPrivate =
      parts[0] == 10 || (parts[0] == 172 && (16...31).contains(parts[1]))
      || (parts[0] == 192 && parts[1] == 168)
    add(
      .ipAddress, start..<index, parts.max() <= 30 && !isPrivate ? .medium : .high,
      isPrivate
        ? "an IP address of a private network: it shows how the network is laid out"
        : "four numbers up to 255: an IP address")
    return index
  }

  /// An IPv6 or MAC address around a colon.
  mutating func hexAddress(at colon: Int) -> Int? {
    guard text.isHex(colon + 1) || text[colon + 1] == 0x3A else { return nil }
    var start = colon
    while start > 0, colon - start < 5, text.isHex(start - 1) { start -= 1 }
    guard colon - start <= 4, !text.isWord(start - 1) else { return nil }
    if colon - start == 2, let end = hardwareAddress(start) { return end }
    return internetAddress6(start)
  }

  private mutating func internetAddress6(_ start: Int) -> Int? {
    var index = start
    var groups = 0
    var hasGap = false
    var hasDigit = false
    var longest = 0
    while index - start < 45 {
      let first = index
      while text.isHex(index), index - first < 5 {
        hasDigit = hasDigit || text.isDigit(index)
        index += 1
      }
      guard index - first <= 4 else { return nil }
      if index > first { groups += 1 }
      longest = max(longest, index - first)
      guard text[index] == 0x3A else { break }
      if text[index + 1] == 0x3A {
        guard !hasGap else { break }
        hasGap = true
        index += 2
      } else {
        guard text.isHex(index + 1) else { break }
        index += 1
      }
    }
    marksReadTo = max(marksReadTo, index)
    guard hasGap ? (2...7).contains(groups) : groups == 8, longest >= 3, hasDigit,
      !text.isWord(index)
    else { return nil }
    if text[index] == 0x2F, text.isDigit(index + 1) { index = text.endOfDigits(index + 1) }
    add(.ipAddress, start..<index, .high, "has the form of an IPv6 address")
    return index
  }

  /// Six pairs of hexadecimal digits, `00:1A:2B:3C:4D:5E`, or three fours, `001a.2b3c.4d5e`.
  mutating func hardwareAddress(_ start: Int) -> Int? {
    guard text.isHex(start), text.isHex(start + 1), !text.isWord(start - 1) else { return nil }
    let isFours = text.isHex(start + 2)
    let mark = text[start + (isFours ? 4 : 2)]
    guard isFours ? mark == 0x2E : mark == 0x3A || mark == 0x2D else { return nil }
    let size = isFours ? 4 : 2
    let groups = isFours ? 3 : 6
    for group in 0..<groups {
      let first = start + group * (size + 1)
      for index in first..<(first + size) where !text.isHex(index) { return nil }
      let after = text[first + size]
      guard group == groups - 1 ? !text.isWord(first + size) && after != mark : after == mark else {
        return nil
      }
    }
    let end = start + groups * (size + 1) - 1
    // Six pairs of decimal digits with hyphens are rather a reference.
    let isDecimal = (start..<end).allSatisfy { text.isDigit($0) || text[$0] == mark }
    guard !isDecimal || mark == 0x3A else { return nil }
    add(
      .macAddress, start..<end, .high,
      "six pairs of hexadecimal digits: the address of a network card")
    return end
  }
}
