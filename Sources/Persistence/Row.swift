/// One row of a result, read by the names of its columns.
///
/// Names are compared exactly. Write them in lower case: PostgreSQL folds what is not quoted.
public struct Row: Hashable, Sendable {
  /// The names of the columns, in the order of the statement.
  public let columns: [String]
  /// The values, in the same order.
  public let values: [DatabaseValue]

  /// Makes a row; `columns` and `values` have the same count.
  public init(columns: [String], values: [DatabaseValue]) {
    precondition(columns.count == values.count, "a row needs one value for each column")
    self.columns = columns
    self.values = values
  }

  /// The value of a column.
  ///
  ///     let title: String = try row.value("title")
  ///     let closed = try row.value("closed_on", as: String?.self)
  ///
  /// - Throws: ``PersistenceError`` that names the column, where it is not in the row, is there
  ///   twice, or holds another kind of value.
  public func value<Value: Storable>(
    _ column: String, as type: Value.Type = Value.self
  ) throws(PersistenceError) -> Value {
    guard let index = columns.firstIndex(of: column) else {
      throw PersistenceError(
        .missingColumn(column),
        "no column '\(column)' in this row; it has: \(columns.joined(separator: ", "))")
    }
    guard columns.lastIndex(of: column) == index else {
      throw PersistenceError(
        .ambiguousColumn(column), "more than one column '\(column)' in this row; name them with AS")
    }
    guard let value = Value(databaseValue: values[index]) else {
      throw PersistenceError(
        .unexpectedValue(column: column),
        "column '\(column)' should be read as \(Value.self) but holds \(values[index].kind)")
    }
    return value
  }
}
