/// A statement, written as text with its values in place:
///
///     "SELECT title FROM request WHERE id = \(id)"
///
/// Every interpolated value is bound, never spliced into the text. The text itself can only come
/// from literals in the program: it is held as `StaticString`, so nothing that a person typed can
/// become part of a statement. Names of tables and columns cannot be interpolated either.
///
/// Text that contains U+0000 and numbers that are not a number are refused when the statement
/// runs, because not every database can hold them and none may change them in silence.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
  enum Part: Sendable {
    case literal(StaticString)
    case value(DatabaseValue)
  }

  var parts: [Part]

  /// Takes a statement without values.
  public init(stringLiteral: StaticString) {
    parts = [.literal(stringLiteral)]
  }

  /// Takes a statement with values.
  public init(stringInterpolation: StringInterpolation) {
    parts = stringInterpolation.parts
  }

  /// Collects the text and the values of a statement.
  public struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    /// Starts with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Adds text of the program's own.
    public mutating func appendLiteral(_ literal: StaticString) {
      parts.append(.literal(literal))
    }

    /// Binds a value, or null where there is none.
    public mutating func appendInterpolation<Value: Storable>(_ value: Value?) {
      parts.append(.value(value.databaseValue))
    }

    /// Binds a value as it is; also what a bare `nil` means.
    public mutating func appendInterpolation(_ value: DatabaseValue?) {
      parts.append(.value(value ?? .null))
    }

    /// Adds a piece of a statement, such as a condition that is needed only sometimes.
    public mutating func appendInterpolation(_ piece: SQL) {
      parts += piece.parts
    }
  }
}

extension SQL: CustomStringConvertible {
  /// The text with `?` for every value: safe to log, because no value is in it.
  public var description: String { text(in: .sqlite) }
}
