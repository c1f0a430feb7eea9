import CLibZip

/// A packed document: files in a ZIP file, opened by name, each unpacked within limits.
final class Package {
  private let archive: OpaquePointer
  private let limits: DocumentLimits
  private var indices: [String: UInt64] = [:]
  private var repeated: Set<String> = []
  private var unpacked = 0

  /// Reads the directory of a ZIP file.
  init(_ bytes: [UInt8], limits: DocumentLimits) throws(Unreadable) {
    self.limits = limits
    archive = try Self.open(bytes)
    let count = zip_get_num_entries(archive, 0)
    guard count >= 0, count <= limits.entries else {
      // The destructor closes the archive: everything is set up.
      throw .overLimit(
        "The document is made of \(count) files; at most \(limits.entries) are opened.")
    }
    for index in 0..<UInt64(count) {
      guard let name = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_GUESS)) else { continue }
      // Names of parts differ by more than the case of their letters.
      let key = Self.key(String(cString: name))
      if indices.updateValue(index, forKey: key) != nil { repeated.insert(key) }
    }
  }

  deinit { zip_discard(archive) }

  /// The names of all files, in lower case.
  var names: some Collection<String> { indices.keys }

  /// Whether there is a file of a name.
  func contains(_ name: String) -> Bool { indices[Self.key(name)] != nil }

  /// The bytes of a file; nil where there is none of that name.
  ///
  /// - Throws: ``Unreadable`` where it cannot be unpacked whole and unharmed, or is beyond a limit.
  func part(_ name: String) throws(Unreadable) -> [UInt8]? {
    let key = Self.key(name)
    guard let index = indices[key] else { return nil }
    guard !repeated.contains(key) else {
      throw .damaged("there are two files '\(name)' in it, and programs may differ on which counts")
    }
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat_index(archive, index, 0, &stat) == 0 else {
      throw .damaged("'\(name)' in it cannot be found")
    }
    if stat.encryption_method != 0 {
      throw Unreadable(
        .encrypted, "'\(name)' in the document is encrypted. Save it without a password.")
    }
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw .damaged("'\(name)' in it cannot be unpacked")
    }
    defer { zip_fclose(file) }
    let room = min(limits.part, limits.unpacked - unpacked)
    // What the directory says of the size is only where to begin.
    var bytes = [UInt8](repeating: 0, count: min(Int(clamping: stat.size), room) + 1)
    var count = 0
    while true {
      if count == bytes.count {
        guard count <= room else { throw tooLarge(name) }
        bytes += repeatElement(0, count: min(bytes.count, room + 1 - bytes.count))
      }
      let read = bytes.withUnsafeMutableBytes { buffer in
        zip_fread(file, buffer.baseAddress.map { $0 + count }, UInt64(buffer.count - count))
      }
      guard read >= 0 else {
        throw .damaged("'\(name)' in it breaks off or does not agree with its checksum")
      }
      if read == 0 { break }
      count += Int(read)
      guard count <= room else { throw tooLarge(name) }
    }
    unpacked += count
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  private func tooLarge(_ name: String) -> Unreadable {
    .overLimit(
      "'\(name)' in the document unpacks to more than \(limits.part) bytes, or the whole to more than"
        + " \(limits.unpacked): it may be made to fill the machine.")
  }

  private static func key(_ name: String) -> String {
    let path = name.hasPrefix("/") ? name.dropFirst() : name[...]
    return path.lowercased()
  }

  private static func open(_ bytes: [UInt8]) throws(Unreadable) -> OpaquePointer {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    // The source frees the copy when it is freed itself.
    guard
      let source = zip_source_buffer_create(copy.baseAddress, UInt64(copy.count), 1, &failure)
    else {
      copy.deallocate()
      throw .overLimit("There was not enough memory for the document.")
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      zip_source_free(source)
      throw .damaged("it is packed (ZIP), and its directory is missing or broken")
    }
    return archive
  }
}

extension Package {
  /// Reads a packed document: Word's or OpenDocument's.
  static func read(_ bytes: [UInt8], limits: DocumentLimits) throws(Unreadable) -> DocumentText {
    let package = try Package(bytes, limits: limits)
    if package.contains("[Content_Types].xml") {
      return try WordDocument(package, limits: limits).read()
    }
    if package.contains("content.xml") {
      return try TextDocument(package, limits: limits).read()
    }
    throw FormatRecognition.unknown(
      "a ZIP file, not a document", advice: "Unpack it and give the letter that is in it.")
  }
}
