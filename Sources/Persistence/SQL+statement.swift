extension SQL {
  /// A statement as a database takes it: text with placeholders, and the values for them.
  public struct Statement: Hashable, Sendable {
    /// The text.
    public var text: String
    /// The values, in the order of their placeholders.
    public var values: [DatabaseValue]
  }

  /// The statement in a dialect.
  ///
  /// - Throws: ``PersistenceError`` with code ``PersistenceError/Code/unstorableValue`` where a
  ///   value is one that not every database can hold.
  public func statement(in dialect: Dialect) throws(PersistenceError) -> Statement {
    var values: [DatabaseValue] = []
    for case .value(let value) in parts {
      if let reason = Self.reasonNotToStore(value) {
        throw PersistenceError(
          .unstorableValue, "value \(values.count + 1) of this statement \(reason): \(self)")
      }
      values.append(value)
    }
    return Statement(text: text(in: dialect), values: values)
  }

  func text(in dialect: Dialect) -> String {
    var text = ""
    var number = 0
    for part in parts {
      switch part {
      case .literal(let literal):
        text += literal.description
      case .value:
        number += 1
        text += dialect.placeholder(number)
      }
    }
    return text
  }

  // SQLite would cut text at U+0000 and PostgreSQL refuses it; SQLite would store NaN as null.
  private static func reasonNotToStore(_ value: DatabaseValue) -> String? {
    switch value {
    case .text(let text) where text.utf8.contains(0): "is text that contains U+0000"
    case .real(let number) where number.isNaN: "is not a number"
    default: nil
    }
  }
}
