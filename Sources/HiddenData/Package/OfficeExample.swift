/// Builds the small Office files that inspectors carry as examples.
package enum OfficeExample {
  /// A package of parts given as text. Content types and relationships are among the parts.
  package static func package(_ parts: [(String, String)]) -> [UInt8] {
    ZipWriter.file(parts.map { ($0.0, Array($0.1.utf8)) })
  }

  /// A list of content types: overrides by part name.
  package static func contentTypes(_ overrides: [String: String]) -> String {
    let list = overrides.sorted { $0.key < $1.key }.map {
      #"<Override PartName="/\#($0.key)" ContentType="\#($0.value)"/>"#
    }
    return #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#
      + #"<Default Extension="rels" ContentType="#
      + #""application/vnd.openxmlformats-package.relationships+xml"/>"#
      + #"<Default Extension="xml" ContentType="application/xml"/>"#
      + list.joined() + "</Types>"
  }

  /// The relationships of a part: id, kind (the last step of the type's address) and target.
  package static func relationships(
    _ list: [(id: String, kind: String, target: String)], external: Set<String> = []
  ) -> String {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let items = list.map {
      #"<Relationship Id="\#($0.id)" Type="\#(base)\#($0.kind)" Target="\#($0.target)""#
        + (external.contains($0.id) ? #" TargetMode="External"/>"# : "/>")
    }
    return #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
      + items.joined() + "</Relationships>"
  }
}
