import Documents
import Foundation
import Scrutiny

/// The letters that a person named: files, folders and standard input.
enum LetterFiles {
  /// The endings of files that are taken from a folder; a file that is named is read whatever it is
  /// called.
  private static let endings: Set = ["txt", "html", "htm", "docx", "odt", "pdf", "eml"]

  /// The files that are meant: a folder stands for the letters in it, in the order of their names.
  static func expand(_ paths: [String]) throws -> [String] {
    try paths.flatMap { path -> [String] in
      var isFolder: ObjCBool = false
      guard path != "-",
        FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
      else { return [path] }
      return try letters(in: path)
    }
  }

  /// The letters in a folder and the folders in it.
  static func letters(in folder: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue, let names = FileManager.default.enumerator(atPath: folder)
    else { throw Failure("\(folder): is no folder that can be read") }
    let found = names.compactMap { $0 as? String }.filter { name in
      endings.contains((name as NSString).pathExtension.lowercased())
    }
    guard !found.isEmpty else {
      throw Failure(
        "\(folder): holds no letter; letters end in .\(endings.sorted().joined(separator: ", ."))")
    }
    return found.sorted().map { (folder as NSString).appendingPathComponent($0) }
  }

  /// A path by which a file is known however it was named.
  static func canonical(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path(percentEncoded: false)
  }

  /// The words of a file. Only plain text is opened in this process.
  static func text(of path: String) -> Result<DocumentText, Failure> {
    Result { () throws(Failure) in
      let bytes = try FileBytes.read(path, limit: DocumentLimits().bytes).get()
      do throws(Unreadable) {
        let hint = NameHint(fileName: path)
        if let plain = try DocumentText.plain(bytes, hint: hint) { return plain }
        return try ConfinedReader.text(readingNow: bytes, name: path)
      } catch { throw Failure(unreadable: path, error) }
    }
  }
}

extension Failure {
  /// A file without words that could be read.
  init(unreadable path: String, _ error: Unreadable) {
    self.init(
      file: path, reason: error.reason.rawValue,
      "unreadable (\(error.reason.rawValue)): \(error.message)")
  }

  /// The failure as a result, so that every file has one.
  func json(schema: String, onOneLine: Bool) -> String {
    UnreadableJSON.text(
      schema: schema, file: file, reason: reason, message: message, onOneLine: onOneLine)
  }
}
