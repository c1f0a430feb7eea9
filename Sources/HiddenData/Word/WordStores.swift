/// The stores that content controls are bound to.
enum WordStores {
  /// Properties that have ids of their own.
  private static let properties = [
    ("core-properties", "{6c3c8bc8-f283-45ae-878a-bab7291924a1}"),
    ("extended-properties", "{6668398d-a668-4e3e-a75b-5eb32f922fd2}"),
  ]

  /// The stores of a document by their ids in small letters.
  static func read(_ file: WordPackage) -> [String: XMLElement] {
    var stores: [String: XMLElement] = [:]
    for relation in file.package.relationships(of: "") where !relation.isExternal {
      for (kind, id) in properties where relation.kind.lowercased() == kind {
        stores[id] = file.package.tree(relation.target)
      }
    }
    for (relation, _) in file.targets("customxml") where !relation.isExternal {
      guard let root = file.package.tree(relation.target) else { continue }
      let props = file.package.relationships(of: relation.target).first {
        $0.kind.lowercased() == "customxmlprops"
      }
      let id = props.flatMap { file.package.tree($0.target) }?["itemID"]
      stores[id?.lowercased() ?? relation.target.lowercased()] = root
    }
    return stores
  }

  /// What a path of names and numbers leads to: `/c:case[1]/c:owner[1]`, `/a/@b`.
  static func value(of path: String, in root: XMLElement) -> String? {
    var element: XMLElement?
    for (index, step) in path.split(separator: "/").enumerated() {
      let name = step.split(separator: ":").last.map(String.init) ?? ""
      if step.hasPrefix("@") {
        return element?[name.hasPrefix("@") ? String(name.dropFirst()) : name]
      }
      if name.hasPrefix("text()") { break }
      let parts = name.split(separator: "[")
      let local = parts.first.map(String.init) ?? ""
      let number = parts.dropFirst().first.flatMap { Int($0.dropLast()) } ?? 1
      if index == 0 {
        element = local == root.name.local || local == "*" ? root : nil
      } else {
        let found = element?.elements.filter { local == "*" || $0.name.local == local } ?? []
        element = number >= 1 && number <= found.count ? found[number - 1] : nil
      }
      if element == nil { return nil }
    }
    return element?.text
  }
}
