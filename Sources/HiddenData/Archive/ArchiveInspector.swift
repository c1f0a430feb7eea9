package import Documents

/// Looks into ZIP files: at what lies beside the files, at their names, and at every file as a file of its
/// own.
package enum ArchiveInspector: FormatInspector {
  package static let classes = ArchiveClass.all

  package static let examples = ArchiveExamples.all

  /// Whether a file is packed (ZIP), also where other bytes stand before the archive.
  package static func recognises(_ bytes: [UInt8]) -> Bool {
    FirstBytes(bytes) == .zip || (try? EndRecord(finding: bytes)) != nil
  }

  package static func inspect(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable) {
    let archive = try ZipArchive(bytes, limits: run.limits)
    for trace in ArchiveTraces(archive, run: run).traces {
      run.report(ArchiveClass.of(trace.kind), at: trace.place, showing: trace.excerpt)
      if let file = trace.file { run.enter(file.bytes, name: file.name) }
    }
    for entry in archive.entries {
      inspectName(entry, run: run)
      if !entry.isFolder { inspectMember(entry, of: archive, run: run) }
    }
  }

  private static func inspectName(_ entry: ZipArchive.Entry, run: InspectionRun) {
    if ArchiveNames.tellsOfSomebody(entry.name) {
      run.report(ArchiveClass.path, at: "the name of \(entry.name)", showing: entry.name)
    }
  }

  private static func inspectMember(
    _ entry: ZipArchive.Entry, of archive: ZipArchive, run: InspectionRun
  ) {
    guard !entry.isEncrypted else {
      run.report(
        ArchiveClass.encrypted, at: "the file \(entry.name)", showing: entry.name,
        removable: false)
      run.fail(.locked("'\(entry.name)'"))
      return
    }
    let bytes: [UInt8]
    do throws(Unreadable) { bytes = try archive.unpack(entry, run: run) } catch {
      run.fail(error)
      return
    }
    if ArchiveNames.isJunk(entry.name) || isHidden(entry) {
      let words = PartText.words(of: bytes, run: run)
      run.report(
        ArchiveClass.hiddenFile, at: "the file \(entry.name)",
        showing: words.isEmpty ? entry.name : words)
      if !isDocument(bytes, entry.name) { return }
    }
    guard !bytes.isEmpty else { return }
    if let kind = ArchiveKind(bytes, limits: run.limits) {
      inspectNested(bytes, kind, entry.name, run: run)
    } else {
      enter(bytes, entry.name, run: run)
    }
  }

  /// An archive in the archive. Those of other archivers than ZIP, gzip and tar cannot be looked into.
  private static func inspectNested(
    _ bytes: [UInt8], _ kind: ArchiveKind, _ name: String, run: InspectionRun
  ) {
    let place = "the file \(name), an archive (\(kind.rawValue))"
    func report(_ contents: String) {
      run.report(
        ArchiveClass.nested, at: place, showing: contents.isEmpty ? name : contents,
        removable: false)
    }
    do throws(Unreadable) {
      switch kind {
      case .zip:
        let archive = try? ZipArchive(bytes, limits: run.limits)
        let names = archive?.entries.map(\.name).joined(separator: "\n") ?? ""
        report(names + "\n" + PartText.words(of: bytes, run: run))
        enter(bytes, name, run: run)
      case .gzip:
        let unpacked = try Inflation.inflate(
          bytes, 0..<bytes.count, window: 31,
          most: min(run.limits.part, max(bytes.count, 512) * run.limits.ratio), name: name
        ).data
        try run.countUnpacked(unpacked.count)
        let inner = name.split(separator: ".").dropLast().joined(separator: ".")
        if let kind = ArchiveKind(unpacked, limits: run.limits), kind != .gzip {
          inspectNested(unpacked, kind, inner, run: run)
        } else {
          report(PartText.words(of: unpacked, run: run))
          enter(unpacked, inner, run: run)
        }
      case .tar:
        let tape = try TapeArchive(bytes, limits: run.limits)
        let names = tape.files.map { $0.owner.isEmpty ? $0.name : "\($0.name) (of \($0.owner))" }
        let words = tape.files.prefix(50).filter { !$0.data.isEmpty }
          .map { PartText.words(of: Array(bytes[$0.data]), run: run) }
        report((names + words).joined(separator: "\n"))
        for file in tape.files where !file.data.isEmpty {
          enter(Array(bytes[file.data]), file.name, run: run)
        }
      default:
        report(name)
        run.fail(
          Unreadable(
            .unknownFormat, "'\(name)' is an archive (\(kind.rawValue)) that is not opened here."))
      }
    } catch {
      report(name)
      run.fail(error)
    }
  }

  /// Looks into a member, and tells of it as a whole where something grave is in it.
  private static func enter(_ bytes: [UInt8], _ name: String, run: InspectionRun) {
    let before = run.findings.count
    guard run.enter(bytes, name: name) > 0 else { return }
    let grave = run.findings.dropFirst(before).filter { $0.severity >= .medium }
    guard !grave.isEmpty else { return }
    let lines = grave.map { "\($0.where): \($0.excerpt)" }
    run.report(
      ArchiveClass.memberHiddenData, at: "the file \(name)",
      showing: lines.joined(separator: "\n"))
  }

  /// The attribute of DOS, which Windows minds whatever system packed the file.
  static func isHidden(_ entry: ZipArchive.Entry) -> Bool {
    entry.externalAttributes & 0x02 != 0 && entry.madeBy >> 8 != 3
      || entry.externalAttributes & 0x02 != 0 && entry.externalAttributes >> 16 == 0
  }

  private static func isDocument(_ bytes: [UInt8], _ name: String) -> Bool {
    let kind = FirstBytes(bytes)
    return kind.isDocument && !(kind == .compound && name.lowercased().hasSuffix(".db"))
  }
}
