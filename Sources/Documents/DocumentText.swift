/// The words of a file, as a letter's reader wants them.
///
/// Paragraphs have an empty line between them; items of a list, rows of a table and lines that were
/// broken on purpose stand on lines of their own. The cells of a row have a bar between them. A plain
/// text file is not touched at all: its text is what the file holds.
public struct DocumentText: Codable, Equatable, Sendable {
  /// The words. Offsets into a letter count its Unicode scalars.
  public var text: String
  /// What kind of file they came from.
  public var format: DocumentFormat
  /// What had to be guessed, mended or left out.
  public var notes: [DocumentNote]

  /// Makes a text.
  public init(text: String, format: DocumentFormat, notes: [DocumentNote]) {
    self.text = text
    self.format = format
    self.notes = notes
  }
}

/// The kinds of file that have words which can be read.
public enum DocumentFormat: String, CaseIterable, Codable, Sendable {
  /// Plain text.
  case text
  /// A web page.
  case html
  /// A Word document.
  case docx
  /// An OpenDocument text.
  case odt
  /// A PDF document.
  case pdf
  /// An e-mail.
  case mail = "eml"
}

/// Something about a file that whoever reads its text should know.
public struct DocumentNote: Codable, Equatable, Sendable {
  /// What a note is about.
  public enum Matter: String, CaseIterable, Codable, Sendable {
    /// How bytes became characters, where that was not plain.
    case characters
    /// A tracked change: what stands in the text and what does not.
    case trackedChanges = "tracked_changes"
    /// Words of the file that are not in the text.
    case leftOut = "left_out"
    /// Something that is damaged, and what was done about it.
    case damage
    /// Pages without words of their own.
    case pictures
    /// Marks that turn the direction of writing.
    case direction
    /// What the reader of e-mail remarks on.
    case mail
  }

  /// What it is about.
  public var matter: Matter
  /// What is to be said, in a sentence.
  public var message: String

  /// Makes a note.
  public init(_ matter: Matter, _ message: String) {
    self.matter = matter
    self.message = message
  }
}
