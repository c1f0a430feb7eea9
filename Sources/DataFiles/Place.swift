/// A place in a text file, both numbers counted from 1.
public struct Place: Equatable, Hashable, Sendable {
  /// The line, counted from 1.
  public var line: Int
  /// The column in Unicode scalars, counted from 1.
  public var column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The way to a value inside a data file or a decision: keys, and the numbers of list entries
/// counted from 0, written `reliance/0/harm/likelihood`.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The keys and entry numbers from the outside in.
  public var components: [String]

  /// Makes a path from its components.
  public init(_ components: [String] = []) { self.components = components }

  /// Makes a path from text with `/` between components.
  public init(stringLiteral value: String) {
    components = value.split(separator: "/").map(String.init)
  }

  /// The path one step further in.
  public static func / (path: FieldPath, component: String) -> FieldPath {
    FieldPath(path.components + [component])
  }

  /// The path to an entry of the list at this path.
  public static func / (path: FieldPath, index: Int) -> FieldPath {
    FieldPath(path.components + [String(index)])
  }

  /// Whether this path is `other` or lies inside it.
  public func isWithin(_ other: FieldPath) -> Bool {
    components.starts(with: other.components)
  }

  /// The path one step further out, or nil at the top.
  public var parent: FieldPath? {
    components.isEmpty ? nil : FieldPath(components.dropLast())
  }

  /// The components with `/` between them.
  public var description: String { components.joined(separator: "/") }
}

/// Where each field of a file that was read stands in it.
public struct SourceMap: Sendable {
  private var places: [FieldPath: Place] = [:]

  /// An empty map.
  public init() {}

  /// Records where a field stands.
  public mutating func record(_ path: FieldPath, at place: Place) { places[path] = place }

  /// The place of a field, or of the nearest field around it that the file has.
  public func place(of path: FieldPath) -> Place {
    var path = path
    while true {
      if let place = places[path] { return place }
      guard let parent = path.parent else { return Place(line: 1, column: 1) }
      path = parent
    }
  }
}
