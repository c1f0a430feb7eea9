import Documents
import Foundation

/// The bytes of files that a person named.
enum FileBytes {
  /// The name of a file for reports.
  static func name(_ path: String) -> String { path == "-" ? "standard input" : path }

  /// Reads a file, or standard input for `-`, whole and within a limit, or says why not.
  static func read(_ path: String, limit: Int) -> Result<[UInt8], Failure> {
    Result { () throws(Failure) in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard path == "-" || !isFolder.boolValue else {
        throw Failure(file: path, reason: "not_readable", "is a folder; name the files in it")
      }
      guard let handle = path == "-" ? .standardInput : FileHandle(forReadingAtPath: path) else {
        throw isThere
          ? Failure(file: path, reason: "not_readable", "cannot be read; check its permissions")
          : Failure(file: path, reason: "no_such_file", "there is no such file")
      }
      var bytes: [UInt8] = []
      do {
        // One more than is allowed is enough to know.
        while bytes.count <= limit, let piece = try handle.read(upToCount: 1 << 24), !piece.isEmpty
        {
          bytes += piece
        }
        if path != "-" { try handle.close() }
      } catch { throw Failure(file: path, reason: "not_readable", "cannot be read") }
      guard bytes.count <= limit else {
        throw Failure(
          file: path, reason: Unreadable.Reason.overLimit.rawValue,
          "is larger than the \(limit >> 20) MB that are read")
      }
      return bytes
    }
  }
}

extension Failure {
  /// A file that cannot be read, and why: as a word for programs and in words for people.
  init(file: String, reason: String, _ why: String) {
    self.init("\(file): \(why)")
    self.file = file
    self.reason = reason
  }
}
