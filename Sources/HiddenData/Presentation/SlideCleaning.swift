import Documents

/// Takes what is hidden on slides, layouts and masters out of their trees.
struct SlideCleaning {
  let structure: PresentationStructure
  let limits: InspectionLimits

  func clean(_ edit: inout OfficePackageEdit) throws(Unreadable) {
    try removeSlides(&edit)
    var changed: [String: XMLElement] = [:]
    for (part, pieces) in SlidePieces.all(of: structure) {
      guard let tree = structure.package.tree(part) else { continue }
      HiddenPiece.remove(pieces, from: tree)
      changed[part] = tree
    }
    for (part, tree) in changed.sorted(by: { $0.key < $1.key }) where edit.contains(part) {
      for element in tree.descendants("blipFill") {
        try PictureCrop(part: part, limits: limits).crop(element, in: &edit)
      }
      try ObjectPictures(part: part).replace(in: tree, &edit)
      Self.removeMedia(in: tree)
      tree.visit { $0.removeElements { $0.name.local == "custDataLst" } }
      edit.replace(part: part, with: tree)
      try Self.removeUnmentioned(from: part, &edit)
    }
  }

  /// Slides that are hidden or not listed go, with the places from which others jump to them.
  private func removeSlides(_ edit: inout OfficePackageEdit) throws(Unreadable) {
    let kept = Set(structure.visibleSlides.map { OfficePackage.key($0.part) })
    let gone = structure.parts { $0.kind == "slide" }
      .filter { !kept.contains(OfficePackage.key($0)) }
    let keys = Set(gone.map(OfficePackage.key))
    for slide in structure.visibleSlides {
      let ids = Set(
        structure.package.relationships(of: slide.part)
          .filter { $0.kind == "slide" && keys.contains(OfficePackage.key($0.target)) }.map(\.id))
      guard !ids.isEmpty else { continue }
      slide.tree.visit { element in
        element.removeElements {
          $0.name.local.hasPrefix("hlink")
            && ids.contains(PresentationStructure.relationshipID($0) ?? "")
        }
      }
    }
    let links = structure.package.relationships(of: structure.main)
    let ids = Set(
      links.filter { $0.kind == "slide" && keys.contains(OfficePackage.key($0.target)) }.map(\.id))
    structure.presentation.first("sldIdLst")?.removeElements {
      ids.contains(PresentationStructure.relationshipID($0) ?? "")
    }
    for part in gone { try edit.remove(part: part) }
  }

  /// Sound and film leave their still picture.
  private static func removeMedia(in tree: XMLElement) {
    let sounds = [
      "audioFile", "videoFile", "wavAudioFile", "quickTimeFile", "audioCd", "snd", "sndAc",
    ]
    tree.visit { element in
      element.removeElements { child in
        if sounds.contains(child.name.local) { return true }
        if child.name.local == "ext" { return !child.descendants("media").isEmpty }
        return child.name.local.hasPrefix("hlink") && child["action"] == "ppaction://media"
      }
      // A list of extensions must not be empty.
      element.removeElements { $0.name.local == "extLst" && $0.elements.isEmpty }
    }
    let plays = tree.first("timing")?.descendants("cMediaNode").isEmpty ?? true
    if !plays { tree.removeElements { $0.name.local == "timing" } }
  }

  /// Relationships that a part no longer speaks of, so that what they led to is left out. Others are meant
  /// by their kind alone, and no element names them.
  private static func removeUnmentioned(
    from part: String, _ edit: inout OfficePackageEdit
  ) throws(Unreadable) {
    let named: Set<String> = [
      "image", "oleObject", "package", "tags", "slide", "hyperlink", "control", "audio", "video",
      "media", "vmlDrawing",
    ]
    let links = try edit.relationships(of: part).filter { named.contains($0.kind) }
    guard let bytes = edit.bytes(of: part) else { return }
    var ids = PartText.unmentioned(links.map(\.id), in: bytes)
    // Old drawings are named by the number of a shape in them.
    if PartText.contains(bytes, "spid=") {
      ids.subtract(links.filter { $0.kind == "vmlDrawing" }.map(\.id))
    }
    let key = OfficePackage.key(part)
    try edit.removeRelationships { source, link in
      OfficePackage.key(source) == key && named.contains(link.kind) && ids.contains(link.id)
    }
  }
}
