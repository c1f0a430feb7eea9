package import Documents

/// Looks into files of one format, or a family that is built alike.
package protocol FormatInspector {
  /// Every class that it can report; the reference is written from them.
  static var classes: [HiddenDataClass] { get }

  /// Small files that show each class found, and innocents that look like it.
  static var examples: [InspectionExample] { get }

  /// Reports what is hidden in a file.
  ///
  /// - Throws: ``Unreadable`` where nothing of it can be read. A part that cannot be read is told with
  ///   ``InspectionRun/fail(_:)`` and the rest is looked at.
  static func inspect(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable)
}

/// Makes a copy of a file without what is hidden in it.
package protocol FormatCleaner {
  /// The copy: what is visible stays as it was. It is proved by inspecting it again, which the caller does.
  ///
  /// - Throws: ``Unreadable`` where the file cannot be read whole.
  static func clean(_ bytes: [UInt8], limits: InspectionLimits) throws(Unreadable) -> [UInt8]
}

/// A small file that an inspector carries to show what it finds and what it leaves alone.
public struct InspectionExample: Sendable {
  /// What it shows, as a sentence: `a sheet that Unhide does not offer`.
  public let name: String
  /// The name of the file, with its ending.
  public let file: String
  /// The file.
  public let bytes: [UInt8]
  /// The classes that must be found in it.
  public let finds: Set<String>
  /// A text that a finding must show.
  public let shows: String?
  /// Classes that must not be found in it, beside all of medium severity and above that are not in
  /// `finds` or `allows`.
  public let leaves: Set<String>
  /// Classes that may be found in it besides.
  public let allows: Set<String>

  /// Makes an example.
  public init(
    _ name: String, file: String, _ bytes: [UInt8], finds: Set<String> = [], shows: String? = nil,
    leaves: Set<String> = [], allows: Set<String> = []
  ) {
    self.name = name
    self.file = file
    self.bytes = bytes
    self.finds = finds
    self.shows = shows
    self.leaves = leaves
    self.allows = allows
  }
}
