/// What lies in a ZIP file beside its files: comments, extra fields, files that the directory does not
/// show, bytes around.
struct ArchiveTraces {
  enum Kind: Hashable {
    case comment
    /// Extra fields; those that tell are the ones with words or with the numbers of people's accounts.
    case extraField(isTelling: Bool)
    case deletedEntry
    case strayBytes
    /// A name in a local header that is not the one in the directory.
    case otherName
  }

  struct Trace {
    var kind: Kind
    var place: String
    var excerpt: String
    /// The bytes, where they may be a file that can be looked into.
    var file: (name: String, bytes: [UInt8])?
  }

  private(set) var traces: [Trace] = []
  private let archive: ZipArchive
  private let run: InspectionRun

  init(_ archive: ZipArchive, run: InspectionRun) {
    self.archive = archive
    self.run = run
    inspectComments()
    inspectExtraFields()
    inspectDirectory()
    inspectGaps()
  }

  private mutating func inspectComments() {
    if !archive.comment.edgesTrimmed.isEmpty {
      add(.comment, "the comment of the archive", archive.comment)
    }
    for entry in archive.entries where !entry.comment.edgesTrimmed.isEmpty {
      add(.comment, "the comment of \(entry.name)", entry.comment)
    }
  }

  private mutating func inspectExtraFields() {
    var owners: [String] = []
    var times: [String] = []
    for entry in archive.entries {
      for field in ExtraFieldText.fields(of: entry) {
        switch field {
        case .words(let words):
          add(.extraField(isTelling: true), "an extra field of \(entry.name)", words)
        case .owner(let owner): owners.append("\(entry.name): \(owner)")
        case .other(let other): times.append("\(entry.name): \(other)")
        }
      }
    }
    let count = { (lines: [String]) in lines.count == 1 ? "a file" : "\(lines.count) files" }
    if !owners.isEmpty {
      add(
        .extraField(isTelling: true), "extra fields of \(count(owners)): whose they are",
        owners.joined(separator: "\n"))
    }
    if !times.isEmpty {
      add(
        .extraField(isTelling: false), "extra fields of \(count(times))",
        times.joined(separator: "\n"))
    }
  }

  /// What the directory itself gives away or keeps back.
  private mutating func inspectDirectory() {
    var copies: [String: Int] = [:]
    for entry in archive.entries { copies[OfficePackage.key(entry.name), default: 0] += 1 }
    for (index, entry) in archive.entries.enumerated() {
      if let local = entry.localName {
        add(.otherName, "another name of \(entry.name), in its local header", local)
      }
      let isBeyond = index >= archive.claimedCount && archive.entries.count < 0xFFFF
      if isBeyond {
        addContents(of: entry, "\(entry.name), beyond the number of files that the archive tells")
      } else if entry.isFolder, entry.size > 0 {
        addContents(of: entry, "bytes in the folder \(entry.name)")
      } else if copies[OfficePackage.key(entry.name), default: 0] > 1 {
        addContents(of: entry, "one of several files named \(entry.name)")
      }
    }
    if archive.claimedCount > archive.entries.count {
      run.fail(.broken("the ZIP file tells of more files than its directory lists"))
    }
  }

  private mutating func addContents(of entry: ZipArchive.Entry, _ place: String) {
    // What cannot be unpacked is told where the entry is looked at as a file.
    guard let bytes = try? archive.unpack(entry, run: run) else {
      add(.deletedEntry, place, entry.name)
      return
    }
    addFile(entry.name, bytes, .deletedEntry, place)
  }

  private mutating func inspectGaps() {
    for gap in archive.gaps {
      var at = gap.lowerBound
      for lost in LostEntry.all(in: archive.bytes, gap, run: run) {
        addStray(at..<lost.range.lowerBound)
        at = lost.range.upperBound
        addFile(
          lost.name, lost.contents, .deletedEntry,
          "\(lost.name), which the directory does not list")
      }
      addStray(at..<gap.upperBound)
    }
  }

  private mutating func addStray(_ range: Range<Int>) {
    // Zeros fill up blocks and hold nothing.
    guard archive.bytes[range].contains(where: { $0 != 0 }) else { return }
    let place =
      if range.upperBound == archive.bytes.count {
        "after the end of the archive"
      } else if range.lowerBound == 0 { "before the beginning of the archive" } else {
        "between the files of the archive"
      }
    addFile("bytes at \(range.lowerBound)", Array(archive.bytes[range]), .strayBytes, place)
  }

  private mutating func addFile(_ name: String, _ bytes: [UInt8], _ kind: Kind, _ place: String) {
    let words = PartText.words(of: bytes, run: run)
    let shown = words.isEmpty ? "\(bytes.count) bytes" : words
    add(kind, place, kind == .deletedEntry ? "\(name): \(shown)" : shown)
    if FirstBytes(bytes).isDocument { traces[traces.count - 1].file = (name, bytes) }
  }

  private mutating func add(_ kind: Kind, _ place: String, _ excerpt: String) {
    traces.append(Trace(kind: kind, place: place, excerpt: excerpt))
  }
}
