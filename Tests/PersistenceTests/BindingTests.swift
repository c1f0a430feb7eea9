import Persistence
import Testing

@Suite("What is bound comes back unchanged")
struct BindingTests {
  static let awkwardTexts = [
    "", " ", "plain", "O'Brien", "''", "\"quoted\"", "back\\slash", "per%cent_", "?", "$1", ":name",
    "line\nbreak\r\n\ttab", "Llanfairpwllgwyngyll ŵ ŷ", "😀👩‍⚖️🏴󠁧󠁢󠁷󠁬󠁳󠁿", "e\u{301}", "\u{FEFF}bom",
    "\u{1}\u{1F}",
    "'; DROP TABLE sample; --", "1); DELETE FROM sample; --", "' OR '1'='1", "Robert'); --",
    String(repeating: "long ", count: 50_000),
  ]

  @Test("text of every kind", arguments: Backend.all)
  func texts(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    try await database.write { session in
      for (id, text) in Self.awkwardTexts.enumerated() {
        try session.execute("INSERT INTO sample (id, words) VALUES (\(id), \(text))")
      }
    }
    try await database.read { session in
      let rows = try session.query("SELECT words FROM sample ORDER BY id")
      let texts = try rows.map { try $0.value("words", as: String.self) }
      // Compare bytes: equality of text would overlook a change of composition.
      #expect(texts.map { Array($0.utf8) } == Self.awkwardTexts.map { Array($0.utf8) })
      for (id, text) in Self.awkwardTexts.enumerated() {
        let found = try session.query("SELECT id FROM sample WHERE words = \(text)")
        #expect(try found.map { try $0.value("id", as: Int.self) } == [id])
      }
    }
  }

  @Test("whole numbers up to the limits", arguments: Backend.all)
  func integers(_ backend: Backend) async throws {
    let numbers: [Int64] = [0, 1, -1, .max, .min, 1 << 32, -(1 << 53) - 1]
    #expect(try await roundTrip(numbers, \.whole, backend) == numbers)
  }

  @Test("numbers with fractions", arguments: Backend.all)
  func reals(_ backend: Backend) async throws {
    let numbers = [0, 1, -0.5, 0.1, .pi, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e300]
    #expect(try await roundTrip(numbers, \.fraction, backend) == numbers)
  }

  @Test("truth", arguments: Backend.all)
  func booleans(_ backend: Backend) async throws {
    #expect(try await roundTrip([true, false], \.whole, backend) == [true, false])
  }

  @Test("bytes of every value, and no bytes", arguments: Backend.all)
  func blobs(_ backend: Backend) async throws {
    let blobs: [[UInt8]] = [
      [], [0], Array(0...255), [0, 0, 0], Array(repeating: 0xFF, count: 1_000_000),
    ]
    #expect(try await roundTrip(blobs, \.bytes, backend) == blobs)
  }

  @Test("nothing, as nil of any kind", arguments: Backend.all)
  func nulls(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    let noText: String? = nil
    let someText: String? = "here"
    let noBytes: [UInt8]? = nil
    let noNumber: Int? = nil
    try await database.write { session in
      try session.execute(
        """
        INSERT INTO sample (id, whole, fraction, words, bytes)
        VALUES (1, \(noNumber), \(nil), \(noText), \(noBytes))
        """)
      try session.execute("INSERT INTO sample (id, words) VALUES (2, \(someText))")
      let rows = try session.query("SELECT whole, fraction, words, bytes FROM sample ORDER BY id")
      #expect(rows.first?.values == [.null, .null, .null, .null])
      #expect(try rows.map { try $0.value("words", as: String?.self) } == [nil, "here"])
    }
  }

  @Test("an enumeration is stored by its raw value", arguments: Backend.all)
  func enumerations(_ backend: Backend) async throws {
    let grades: [Grade] = [.officer, .decisionMaker]
    #expect(try await roundTrip(grades, \.words, backend) == grades)
  }

  enum Grade: String, Storable {
    case officer
    case decisionMaker = "decision maker"
  }

  @Test("text with U+0000 is refused, never shortened", arguments: Backend.all)
  func nulCharacter(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    await #expect(throws: PersistenceError(.unstorableValue, "")) {
      try await database.write { session in
        try session.execute("INSERT INTO sample (id, words) VALUES (1, \("before\0after"))")
      }
    }
  }

  @Test("what is not a number is refused, never made null", arguments: Backend.all)
  func notANumber(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    await #expect(throws: PersistenceError(.unstorableValue, "")) {
      try await database.write { session in
        try session.execute("INSERT INTO sample (id, fraction) VALUES (1, \(Double.nan))")
      }
    }
  }

  /// The columns of the table `sample`.
  struct Columns {
    let whole: (SQL, String) = ("whole", "whole")
    let fraction: (SQL, String) = ("fraction", "fraction")
    let words: (SQL, String) = ("words", "words")
    let bytes: (SQL, String) = ("bytes", "bytes")
  }

  private func roundTrip<Value: Storable & Sendable>(
    _ values: [Value], _ column: KeyPath<Columns, (SQL, String)>, _ backend: Backend
  ) async throws -> [Value] {
    let database = try await backend.prepared()
    let (sql, name) = Columns()[keyPath: column]
    return try await database.write { session in
      for (id, value) in values.enumerated() {
        try session.execute("INSERT INTO sample (id, \(sql)) VALUES (\(id), \(value))")
      }
      return try session.query("SELECT \(sql) FROM sample ORDER BY id").map { row in
        try row.value(name)
      }
    }
  }
}
