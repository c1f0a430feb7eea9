package import Documents

/// A compound file (MS-CFB), the container of .doc, .xls, .ppt, .msg, vbaProject.bin and OLE objects:
/// a small file system of storages and streams.
///
/// Every sector is given to one owner as the file is opened, so that chains that loop, run out of the
/// file or cross each other are known before anything is read, and what belongs to nobody is slack.
package struct CompoundFile: Sendable {
  /// The first bytes of every compound file.
  package static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  let bytes: [UInt8]
  let sectorSize: Int
  /// Streams smaller than this lie in the mini stream.
  let cutoff: Int
  /// Every slot of the directory, in use or not. The first is the root.
  private(set) var entries: [CompoundEntry] = []
  /// The slots that lie directly in a storage.
  private(set) var contents: [Int: [Int]] = [:]
  /// What is wrong with the container itself; streams that cannot be read say so when they are read.
  private(set) var damages: [String] = []

  private(set) var fat: [UInt32] = []
  /// The sectors in which the table of sectors lies.
  private(set) var fatSectors: [Int] = []
  private(set) var miniFAT: [UInt32] = []
  /// The sectors of each stream or of the mini stream, by slot of the directory.
  private(set) var chains: [Int: [Int]] = [:]
  /// The sectors of the directory, in order.
  private(set) var directory: [Int] = []
  /// Who owns a sector: nobody is false.
  private(set) var taken: [Bool] = []
  private(set) var miniTaken: [Bool] = []

  static let miniSectorSize = 64
  private static let mostEntries = 200_000
  private static let free: UInt32 = 0xFFFF_FFFF
  private static let endOfChain: UInt32 = 0xFFFF_FFFE

  /// Whether these bytes begin like a compound file.
  package static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  /// Opens a compound file.
  ///
  /// - Throws: ``Unreadable`` where the header or the directory cannot be read.
  package init(_ bytes: [UInt8]) throws(Unreadable) {
    guard Self.recognises(bytes) else { throw .broken("it does not begin like a compound file") }
    self.bytes = bytes
    var reader = ByteReader(bytes)
    reader.position = 24
    _ = try reader.uint16()
    _ = try reader.uint16()
    guard try reader.uint16() == 0xFFFE else { throw .broken("its byte order is not known") }
    let shift = Int(try reader.uint16())
    guard shift == 9 || shift == 12 else { throw .broken("its sectors have no known size") }
    sectorSize = 1 << shift
    _ = try reader.uint16()
    reader.position = 44
    _ = try reader.uint32()
    let directoryStart = try reader.uint32()
    _ = try reader.uint32()
    let cutoff = Int(try reader.uint32())
    self.cutoff = (64...65_536).contains(cutoff) ? cutoff : 4_096
    let miniStart = try reader.uint32()
    _ = try reader.uint32()
    let more = try reader.uint32()
    _ = try reader.uint32()
    var listed: [UInt32] = []
    for _ in 0..<109 { listed.append(try reader.uint32()) }

    taken = Array(repeating: false, count: sectorCount)
    try readFAT(listed, more: more)
    directory = try claim(directoryStart, what: "its directory")
    guard !directory.isEmpty else { throw .broken("its directory is missing") }
    guard directory.count * sectorSize / 128 <= Self.mostEntries else {
      throw .tooMuch("it has more than \(Self.mostEntries) entries")
    }
    readEntries()
    guard let root = entries.first, root.kind == .root else {
      throw .broken("its directory has no root")
    }
    placeEntries()
    readMiniFAT(miniStart)
    claimStreams()
  }

  /// How many sectors there are, a last one that breaks off included.
  var sectorCount: Int { max(0, (bytes.count - 1) / sectorSize) }

  /// Where a sector lies in the file.
  func range(of sector: Int) -> Range<Int> {
    let start = (sector + 1) * sectorSize
    return min(start, bytes.count)..<min(start + sectorSize, bytes.count)
  }

  // MARK: Opening

  private mutating func readFAT(_ listed: [UInt32], more: UInt32) throws(Unreadable) {
    var places = listed.filter { $0 < 0xFFFF_FFFA }.map(Int.init)
    var next = more
    // The further list is a chain of its own: its last number names the next sector. A sector can be
    // taken once, so it ends.
    while next < 0xFFFF_FFFA {
      guard take(Int(next)) else { throw .broken("the list of its sector tables does not end") }
      let numbers = uint32s(range(of: Int(next)))
      places += numbers.dropLast().filter { $0 < 0xFFFF_FFFA }.map(Int.init)
      next = numbers.last ?? Self.endOfChain
    }
    for place in places {
      guard take(place) else { throw .broken("a sector table lies outside of it") }
      fat += uint32s(range(of: place))
      fatSectors.append(place)
    }
    guard !fat.isEmpty else { throw .broken("it has no sector table") }
  }

  private func uint32s(_ range: Range<Int>) -> [UInt32] {
    stride(from: range.lowerBound, to: range.upperBound - 3, by: 4).map {
      UInt32(bytes[$0]) | UInt32(bytes[$0 + 1]) << 8 | UInt32(bytes[$0 + 2]) << 16
        | UInt32(bytes[$0 + 3]) << 24
    }
  }

  private mutating func take(_ sector: Int) -> Bool {
    guard taken.indices.contains(sector), !taken[sector] else { return false }
    taken[sector] = true
    return true
  }

  /// Follows a chain and makes its sectors the owner's.
  private mutating func claim(_ start: UInt32, what: String) throws(Unreadable) -> [Int] {
    var chain: [Int] = []
    var sector = start
    while sector != Self.endOfChain {
      guard sector < 0xFFFF_FFFA, take(Int(sector)) else {
        throw .broken("\(what) goes on where nothing of it can be")
      }
      chain.append(Int(sector))
      // A table that is too short for the file ends the chain.
      sector = Int(sector) < fat.count ? fat[Int(sector)] : Self.endOfChain
    }
    return chain
  }

  private mutating func readEntries() {
    for sector in directory {
      let range = range(of: sector)
      for start in stride(from: range.lowerBound, through: range.upperBound - 128, by: 128) {
        entries.append(
          CompoundEntry(bytes, at: start, index: entries.count, isLarge: sectorSize > 512))
      }
    }
  }

  /// Walks the tree from the root; what is not met is in nobody's folder.
  private mutating func placeEntries() {
    var met: Set<Int> = [0]
    entries[0].path = ""
    var waiting: [(slot: UInt32, parent: Int)] = [(entries[0].child, 0)]
    while let (slot, parent) = waiting.popLast() {
      guard slot != Self.free else { continue }
      let index = Int(slot)
      guard entries.indices.contains(index), entries[index].kind != .unused,
        met.insert(index).inserted
      else {
        if damages.isEmpty { damages = ["its directory points to itself or outside of itself"] }
        continue
      }
      entries[index].parent = parent
      contents[parent, default: []].append(index)
      let folder = entries[parent].path ?? ""
      // Names may be long and folders deep: the path is for people and is cut.
      let name = entries[index].plainName
      entries[index].path = folder.isEmpty ? name : String((folder + "/" + name).suffix(400))
      waiting.append((entries[index].right, parent))
      waiting.append((entries[index].left, parent))
      if entries[index].kind == .storage { waiting.append((entries[index].child, index)) }
    }
  }

  private mutating func readMiniFAT(_ start: UInt32) {
    do throws(Unreadable) {
      if entries[0].size > 0 {
        chains[0] = try claim(entries[0].start, what: "its store of small streams")
      }
      guard start != Self.endOfChain, start != Self.free else { return }
      for sector in try claim(start, what: "its table of small streams") {
        miniFAT += uint32s(range(of: sector))
      }
    } catch {
      damages.append("its store of small streams cannot be read")
    }
    miniTaken = Array(repeating: false, count: min(miniFAT.count, miniStreamSize / 64))
  }

  /// How much of the mini stream there is.
  var miniStreamSize: Int { min(entries[0].size, (chains[0]?.count ?? 0) * sectorSize) }

  private mutating func claimStreams() {
    for entry in entries where entry.kind == .stream && entry.path != nil && entry.size > 0 {
      chains[entry.index] =
        entry.size < cutoff
        ? claimMini(entry) : try? claim(entry.start, what: "'\(entry.name)'")
    }
  }

  private mutating func claimMini(_ entry: CompoundEntry) -> [Int]? {
    var chain: [Int] = []
    var sector = entry.start
    while sector != Self.endOfChain {
      let index = Int(sector)
      guard miniTaken.indices.contains(index), !miniTaken[index] else { return nil }
      miniTaken[index] = true
      chain.append(index)
      sector = miniFAT[index]
    }
    return chain
  }
}
