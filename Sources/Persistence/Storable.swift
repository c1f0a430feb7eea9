/// A Swift value that fits into one column.
///
/// Conform an enumeration with text or whole numbers as raw values by naming the protocol; it
/// needs no code. A value read back equals the value that was stored.
public protocol Storable {
  /// The value as the database holds it.
  var databaseValue: DatabaseValue { get }

  /// Reads the value back, or nil where the column holds something else.
  init?(databaseValue: DatabaseValue)
}

extension DatabaseValue: Storable {
  /// The value itself.
  public var databaseValue: DatabaseValue { self }

  /// Takes any value.
  public init?(databaseValue: DatabaseValue) { self = databaseValue }
}

extension String: Storable {
  /// The text.
  public var databaseValue: DatabaseValue { .text(self) }

  /// Reads text and nothing else.
  public init?(databaseValue: DatabaseValue) {
    guard case .text(let text) = databaseValue else { return nil }
    self = text
  }
}

extension Int64: Storable {
  /// The whole number.
  public var databaseValue: DatabaseValue { .integer(self) }

  /// Reads a whole number and nothing else.
  public init?(databaseValue: DatabaseValue) {
    guard case .integer(let number) = databaseValue else { return nil }
    self = number
  }
}

extension Int: Storable {
  /// The whole number.
  public var databaseValue: DatabaseValue { .integer(Int64(self)) }

  /// Reads a whole number that fits.
  public init?(databaseValue: DatabaseValue) {
    guard case .integer(let number) = databaseValue else { return nil }
    self.init(exactly: number)
  }
}

extension Double: Storable {
  /// The number.
  public var databaseValue: DatabaseValue { .real(self) }

  /// Reads a number; a whole one too, where nothing is lost by it.
  public init?(databaseValue: DatabaseValue) {
    switch databaseValue {
    case .real(let number): self = number
    case .integer(let number): self.init(exactly: number)
    default: return nil
    }
  }
}

extension Bool: Storable {
  /// 1 or 0: SQLite has no kind of its own for truth.
  public var databaseValue: DatabaseValue { .integer(self ? 1 : 0) }

  /// Reads 1 or 0 and nothing else.
  public init?(databaseValue: DatabaseValue) {
    switch databaseValue {
    case .integer(1): self = true
    case .integer(0): self = false
    default: return nil
    }
  }
}

extension [UInt8]: Storable {
  /// The bytes.
  public var databaseValue: DatabaseValue { .blob(self) }

  /// Reads bytes and nothing else.
  public init?(databaseValue: DatabaseValue) {
    guard case .blob(let bytes) = databaseValue else { return nil }
    self = bytes
  }
}

extension Optional: Storable where Wrapped: Storable {
  /// The wrapped value, or null.
  public var databaseValue: DatabaseValue { self?.databaseValue ?? .null }

  /// Reads null as nil, and anything else as the wrapped kind.
  public init?(databaseValue: DatabaseValue) {
    if case .null = databaseValue {
      self = .none
    } else if let value = Wrapped(databaseValue: databaseValue) {
      self = .some(value)
    } else {
      return nil
    }
  }
}

extension Storable where Self: RawRepresentable, RawValue: Storable {
  /// The raw value.
  public var databaseValue: DatabaseValue { rawValue.databaseValue }

  /// Reads a raw value that the type knows.
  public init?(databaseValue: DatabaseValue) {
    guard let rawValue = RawValue(databaseValue: databaseValue) else { return nil }
    self.init(rawValue: rawValue)
  }
}
