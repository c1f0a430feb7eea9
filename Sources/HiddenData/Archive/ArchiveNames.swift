/// What the names of files in an archive give away.
enum ArchiveNames {
  /// Whether a name is one that systems and programs leave behind, or that they do not show.
  static func isJunk(_ name: String) -> Bool {
    let steps = steps(of: name).map { $0.lowercased() }
    guard let last = steps.last, last != ".rels" else { return false }
    // A stream beside the file itself, as Windows keeps them: Thumbs.db:encryptable.
    let file = String(last.prefix { $0 != ":" })
    return steps.contains { folders.contains($0) || $0.hasPrefix(".") && $0 != "." && $0 != ".." }
      || files.contains(file) || file.hasPrefix("~$") || file.hasPrefix("~wr")
      || endings.contains { file.hasSuffix($0) }
      || file.hasPrefix("#") && file.hasSuffix("#")
  }

  private static let folders: Set<String> = [
    "__macosx", "cvs", "$recycle.bin", "recycler", "system volume information", "_svn",
    "lost+found", "__pycache__", "[trash]",
  ]
  private static let files: Set<String> = [
    "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", "ntuser.dat",
    "hiberfil.sys", "pagefile.sys", "npm-debug.log", "albumartsmall.jpg",
  ]
  private static let endings = [
    "~", ".swp", ".swo", ".bak", ".tmp", ".temp", ".orig", ".rej", ".lnk", ".asd", ".wbk",
    ".xlk", ".crdownload", ".part", ".ds_store",
  ]

  /// Whether a name tells of somebody's folders or of a computer.
  static func tellsOfSomebody(_ name: String) -> Bool {
    let path = name.replacing("\\", with: "/")
    if path.hasPrefix("/") || path.hasPrefix("~") && path.contains("/") { return true }
    let steps = steps(of: name)
    if steps.contains("..") || steps.first.map(isDrive) ?? false { return true }
    for (at, step) in steps.enumerated() where at + 2 < steps.count {
      let owner = steps[at + 1].lowercased()
      if homes.contains(step.lowercased()), !["public", "shared", "default"].contains(owner) {
        return true
      }
    }
    // A folder of a user's that was packed from its parent.
    let folders = Set(steps.dropLast().map { $0.lowercased() })
    return steps.dropLast().contains { $0.lowercased().hasPrefix("onedrive - ") }
      || folders.contains("appdata") || steps.dropLast().contains { $0.contains("@") }
  }

  private static let homes: Set<String> = [
    "users", "home", "documents and settings", "benutzer", "utilisateurs", "usuarios", "profiles",
    "homes", "userdata",
  ]

  private static func isDrive(_ step: String) -> Bool {
    let letters = step.unicodeScalars
    guard let first = letters.first, letters.count == 2, letters.last == ":" else { return false }
    return first.properties.isAlphabetic
  }

  private static func steps(of name: String) -> [String] {
    name.split { $0 == "/" || $0 == "\\" }.map(String.init)
  }

  /// The last step of a name.
  static func file(_ name: String) -> String { steps(of: name).last ?? name }
}

/// Archives by their first bytes.
enum ArchiveKind: String {
  case zip = "ZIP", rar = "RAR", sevenZip = "7z", gzip, bzip2, xz, zstandard, cabinet, tar, lha

  /// nil where the bytes are no archive's, or those of an Office, OpenDocument or EPUB file.
  init?(_ bytes: [UInt8], limits: InspectionLimits) {
    func begins(_ signature: [UInt8], at start: Int = 0) -> Bool {
      bytes.count >= start + signature.count
        && bytes[start..<(start + signature.count)].elementsEqual(signature)
    }
    if FirstBytes(bytes) == .zip {
      let names = (try? ZipArchive(bytes, limits: limits))?.entries.map { $0.name.lowercased() }
      guard !(names ?? []).contains(where: { $0 == "[content_types].xml" || $0 == "mimetype" })
      else { return nil }
      self = .zip
    } else if begins(Array("Rar!\u{1A}\u{7}".utf8)) {
      self = .rar
    } else if begins([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
      self = .sevenZip
    } else if begins([0x1F, 0x8B, 8]) {
      self = .gzip
    } else if begins(Array("BZh".utf8)), begins([0x31, 0x41, 0x59, 0x26], at: 4) {
      self = .bzip2
    } else if begins([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) {
      self = .xz
    } else if begins([0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstandard
    } else if begins(Array("MSCF".utf8)) {
      self = .cabinet
    } else if begins(Array("ustar".utf8), at: 257) {
      self = .tar
    } else if begins(Array("-lh".utf8), at: 2) {
      self = .lha
    } else {
      return nil
    }
  }
}
