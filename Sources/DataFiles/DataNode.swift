internal import Yams

/// A value in a YAML file, with its place, read strictly: a key that nothing asks for, a missing
/// key or a value of the wrong kind is an error that names the line and, for a key, the nearest
/// right one.
public struct DataNode {
  /// The file that the value stands in.
  public let file: String
  let way: Way?
  let node: Node
  let recorder: Recorder

  /// The last step of the way to a value; nil at the top. Most paths are never asked for.
  final class Way {
    private let before: Way?
    private let step: Step

    enum Step {
      case key(String)
      case entry(Int)
    }

    init(_ before: Way?, _ step: Step) {
      self.before = before
      self.step = step
    }

    var path: FieldPath {
      let path = before?.path ?? FieldPath()
      return switch step {
      case .key(let key): path / key
      case .entry(let index): path / index
      }
    }
  }

  /// Collects the places of everything that is read.
  final class Recorder {
    var places: [(way: Way?, place: Place)] = []
  }

  /// The way to the value from the top of the file.
  public var path: FieldPath { way?.path ?? FieldPath() }

  /// Parses YAML (1.1, as libyaml reads it).
  ///
  /// - Throws: ``DataFileError`` at the first place where the text is not YAML, has a duplicate
  ///   key, or is empty.
  public init(parsing text: String, file: String) throws(DataFileError) {
    let root: Node?
    do {
      // Without rules for tags every plain scalar is text, which is all that is asked for; looking for
      // numbers and dates in each would take a third of the time.
      root = try Yams.compose(yaml: text, .basic)
    } catch {
      throw DataFileError(yamlError: error, file: file)
    }
    guard let root else {
      throw DataFileError(file: file, line: 1, column: 1, message: "the file is empty")
    }
    self.init(file: file, way: nil, node: root, recorder: Recorder())
  }

  init(file: String, way: Way?, node: Node, recorder: Recorder) {
    self.file = file
    self.way = way
    self.node = node
    self.recorder = recorder
    recorder.places.append((way, place))
  }

  /// Where the value starts.
  public var place: Place {
    Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// Where every field that has been read so far stands.
  public var sourceMap: SourceMap {
    recorder.places.reduce(into: SourceMap()) {
      $0.record($1.way?.path ?? FieldPath(), at: $1.place)
    }
  }

  /// An error at this value.
  public func error(_ message: String) -> DataFileError {
    DataFileError(file: file, line: place.line, column: place.column, message: message)
  }

  /// Whether the value is missing in all but name (`key:` with nothing after it, or `~`).
  public var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }

  /// The value as text, blank space at the ends removed.
  public func string() throws(DataFileError) -> String {
    guard case .scalar(let scalar) = node else {
      throw error("\(path) should be text, not a \(kind)")
    }
    return scalar.string.trimmingWhitespace()
  }

  /// The entries of a list.
  public func list() throws(DataFileError) -> [DataNode] {
    guard case .sequence(let sequence) = node else {
      throw error("\(path) should be a list, each entry on a line that starts with '- '")
    }
    return sequence.enumerated().map { index, entry in
      DataNode(file: file, way: Way(way, .entry(index)), node: entry, recorder: recorder)
    }
  }

  /// The value as a list of texts; a single text counts as a list of one.
  public func strings() throws(DataFileError) -> [String] {
    if isNull { return [] }
    if case .scalar = node { return [try string()] }
    var strings: [String] = []
    for entry in try list() { strings.append(try entry.string()) }
    return strings
  }

  /// One of a fixed set of words.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type
  ) throws(DataFileError) -> Choice where Choice.RawValue == String {
    let text = try string()
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    throw error(
      "'\(text)' is not one of: \(words.joined(separator: ", "))"
        + (nearest(to: text, in: words).map { "; did you mean '\($0)'?" } ?? ""))
  }

  /// Reads a mapping; when `read` returns, any key that it did not ask for is an error.
  public func mapping<Value>(
    _ read: (MappingReader) throws(DataFileError) -> Value
  ) throws(DataFileError) -> Value {
    guard case .mapping(let mapping) = node else {
      throw error(
        path.components.isEmpty
          ? "the file should be 'key: value' lines, not a \(kind)"
          : "\(path) should be 'key: value' lines, not a \(kind)")
    }
    let reader = try MappingReader(node: self, mapping: mapping)
    let value = try read(reader)
    try reader.refuseUnknownKeys()
    return value
  }

  private var kind: String {
    switch node {
    case .scalar: "single value"
    case .mapping: "set of keys"
    case .sequence: "list"
    case .alias: "reference"
    }
  }
}

extension String {
  func trimmingWhitespace() -> String {
    // Hardly any text has blanks at its ends, and nearly all begins and ends with ASCII.
    func isVisible(_ byte: UInt8?) -> Bool { byte.map { $0 > 0x20 && $0 < 0x7F } ?? true }
    if isVisible(utf8.first), isVisible(utf8.last) { return self }
    var view = self[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}

extension DataFileError {
  /// Turns the parser's own error into ours, keeping its place.
  init(yamlError: any Error, file: String) {
    func make(_ mark: Mark, _ problem: String) -> DataFileError {
      DataFileError(
        file: file, line: mark.line, column: mark.column,
        message: "not YAML that can be read: \(problem); check the indentation and quotes here")
    }
    switch yamlError as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self = make(mark, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first.map(String.init(describing:)) ?? ""
      self.init(
        file: file, line: context.mark.line, column: context.mark.column,
        message: "the key '\(key)' stands here twice; keep one of them")
    default:
      self.init(
        file: file, line: 1, column: 1, message: "not YAML that can be read: \(yamlError)")
    }
  }
}
