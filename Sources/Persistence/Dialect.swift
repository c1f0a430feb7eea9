/// The dialect of SQL that a database speaks, for the few places where a schema has to differ.
public enum Dialect: Sendable, CaseIterable {
  /// SQLite 3, the embedded store.
  case sqlite
  /// PostgreSQL.
  case postgresql

  /// The mark that stands in a statement for its bound value number `number`, counted from 1.
  public func placeholder(_ number: Int) -> String {
    switch self {
    case .sqlite: "?"
    case .postgresql: "$\(number)"
    }
  }
}
