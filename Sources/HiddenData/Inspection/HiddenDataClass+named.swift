extension HiddenDataClass {
  /// The class with an id; nil where there is none.
  public static func named(_ id: String) -> HiddenDataClass? { byID[id] }

  private static let byID = Dictionary(
    FileInspection.classes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
