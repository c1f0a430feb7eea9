import Foundation

/// Turns office files into PDF with LibreOffice, which is locked up with bubblewrap: no network, no files
/// but the system's programs and fonts (read only) and one folder with the file, and limits on memory and
/// time.
///
/// LibreOffice prints what it shows, tracked deletions among it: give it files that were cleaned.
public enum OfficeConverter {
  /// Seconds that a file may take.
  public static let patience = 120.0

  /// Whether both programs are there and a locked room can be made. Looked up once.
  public static let isAvailable: Bool = {
    let programs = [bubblewrap, limits, office]
    guard programs.allSatisfy({ FileManager.default.isExecutableFile(atPath: $0) }) else {
      return false
    }
    return run(room(sharing: nil) + ["/usr/bin/true"], patience: 10)
  }()

  /// A PDF of an office file.
  ///
  /// - Parameter ending: what kind of file it is: `docx`, `xlsx`, `odt`, `txt`…
  /// - Throws: ``Unreadable`` where none is made.
  public static func pdf(of bytes: [UInt8], ending: String) async throws -> [UInt8] {
    try await withCheckedThrowingContinuation { continuation in
      WorkerProcess.queue.async {
        continuation.resume(with: Result { try pdf(now: bytes, ending: ending) })
      }
    }
  }

  /// The same, for a thread that may wait.
  public static func pdf(now bytes: [UInt8], ending: String) throws(Unreadable) -> [UInt8] {
    guard isAvailable else {
      throw Unreadable(
        .notOpened,
        "LibreOffice and bubblewrap are not both installed here, so the file cannot be turned into a PDF. "
          + "Save it as PDF where it was made, and give that.")
    }
    guard ending.allSatisfy({ $0.isASCII && $0.isLetter || $0.isNumber }), ending.count < 8 else {
      throw Unreadable(.unknownFormat, "'\(ending)' is no kind of office file.")
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "steelyard-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
      try Data(bytes).write(to: folder.appending(path: "file.\(ending)"))
    } catch {
      throw Unreadable(.notOpened, "There is no room for the file on the server. Try again.")
    }
    let words =
      room(sharing: folder.path(percentEncoded: false)) + [
        office, "-env:UserInstallation=file:///tmp/profile", "--headless", "--norestore",
        "--nolockcheck", "--convert-to", "pdf", "--outdir", "/file", "/file/file.\(ending)",
      ]
    guard run(words, patience: patience),
      let pdf = try? Data(contentsOf: folder.appending(path: "file.pdf")), !pdf.isEmpty
    else {
      throw Unreadable(
        .damaged, "LibreOffice made no PDF of the file. Save it as PDF where it was made.")
    }
    return [UInt8](pdf)
  }

  private static let bubblewrap = "/usr/bin/bwrap"
  private static let limits = "/usr/bin/prlimit"
  private static let office = "/usr/bin/soffice"

  /// The words that make the room.
  private static func room(sharing folder: String?) -> [String] {
    var words = [
      limits, "--as=4294967296", "--cpu=100", "--fsize=536870912", "--core=0",
      bubblewrap, "--unshare-all", "--die-with-parent", "--new-session", "--clearenv",
      "--setenv", "HOME", "/tmp", "--setenv", "PATH", "/usr/bin", "--ro-bind", "/usr", "/usr",
      "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "--symlink", "usr/bin",
      "/bin", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--ro-bind-try", "/etc/fonts",
      "/etc/fonts", "--ro-bind-try", "/etc/libreoffice", "/etc/libreoffice", "--ro-bind-try",
      "/var/cache/fontconfig", "/var/cache/fontconfig", "--ro-bind-try", "/etc/alternatives",
      "/etc/alternatives", "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache",
    ]
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
