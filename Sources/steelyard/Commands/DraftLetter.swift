import ArgumentParser
import DataFiles
import Foundation
import InformationLaw
import Letters
import PublicInterest

/// `steelyard draft`: the letter from a decision.
struct DraftLetter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Write the letter from a decision file.")

  @Argument(help: "The decision, in YAML; - for standard input.")
  var decision: String

  @ArgumentParser.Option(
    name: [.customShort("o"), .long], help: "Where to: the extension is txt, html or docx.")
  var output: String

  @Flag(help: "Replace the file if it is there.")
  var force = false

  func run() throws {
    let format = (output as NSString).pathExtension.lowercased()
    guard ["txt", "html", "docx"].contains(format) else {
      throw Failure(
        "-o \(output): a letter is written as .txt, .html or .docx; '.\(format)' is none of them")
    }
    let book = try Books.statuteBook()
    let text = try Input.text(decision, limit: DecisionFile.limit)
    let file: DecisionFile
    do {
      file = try DecisionFile(parsing: text, file: decision, book: book)
    } catch {
      throw Failure(error.description)
    }
    let letter = Letter(decision: file.decision, book: book, addressee: file.addressee)
    let bytes: [UInt8] =
      switch format {
      case "txt": Array(letter.plainText().utf8)
      case "html": Array(letter.html().utf8)
      default: letter.docx()
      }
    try WholeFile.write(bytes, to: output, force: force)
  }
}

/// Writes a file whole or not at all.
enum WholeFile {
  static func write(_ bytes: [UInt8], to path: String, force: Bool) throws {
    let target = URL(filePath: path)
    let draft = target.deletingLastPathComponent()
      .appending(path: ".\(target.lastPathComponent).\(UUID().uuidString).part")
    do {
      try Data(bytes).write(to: draft)
    } catch {
      throw Failure("\(path): cannot be written; check the folder and its permissions")
    }
    defer { unlink(draft.path(percentEncoded: false)) }
    let from = draft.path(percentEncoded: false)
    let to = target.path(percentEncoded: false)
    if force {
      guard rename(from, to) == 0 else { throw Failure("\(path): cannot be replaced") }
    } else {
      // A hard link fails where the name is taken, so that nothing is overwritten unseen.
      guard link(from, to) == 0 else {
        throw Failure("\(path): is there already; add --force to replace it")
      }
    }
  }
}
