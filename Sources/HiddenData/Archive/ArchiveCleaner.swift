package import Documents

/// Packs an archive again with the files that it shows and nothing else: no comments, times, owners, files
/// that systems left behind, bytes around, or folders of users in names.
package enum ArchiveCleaner: FormatCleaner {
  /// The members stay as they are; ``clean(_:limits:member:)`` cleans them too.
  package static func clean(
    _ bytes: [UInt8], limits: InspectionLimits
  ) throws(Unreadable) -> [UInt8] {
    try clean(bytes, limits: limits) { (member, _) throws(Unreadable) in member }
  }

  /// - Parameter member: Gives a member without what is hidden in it; its bytes and its name.
  /// - Throws: ``Unreadable`` where a file in it cannot be unpacked: what was not read cannot be cleaned.
  package static func clean(
    _ bytes: [UInt8], limits: InspectionLimits,
    member: ([UInt8], String) throws(Unreadable) -> [UInt8]
  ) throws(Unreadable) -> [UInt8] {
    let archive = try ZipArchive(bytes, limits: limits)
    let run = InspectionRun(limits: limits) { _, _, _ in }
    // Of several files of one name unpacking leaves the last.
    var last: [String: Int] = [:]
    for (index, entry) in archive.entries.enumerated() {
      last[OfficePackage.key(entry.name)] = index
    }
    var writer = ZipWriter()
    var taken: Set<String> = []
    for (index, entry) in archive.entries.enumerated() {
      guard !entry.isFolder, !ArchiveNames.isJunk(entry.name), !ArchiveInspector.isHidden(entry),
        last[OfficePackage.key(entry.name)] == index
      else { continue }
      let contents = try archive.unpack(entry, run: run)
      let name = ArchiveNames.free(of: taken, ArchiveNames.withoutPeople(entry.name))
      taken.insert(name.lowercased())
      writer.add(name, try member(contents, entry.name))
    }
    return writer.finished()
  }
}

extension ArchiveNames {
  /// The name alone where the folders before it tell of somebody.
  static func withoutPeople(_ name: String) -> String {
    tellsOfSomebody(name) ? file(name) : name
  }

  /// The name, or one with a number where it is taken.
  static func free(of taken: Set<String>, _ name: String) -> String {
    guard taken.contains(name.lowercased()) else { return name }
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    var number = 2
    while taken.contains("\(name[..<dot])-\(number)\(name[dot...])".lowercased()) { number += 1 }
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }
}
