extension CompoundFile {
  /// A stretch of the file that belongs to no stream, where something may have stayed behind.
  struct Slack {
    /// Where it is, as a person would say it.
    let place: String
    let bytes: [UInt8]
    /// Where it lies in the file, for blanking it.
    let ranges: [Range<Int>]
    /// Whether it may be blanked without knowing more of the document.
    let isBlankable: Bool

    init(
      _ place: String, _ file: CompoundFile, _ ranges: [Range<Int>], isBlankable: Bool = true
    ) {
      self.place = place
      self.isBlankable = isBlankable
      self.ranges = ranges
      bytes = ranges.flatMap { file.bytes[$0] }
    }

    /// A stream that the program of the file does not know.
    init(stray entry: CompoundEntry, of file: CompoundFile) {
      self.init(
        "the stream '\(entry.path ?? entry.plainName)', which the program does not write", file,
        CompoundFile.pieces(of: 0..<entry.size, file.ranges(of: entry, from: 0)),
        isBlankable: false)
    }
  }

  /// All that is not part of a stream, the directory or a table, longest stretches joined.
  var slack: [Slack] {
    unusedSectors + tails + unusedMiniSectors + unusedEntries + edges
  }

  private var unusedSectors: [Slack] {
    runs(of: taken.indices.filter { !taken[$0] }).map { run in
      Slack("unused sectors of the file", self, run.map(range))
    }
  }

  private var tails: [Slack] {
    entries.compactMap { entry -> Slack? in
      let ranges = ranges(of: entry, from: entry.size)
      guard !ranges.isEmpty else { return nil }
      let name = entry.index == 0 ? "the small streams" : "the stream '\(entry.plainName)'"
      return Slack("the rest of the last sector of \(name)", self, ranges)
    }
  }

  /// Where in the file a stream's bytes from a place on lie, up to the end of its last sector.
  func ranges(of entry: CompoundEntry, from start: Int) -> [Range<Int>] {
    guard let chain = chains[entry.index] else { return [] }
    let isMini = entry.index != 0 && entry.size < cutoff
    var left = start
    return chain.compactMap { sector -> Range<Int>? in
      let range = isMini ? miniSector(sector).indices : range(of: sector)
      let from = min(range.lowerBound + max(0, left), range.upperBound)
      left -= range.count
      return from < range.upperBound ? from..<range.upperBound : nil
    }
  }

  /// Where in the file a stretch of a stream lies.
  static func pieces(of stretch: Range<Int>, _ sectors: [Range<Int>]) -> [Range<Int>] {
    guard let size = sectors.first?.count, size > 0 else { return [] }
    var pieces: [Range<Int>] = []
    var at = stretch.lowerBound
    while at < stretch.upperBound, at / size < sectors.count {
      let sector = sectors[at / size]
      let from = min(sector.lowerBound + at % size, sector.upperBound)
      let to = min(from + stretch.upperBound - at, sector.upperBound)
      guard from < to else { break }
      pieces.append(from..<to)
      at += to - from
    }
    return pieces
  }

  private var unusedMiniSectors: [Slack] {
    let count = miniStreamSize / Self.miniSectorSize
    let unused = (0..<count).filter { !miniTaken.indices.contains($0) || !miniTaken[$0] }
    return runs(of: unused).map { run in
      Slack("unused sectors between the small streams", self, run.map { miniSector($0).indices })
    }
  }

  /// Slots of the directory that name nothing, and what stands behind the name of one in use.
  private var unusedEntries: [Slack] {
    entries.compactMap { entry -> Slack? in
      if entry.kind == .unused {
        return Slack(
          "an unused entry of the directory", self, [entry.place..<(entry.place + 128)])
      }
      let end = entry.place + min(64, 2 * (entry.name.utf16.count + 1))
      guard end < entry.place + 64 else { return nil }
      return Slack(
        "the directory, behind the name '\(entry.plainName)'", self, [end..<(entry.place + 64)])
    }
  }

  /// What of the header is kept free, and the table's places for sectors that do not exist.
  private var edges: [Slack] {
    var edges = [Slack("the file's header", self, [8..<min(24, bytes.count)])]
    if sectorSize > 512 {
      edges.append(
        Slack(
          "the file's first sector, behind the header", self,
          [min(512, bytes.count)..<min(sectorSize, bytes.count)]))
    }
    let perSector = sectorSize / 4
    for (index, sector) in fatSectors.enumerated() where (index + 1) * perSector > sectorCount {
      let range = range(of: sector)
      let used = max(0, sectorCount - index * perSector) * 4
      let start = min(range.lowerBound + used, range.upperBound)
      // The table says of these places that they are free, in a number that is not nought.
      edges.append(
        Slack(
          "the table of sectors, behind its end", self, [start..<range.upperBound],
          isBlankable: false))
    }
    return edges
  }

  private func runs(of numbers: [Int]) -> [[Int]] {
    var runs: [[Int]] = []
    for number in numbers {
      if let last = runs.last?.last, last + 1 == number {
        runs[runs.count - 1].append(number)
      } else {
        runs.append([number])
      }
    }
    return runs
  }
}
