import Documents

/// Writes small compound files: the parts of a document that are files of their own, and examples.
///
/// Streams lie in whole sectors of 512 bytes; those under 4,096 bytes in the mini stream, as the format
/// wants.
struct CompoundWriter {
  private struct Item {
    let name: String
    let isStream: Bool
    let data: [UInt8]
    var children: [Int] = []
  }

  private var items = [Item(name: "Root Entry", isStream: false, data: [])]

  /// Adds a storage and answers by which number things are put into it.
  mutating func addStorage(_ name: String, in parent: Int = 0) -> Int {
    add(Item(name: name, isStream: false, data: []), to: parent)
  }

  /// Adds a stream.
  mutating func addStream(_ name: String, _ data: [UInt8], in parent: Int = 0) {
    _ = add(Item(name: name, isStream: true, data: data), to: parent)
  }

  private mutating func add(_ item: Item, to parent: Int) -> Int {
    items.append(item)
    items[parent].children.append(items.count - 1)
    return items.count - 1
  }

  /// A storage of a file as a file of its own.
  static func file(of file: CompoundFile, under storage: CompoundEntry) throws(Unreadable)
    -> [UInt8]
  {
    var writer = CompoundWriter()
    try writer.copy(file, from: storage.index, to: 0)
    return writer.bytes
  }

  /// Copies what lies in a storage of another file, however deep.
  mutating func copy(
    _ file: CompoundFile, from storage: Int, to target: Int,
    changing: (CompoundEntry, [UInt8]) -> [UInt8] = { $1 }
  ) throws(Unreadable) {
    var waiting = [(from: storage, to: target)]
    while let (from, to) = waiting.popLast() {
      for entry in file.children(of: from) {
        if entry.kind == .stream {
          addStream(entry.name, changing(entry, try file.data(of: entry)), in: to)
        } else {
          waiting.append((entry.index, addStorage(entry.name, in: to)))
        }
      }
    }
  }

  // MARK: The file

  private static let sector = 512
  private static let endOfChain: UInt32 = 0xFFFF_FFFE
  private static let none: UInt32 = 0xFFFF_FFFF

  /// The file.
  var bytes: [UInt8] {
    var layout = Layout()
    var starts: [(start: UInt32, size: Int)] = items.map { _ in (0, 0) }
    for (index, item) in items.enumerated() where item.isStream {
      let start = item.data.count < 4_096 ? layout.addMini(item.data) : layout.add(item.data)
      starts[index] = (item.data.isEmpty ? Self.endOfChain : start, item.data.count)
    }
    let miniCount = layout.mini.count
    let rootStart = layout.add(layout.mini)
    starts[0] = (miniCount == 0 ? Self.endOfChain : rootStart, miniCount)
    let miniSectors = (layout.miniFAT.count + 127) / 128
    let blanks = Array(repeating: Self.none, count: miniSectors * 128 - layout.miniFAT.count)
    let miniTable = layout.add(Self.numbers(layout.miniFAT + blanks))
    let directory = layout.add(entries(starts))
    return layout.file(directory: directory, miniTable: miniTable, miniSectors: miniSectors)
  }

  private static func numbers(_ numbers: [UInt32]) -> [UInt8] { numbers.flatMap(\.littleEndian4) }

  private func entries(_ starts: [(start: UInt32, size: Int)]) -> [UInt8] {
    var siblings: [Int: (left: Int?, right: Int?)] = [:]
    var children: [Int: Int] = [:]
    for (index, item) in items.enumerated() {
      // Names are ordered by length and then by letter; a balanced tree keeps readers from going deep.
      let sorted = item.children.sorted {
        let (one, two) = (items[$0].name, items[$1].name)
        return (one.utf16.count, one.uppercased()) < (two.utf16.count, two.uppercased())
      }
      children[index] = Self.tree(sorted[...], &siblings)
    }
    var out: [UInt8] = []
    for (index, item) in items.enumerated() {
      let units = Array(item.name.utf16.prefix(31))
      let name = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      out += name + Array(repeating: 0, count: 64 - name.count)
      out += [UInt8(2 * (units.count + 1)), 0, index == 0 ? 5 : item.isStream ? 2 : 1, 1]
      for link in [siblings[index]?.left, siblings[index]?.right, children[index]] {
        out += (link.map { UInt32($0) } ?? Self.none).littleEndian4
      }
      out += Array(repeating: 0, count: 36) + starts[index].start.littleEndian4
      out += UInt32(clamping: starts[index].size).littleEndian4 + [0, 0, 0, 0]
    }
    while out.count % Self.sector != 0 {
      // An unused entry points nowhere.
      out += Array(repeating: 0, count: 68) + Array(repeating: 0xFF, count: 12)
      out += Array(repeating: 0, count: 48)
    }
    return out
  }

  private static func tree(
    _ sorted: ArraySlice<Int>, _ siblings: inout [Int: (left: Int?, right: Int?)]
  ) -> Int? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.startIndex + sorted.count / 2
    let left = tree(sorted[..<middle], &siblings)
    let right = tree(sorted[(middle + 1)...], &siblings)
    siblings[sorted[middle]] = (left, right)
    return sorted[middle]
  }

  /// Sectors and their tables while a file is written.
  private struct Layout {
    var body: [UInt8] = []
    var fat: [UInt32] = []
    var mini: [UInt8] = []
    var miniFAT: [UInt32] = []

    mutating func add(_ data: [UInt8]) -> UInt32 {
      guard !data.isEmpty else { return CompoundWriter.endOfChain }
      let start = fat.count
      body += data + Array(repeating: 0, count: (512 - data.count % 512) % 512)
      let count = (data.count + 511) / 512
      for index in 1...count {
        fat.append(index == count ? CompoundWriter.endOfChain : UInt32(start + index))
      }
      return UInt32(start)
    }

    mutating func addMini(_ data: [UInt8]) -> UInt32 {
      guard !data.isEmpty else { return CompoundWriter.endOfChain }
      let start = miniFAT.count
      mini += data + Array(repeating: 0, count: (64 - data.count % 64) % 64)
      let count = (data.count + 63) / 64
      for index in 1...count {
        miniFAT.append(index == count ? CompoundWriter.endOfChain : UInt32(start + index))
      }
      return UInt32(start)
    }

    /// The header, the sectors, and the sector tables at the end.
    func file(directory: UInt32, miniTable: UInt32, miniSectors: Int) -> [UInt8] {
      // The tables describe themselves: 128 numbers a sector, and 127 tables in each further list.
      var tables = 0
      var lists = 0
      while true {
        let needed = (fat.count + tables + lists + 127) / 128
        let neededLists = needed > 109 ? (needed - 109 + 126) / 127 : 0
        if needed == tables, neededLists == lists { break }
        (tables, lists) = (needed, neededLists)
      }
      let firstTable = fat.count
      var fat = fat + Array(repeating: 0xFFFF_FFFD, count: tables)
      fat += Array(repeating: 0xFFFF_FFFC, count: lists)
      fat += Array(repeating: CompoundWriter.none, count: tables * 128 - fat.count)
      let places = (0..<tables).map { UInt32(firstTable + $0) }
      var out = CompoundFile.signature + Array(repeating: 0, count: 16)
      out += [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + Array(repeating: 0, count: 10)
      out += UInt32(tables).littleEndian4 + directory.littleEndian4 + [0, 0, 0, 0]
      out += UInt32(4_096).littleEndian4 + miniTable.littleEndian4
      out += UInt32(miniSectors).littleEndian4
      out += (lists > 0 ? UInt32(firstTable + tables) : CompoundWriter.endOfChain).littleEndian4
      out += UInt32(lists).littleEndian4
      let listed = places.prefix(109)
      let blanks = Array(repeating: CompoundWriter.none, count: 109 - listed.count)
      out += CompoundWriter.numbers(listed + blanks) + body + CompoundWriter.numbers(fat)
      var rest = places.dropFirst(109)
      for list in 0..<lists {
        let part = Array(rest.prefix(127))
        rest = rest.dropFirst(127)
        let next =
          list + 1 < lists ? UInt32(firstTable + tables + list + 1) : CompoundWriter.endOfChain
        out += CompoundWriter.numbers(
          part + Array(repeating: CompoundWriter.none, count: 127 - part.count) + [next])
      }
      return out
    }
  }
}

extension UInt32 {
  /// The number as four bytes, lowest first.
  var littleEndian4: [UInt8] {
    [
      UInt8(truncatingIfNeeded: self), UInt8(truncatingIfNeeded: self >> 8),
      UInt8(truncatingIfNeeded: self >> 16), UInt8(truncatingIfNeeded: self >> 24),
    ]
  }
}
