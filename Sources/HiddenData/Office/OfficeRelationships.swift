/// What relationships of the package or of its parts lead to, by the last step of their type. Transitional
/// and strict files, and Microsoft's own additions, end alike.
enum SharedRelationship {
  static let core = "core-properties"
  static let extended = "extended-properties"
  static let custom = "custom-properties"
  static let thumbnail = "thumbnail"
  static let customXML = "customXml"
  static let vba: Set<String> = ["vbaProject", "vbaProjectSignature", "wordVbaData"]
  static let labels = "classificationlabels"
  static let package = "package"
  static let oleObject = "oleObject"
  static let signature = "origin"
  static let image = "image"

  /// Add-ins and what they keep: task panes, their list, and the snapshots of content add-ins.
  static func isWebExtension(_ kind: String) -> Bool {
    kind == "webextension" || kind == "webextensiontaskpanes"
  }
}

/// What a file is by its first bytes.
enum FirstBytes {
  case zip, compound, pdf, jpeg, png, gif, tiff, metafile, other

  init(_ bytes: [UInt8]) {
    func begins(_ signature: [UInt8], at start: Int = 0) -> Bool {
      bytes.count >= start + signature.count
        && bytes[start..<(start + signature.count)].elementsEqual(signature)
    }
    if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) {
      self = .zip
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else if begins(Array("%PDF-".utf8)) {
      self = .pdf
    } else if begins([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if begins(Array("GIF8".utf8)) {
      self = .gif
    } else if begins([0x49, 0x49, 0x2A, 0]) || begins([0x4D, 0x4D, 0, 0x2A]) {
      self = .tiff
    } else if begins([0xD7, 0xCD, 0xC6, 0x9A]) || begins(Array(" EMF".utf8), at: 40) {
      self = .metafile
    } else {
      self = .other
    }
  }

  /// Files with inspectors of their own.
  var isDocument: Bool {
    switch self {
    case .zip, .compound, .pdf, .jpeg, .png: true
    default: false
    }
  }
}
