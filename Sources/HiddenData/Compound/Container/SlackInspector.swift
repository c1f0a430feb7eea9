/// Reports text that stayed behind in parts of a compound file that belong to nothing.
enum SlackInspector {
  /// Reports readable text in the slack of a file.
  ///
  /// - Parameter further: Stretches within streams that the document does not use.
  static func inspect(
    _ file: CompoundFile, further: [CompoundFile.Slack] = [], as kind: HiddenDataClass,
    run: InspectionRun
  ) {
    var found: [(place: String, runs: [String], removable: Bool)] = []
    for slack in file.slack + further where slack.bytes.contains(where: { $0 != 0 }) {
      let runs = TextRuns.find(in: slack.bytes)
      if !runs.isEmpty { found.append((slack.place, runs, slack.isBlankable)) }
    }
    found += lostStreams(of: file)
    guard !found.isEmpty else { return }
    // An earlier copy of what the document still says hides nothing.
    let known = knownWords(of: file, except: further)
    for (place, runs, removable) in found {
      let telling = runs.filter { run in
        !isStreamName(run) && words(run).contains { $0.utf8.count > 4 && !known.contains($0) }
      }
      guard !telling.isEmpty else { continue }
      run.reportInParts(
        kind, at: place, showing: telling.joined(separator: "\n"), removable: removable)
    }
  }

  /// Names of entries that are in nobody's folder; what they held is among the unused sectors.
  private static func lostStreams(
    of file: CompoundFile
  ) -> [(place: String, runs: [String], removable: Bool)] {
    file.entries.compactMap {
      $0.path == nil && $0.kind != .unused && !$0.name.isEmpty
        ? ("an entry of the directory that is in no folder", [$0.plainName], true) : nil
    }
  }

  private static func knownWords(
    of file: CompoundFile, except further: [CompoundFile.Slack]
  ) -> Set<String> {
    var known = structure
    var unused: [Range<Int>] = further.flatMap(\.ranges)
    unused.sort { $0.lowerBound < $1.lowerBound }
    for entry in file.entries where entry.path != nil {
      words(entry.plainName).forEach { known.insert($0) }
    }
    // The sectors in use, less what of them is slack itself.
    for entry in file.entries where entry.kind == .stream && entry.size > 0 {
      var rest = entry.size
      var bytes: [UInt8] = []
      for range in file.ranges(of: entry, from: 0) {
        let part = range.prefix(rest)
        rest -= part.count
        guard !unused.isEmpty else {
          bytes += file.bytes[part]
          continue
        }
        for index in part where !contains(unused, index) { bytes.append(file.bytes[index]) }
      }
      for run in TextRuns.find(in: bytes) { words(run).forEach { known.insert($0) } }
    }
    return known
  }

  /// Names that Outlook gives to the streams of every message.
  private static func isStreamName(_ run: String) -> Bool {
    ["__substg1.0_", "__recip_version1.0", "__attach_version1.0", "__nameid_version1.0"].contains {
      run.hasPrefix($0)
    }
  }

  private static func contains(_ ranges: [Range<Int>], _ index: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(index)
  }

  private static func words(_ text: String) -> [String] {
    text.foldedASCII.unicodeScalars
      .split { !($0.properties.isAlphabetic || (48...57).contains($0.value)) }
      .map { String(String.UnicodeScalarView($0)) }
      .filter { $0.unicodeScalars.count >= 4 }
  }

  /// What programs themselves write into tables, styles and directories.
  private static let structure: Set<String> = Set(
    """
    root entry summaryinformation documentsummaryinformation worddocument 0table 1table data compobj
    objectpool workbook book microsoft office word excel document documents worksheet msworddoc biff8
    biff5 normal times roman arial calibri cambria courier tahoma verdana heading default paragraph
    font table list symbol title subtitle header footer macros current user powerpoint contents
    ole10native objinfo printsettings unknown sheet1 sheet2 sheet3 version properties substg1
    2003 2007 2010 0000 style styles character line hyperlink
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
