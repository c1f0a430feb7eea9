/// Something in a file that its reader does not see: what it is, where it is, and the thing itself.
public struct HiddenDataFinding: Codable, Equatable, Sendable {
  /// Characters of the hidden thing that are shown.
  public static let mostShown = 4_096

  /// The class of it, as in `xlsx.sheet_hidden`.
  public var `class`: String
  /// How grave it is.
  public var severity: HiddenDataSeverity
  /// Where in the file it is, as a person would say it: `sheet "Staff", C2:C9`.
  public var `where`: String
  /// What is hidden, whole up to ``mostShown`` characters.
  public var excerpt: String
  /// Whether the excerpt was cut.
  public var truncated: Bool
  /// Whether cleaning takes it out.
  public var removable: Bool
  /// The way to a contained file: `archive.zip/letter.docx`; nil in the file itself.
  public var path: String?
  /// A small picture (PNG) of what is hidden, where words do not show it.
  public var picture: [UInt8]?
  /// Which part of one long thing it is, from 1, where that takes several findings to show; nil otherwise.
  public var part: Int?
}
