import Persistence

extension Row {
  func text(_ column: String) throws -> String { try value(column) }
  func optionalText(_ column: String) throws -> String? { try value(column) }
  func integer(_ column: String) throws -> Int { try value(column) }
}
