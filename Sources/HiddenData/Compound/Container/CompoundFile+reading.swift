package import Documents

extension CompoundFile {
  /// Everything that lies directly in a storage, by name.
  func children(of storage: Int = 0) -> [CompoundEntry] {
    (contents[storage] ?? []).map { entries[$0] }.sorted { $0.name < $1.name }
  }

  /// What of this name lies in a storage; upper and lower case are alike.
  package func entry(_ name: String, in storage: Int = 0) -> CompoundEntry? {
    let folded = name.foldedASCII
    return (contents[storage] ?? []).lazy.map { entries[$0] }.first {
      $0.name.foldedASCII == folded
    }
  }

  /// All that lies in a storage or in what lies in it.
  func everything(under storage: Int = 0) -> [CompoundEntry] {
    var found: [CompoundEntry] = []
    var waiting = contents[storage] ?? []
    while let index = waiting.popLast() {
      found.append(entries[index])
      waiting += contents[index] ?? []
    }
    return found.sorted { $0.index < $1.index }
  }

  /// A stream of this name in a storage; nil where there is none.
  package func stream(_ name: String, in storage: Int = 0) throws(Unreadable) -> [UInt8]? {
    guard let entry = entry(name, in: storage), entry.kind == .stream else { return nil }
    return try data(of: entry)
  }

  /// What a stream holds.
  ///
  /// - Throws: ``Unreadable`` where its sectors do not hold all of it.
  package func data(of entry: CompoundEntry) throws(Unreadable) -> [UInt8] {
    guard entry.kind == .stream, entry.size > 0 else { return [] }
    guard let chain = chains[entry.index] else {
      throw .broken("the stream '\(entry.plainName)' lies outside of the file or in another stream")
    }
    var data: [UInt8] = []
    data.reserveCapacity(min(entry.size, bytes.count))
    for sector in chain {
      data += entry.size < cutoff ? miniSector(sector) : bytes[range(of: sector)]
      if data.count >= entry.size { break }
    }
    guard data.count >= entry.size else {
      throw .broken("the stream '\(entry.plainName)' breaks off")
    }
    data.removeLast(data.count - entry.size)
    return data
  }

  /// Sixty-four bytes of the mini stream; empty where it breaks off.
  func miniSector(_ index: Int) -> ArraySlice<UInt8> {
    let start = index * Self.miniSectorSize
    guard let chain = chains[0], start / sectorSize < chain.count else { return [] }
    let sector = range(of: chain[start / sectorSize])
    let from = min(sector.lowerBound + start % sectorSize, sector.upperBound)
    return bytes[from..<min(from + Self.miniSectorSize, sector.upperBound)]
  }
}
