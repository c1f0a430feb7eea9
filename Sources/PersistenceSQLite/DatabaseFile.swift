import Foundation
import Persistence

/// Makes the file before SQLite does, so that it is private from its first moment.
enum DatabaseFile {
  static func make(path: String) throws(PersistenceError) {
    let folder = URL(filePath: path).deletingLastPathComponent()
    if !FileManager.default.fileExists(atPath: folder.path) {
      do {
        try FileManager.default.createDirectory(
          at: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      } catch {
        throw PersistenceError(
          .notWritable,
          "the folder '\(folder.path)' for the database cannot be made; check the path and who may"
            + " write there", cause: error)
      }
    }
    // Only ever make: opening a file that is in use and closing it again would drop the locks
    // that this process holds on it.
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      let reason = String(cString: strerror(errno))
      throw PersistenceError(
        .notWritable, "the database file '\(path)' cannot be made: \(reason)")
    }
  }
}
