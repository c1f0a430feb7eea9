internal import Yams

/// Reads the keys of one mapping and remembers which were asked for.
///
/// A reader lives only inside ``DataNode/mapping(_:)``.
public final class MappingReader {
  /// The mapping that is being read.
  public let node: DataNode
  private var entries: [(key: String, keyNode: Node, value: Node)] = []
  private var asked: [String] = []

  init(node: DataNode, mapping: Node.Mapping) throws(DataFileError) {
    self.node = node
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        throw node.error("a key under \(node.path) is not plain text")
      }
      entries.append((scalar.string, key, value))
    }
  }

  /// The value of a key, or nil where the key is absent or has nothing after it.
  public func optional(_ key: String) -> DataNode? {
    if !asked.contains(key) { asked.append(key) }
    guard let entry = entries.first(where: { $0.key == key }) else { return nil }
    let child = DataNode(
      file: node.file, way: DataNode.Way(node.way, .key(key)), node: entry.value,
      recorder: node.recorder)
    return child.isNull ? nil : child
  }

  /// The value of a key that has to be there.
  public func required(_ key: String) throws(DataFileError) -> DataNode {
    if let child = optional(key) { return child }
    // A missing key is most often a misspelt one: say so first.
    try refuseUnknownKeys(expecting: key)
    let at = node.way == nil ? "" : " in \(node.path)"
    throw node.error("'\(key)' is missing\(at)")
  }

  /// The text of a key that has to be there.
  public func string(_ key: String) throws(DataFileError) -> String {
    try required(key).string()
  }

  /// The text of a key, or nil.
  public func optionalString(_ key: String) throws(DataFileError) -> String? {
    guard let child = optional(key) else { return nil }
    return try child.string()
  }

  /// The texts of a key; none where it is absent.
  public func strings(_ key: String) throws(DataFileError) -> [String] {
    guard let child = optional(key) else { return [] }
    return try child.strings()
  }

  /// `true`/`yes` or `false`/`no`; false where the key is absent.
  public func flag(_ key: String) throws(DataFileError) -> Bool {
    try optionalFlag(key) ?? false
  }

  /// `true`/`yes` or `false`/`no`, or nil where the key is absent.
  public func optionalFlag(_ key: String) throws(DataFileError) -> Bool? {
    guard let child = optional(key) else { return nil }
    switch try child.string().lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    case let other: throw child.error("'\(other)' should be yes or no")
    }
  }

  /// A list of mappings or other values, each read by `read`; none where the key is absent.
  public func list<Value>(
    _ key: String, _ read: (DataNode) throws(DataFileError) -> Value
  ) throws(DataFileError) -> [Value] {
    guard let child = optional(key) else { return [] }
    var values: [Value] = []
    for entry in try child.list() { values.append(try read(entry)) }
    return values
  }

  /// One of a fixed set of words, or nil where the key is absent.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) throws(DataFileError) -> Choice? where Choice.RawValue == String {
    guard let child = optional(key) else { return nil }
    return try child.choice(type)
  }

  /// Every key and its value in the file's order, for a mapping whose keys are names.
  public func all() -> [(key: String, value: DataNode)] {
    entries.map { entry in
      if !asked.contains(entry.key) { asked.append(entry.key) }
      let value = DataNode(
        file: node.file, way: DataNode.Way(node.way, .key(entry.key)), node: entry.value,
        recorder: node.recorder)
      return (entry.key, value)
    }
  }

  func refuseUnknownKeys(expecting missing: String? = nil) throws(DataFileError) {
    for entry in entries where !asked.contains(entry.key) {
      // While reading is still under way, later keys are not known yet: only a key that looks
      // like the missing one is surely a misspelling.
      let near = nearest(to: entry.key, in: missing.map { [$0] } ?? asked)
      if missing != nil, near == nil { continue }
      let hint =
        near.map { "; did you mean '\($0)'?" } ?? "; known keys: \(asked.joined(separator: ", "))"
      throw DataFileError(
        file: node.file, line: entry.keyNode.mark?.line ?? 1,
        column: entry.keyNode.mark?.column ?? 1,
        message: "unknown key '\(entry.key)'\(hint)")
    }
  }
}
