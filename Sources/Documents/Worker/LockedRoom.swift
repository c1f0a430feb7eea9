import Foundation

/// A room in which a program of the system works on one file from outside: made with bubblewrap, without
/// network and without files but the system's programs and fonts (read only) and one folder with the file,
/// and with limits on memory and time.
struct LockedRoom {
  /// The program.
  var program: String
  /// What else the program needs to see, read only.
  var folders: [String] = []
  /// What the program is told beside where its home is.
  var environment: [(name: String, value: String)] = []
  /// Seconds that a file may take.
  var patience = 120.0

  private static let bubblewrap = "/usr/bin/bwrap"
  private static let limits = "/usr/bin/prlimit"

  /// Whether the program is there and a room can be made.
  var isAvailable: Bool {
    let programs = [Self.bubblewrap, Self.limits, program]
    return programs.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
      && Self.run(walls(sharing: nil) + ["/usr/bin/true"], patience: 10)
  }

  /// Runs the program on a file that lies in `/file`, and takes the file that it makes there.
  ///
  /// - Returns: nothing where it makes none.
  /// - Throws: ``Unreadable`` where there is no room for the file.
  func make(
    _ made: String, of bytes: [UInt8], named name: String, with arguments: [String]
  ) throws(Unreadable) -> [UInt8]? {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "steelyard-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
      try Data(bytes).write(to: folder.appending(path: name))
    } catch {
      throw Unreadable(.notOpened, "There is no room for the file on the server. Try again.")
    }
    let words = walls(sharing: folder.path(percentEncoded: false)) + [program] + arguments
    guard Self.run(words, patience: patience),
      let result = try? Data(contentsOf: folder.appending(path: made))
    else { return nil }
    return [UInt8](result)
  }

  /// The words that make the room.
  private func walls(sharing folder: String?) -> [String] {
    var words = [
      Self.limits, "--as=4294967296", "--cpu=100", "--fsize=536870912", "--core=0",
      Self.bubblewrap, "--unshare-all", "--die-with-parent", "--new-session", "--clearenv",
      "--setenv", "HOME", "/tmp", "--setenv", "PATH", "/usr/bin", "--ro-bind", "/usr", "/usr",
      "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "--symlink", "usr/bin",
      "/bin", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp",
    ]
    for (name, value) in environment { words += ["--setenv", name, value] }
    for path in folders + ["/etc/alternatives", "/etc/ld.so.cache"] {
      words += ["--ro-bind-try", path, path]
    }
    if let folder { words += ["--bind", folder, "/file", "--chdir", "/file"] }
    return words
  }

  private static func run(_ words: [String], patience: Double) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = [:]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    let deadline = Date().addingTimeInterval(patience)
    while process.isRunning {
      if Date() > deadline {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return false
      }
      usleep(20_000)
    }
    return process.terminationStatus == 0
  }
}
