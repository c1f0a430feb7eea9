import Foundation

// usage: embedtext FOLDER OUTPUT
// Writes OUTPUT: `enum EmbeddedText`, a dictionary from each file's path in FOLDER to its text.

/// The raw-string delimiter that does not occur in `text`.
func delimiter(for text: String) -> String {
  var hashes = "#"
  while text.contains("\"\"\"" + hashes) || text.contains("\\" + hashes) { hashes += "#" }
  return hashes
}

guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: embedtext FOLDER OUTPUT\n".utf8))
  exit(2)
}
let folder = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
var swift = """
  // Generated from the target's Data folder by the EmbedText plugin.

  enum EmbeddedText {
    /// The text of each data file, by its path below the Data folder.
    static let files: [String: String] = [

  """
for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted() {
  let file = folder.appending(path: name)
  guard (try file.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true else {
    continue
  }
  let text = try String(contentsOf: file, encoding: .utf8)
  let hashes = delimiter(for: text)
  swift += "\"\(name)\": \(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes),\n"
}
swift += "  ]\n}\n"
try swift.write(to: URL(filePath: CommandLine.arguments[2]), atomically: true, encoding: .utf8)
