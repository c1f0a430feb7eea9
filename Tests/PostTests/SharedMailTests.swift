import Foundation
import Post
import Testing

/// Reads real messages kept outside the repository, where they are at hand, and compares what was
/// found with what a person noted about them.
@Suite("Real messages kept beside the repository")
struct SharedMailTests {
  struct Labels: Decodable {
    struct Noted: Decodable {
      var declared: String
      var filename: String?
      var bytes: Int
    }
    var attachments: [Noted]
    var quirks: [String]
    var kind: String

    enum CodingKeys: String, CodingKey {
      case attachments, quirks
      case kind = "mail_kind"
    }
  }

  /// The folder with the messages, or nil. The sources may be reached through links.
  static let folder: URL? = {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "shared/corpus/emails")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }()

  private static func files() throws -> [URL] {
    guard let folder else { return [] }
    let all = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return all.filter { $0.pathExtension == "eml" }.sorted { $0.path < $1.path }
  }

  @Test(
    "every one is read, with the attachments and the text that were noted",
    .enabled(if: folder != nil, "skipped: the folder of messages is not beside the repository"))
  func messages() throws {
    let files = try Self.files()
    #expect(files.count >= 30)
    for file in files {
      let name = file.deletingPathExtension().lastPathComponent
      let labels = try JSONDecoder().decode(
        Labels.self,
        from: Data(contentsOf: file.deletingPathExtension().appendingPathExtension("labels.json")))
      let message = try Message(reading: [UInt8](Data(contentsOf: file)))
      compare(message.attachments, labels, name)
      let hasText = !labels.quirks.contains("no_text_part") && labels.kind != "empty"
      #expect(message.body.isEmpty == !hasText, "\(name)")
      #expect((message.from == nil) == labels.quirks.contains("no_from"), "\(name)")
      #expect(message.sent.map { $0.day != nil } ?? true, "\(name)")
      if labels.quirks.contains("charset_iso_8859_2") || labels.quirks.contains("utf7") {
        #expect(message.remarks.allSatisfy { !$0.contains("could not be read") }, "\(name)")
      }
    }
  }

  private func compare(_ attachments: [Attachment], _ labels: Labels, _ name: String) {
    // The note counts nothing for a message in a message, and stops at the first mark of the end.
    let noted = labels.attachments.map { noted in
      let isMessage = noted.declared == "message/rfc822"
      return Attachment(
        filename: noted.filename, declaredType: noted.declared,
        byteCount: isMessage ? 0 : noted.bytes)
    }
    let found = attachments.map { found in
      let isMessage = found.declaredType == "message/rfc822"
      return Attachment(
        filename: found.filename, declaredType: found.declaredType,
        byteCount: isMessage ? 0 : found.byteCount)
    }
    if name == "nested-attachments-premature-end" {
      #expect(found.dropLast() == noted[...], "\(name)")
      #expect(found.last?.filename == "maroon-square.png")
    } else {
      #expect(found == noted, "\(name)")
    }
  }
}
