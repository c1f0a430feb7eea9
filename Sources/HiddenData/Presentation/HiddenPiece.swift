/// Something hidden on a slide, layout or master, with what takes it out: the inspector reports it, the cleaner
/// removes it, and so both mean the same.
struct HiddenPiece {
  enum Removal {
    /// The element goes.
    case elements([XMLElement])
    /// The words in paragraphs go; the shape around them stays.
    case paragraphs([XMLElement])
    /// Attributes of an element go.
    case attributes(Set<String>, XMLElement)
    /// It cannot be taken out without changing what is seen.
    case none
  }

  var kind: HiddenDataClass
  var place: String
  var excerpt: String
  var removal: Removal
  var picture: [UInt8]?

  var isRemovable: Bool { if case .none = removal { false } else { true } }

  func report(to run: InspectionRun) {
    run.report(kind, at: place, showing: excerpt, removable: isRemovable, picture: picture)
  }

  /// Takes pieces out of a tree.
  static func remove(_ pieces: [HiddenPiece], from tree: XMLElement) {
    var gone: Set<ObjectIdentifier> = []
    for piece in pieces {
      switch piece.removal {
      case .elements(let elements): gone.formUnion(elements.map { ObjectIdentifier($0) })
      case .paragraphs(let paragraphs):
        for paragraph in paragraphs {
          gone.formUnion(
            paragraph.elements.filter(TextRegions.isRun).map { ObjectIdentifier($0) })
        }
      case .attributes(let names, let element):
        element.attributes.removeAll { names.contains($0.name.local) && !$0.isDeclaration }
      case .none: break
      }
    }
    guard !gone.isEmpty else { return }
    tree.visit { element in element.removeElements { gone.contains(ObjectIdentifier($0)) } }
  }
}
