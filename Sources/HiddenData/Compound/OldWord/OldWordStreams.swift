import Documents

/// Reports streams beside those that Word writes.
enum OldWordStreams {
  /// What lies at the top of a document. Storages of macros and objects are looked at elsewhere.
  private static let known: Set<String> = [
    "worddocument", "0table", "1table", "data", "\u{1}compobj", "\u{1}ole", "objectpool", "macros",
    "\u{5}summaryinformation", "\u{5}documentsummaryinformation", "\u{6}dataspaces",
    "_signatures", "_xmlsignatures", "\u{3}objinfo", "\u{3}print", "\u{3}eprint", "\u{3}linkinfo",
  ]

  static func inspect(_ file: CompoundFile, run: InspectionRun) {
    for entry in file.children() where !known.contains(entry.name.foldedASCII) {
      let streams =
        entry.kind == .stream
        ? [entry] : file.everything(under: entry.index).filter { $0.kind == .stream }
      if streams.isEmpty { report(entry, "an empty storage", run) }
      for stream in streams {
        do throws(Unreadable) {
          let data = try file.data(of: stream)
          guard !isSourceList(data, in: entry) else { continue }
          report(stream, text(of: data), run)
        } catch {
          run.fail(error)
        }
      }
    }
  }

  /// Word 2007 adds an empty list of sources of literature to every document.
  private static func isSourceList(_ data: [UInt8], in storage: CompoundEntry) -> Bool {
    guard storage.name.foldedASCII == "msodatastore", data.count < 4_096 else { return false }
    let text = String(decoding: data, as: UTF8.self)
    return text.contains("officeDocument/2006/bibliography") && !text.contains("b:Source>")
  }

  private static func report(_ entry: CompoundEntry, _ text: String, _ run: InspectionRun) {
    run.report(
      OldWordClasses.extraStream, at: "stream \(entry.path ?? entry.plainName)", showing: text,
      removable: false)
  }

  private static func text(of data: [UInt8]) -> String {
    let runs = TextRuns.find(in: data)
    guard runs.isEmpty else { return runs.joined(separator: "\n") }
    let isText = data.count < 64 && data.allSatisfy { (0x20..<0x7F).contains($0) }
    return isText ? String(decoding: data, as: UTF8.self) : "\(data.count) bytes"
  }
}
