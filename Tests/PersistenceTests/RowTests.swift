import Persistence
import Testing

@Suite("Reading a row")
struct RowTests {
  let row = Row(
    columns: ["id", "title", "closed", "id2", "id2"],
    values: [.integer(2), .text("Suppliers"), .null, .integer(0), .integer(1)])

  @Test("a value is read by the name of its column")
  func value() throws {
    #expect(try row.value("id") == 2)
    #expect(try row.value("title", as: String.self) == "Suppliers")
    #expect(try row.value("closed", as: String?.self) == nil)
    #expect(try row.value("title", as: String?.self) == "Suppliers")
  }

  @Test("a column that is not there is named, with those that are")
  func missing() throws {
    let error = #expect(throws: PersistenceError.self) { try row.value("tilte", as: String.self) }
    #expect(error?.code == .missingColumn("tilte"))
    #expect(error?.message.contains("id, title, closed") == true)
  }

  @Test("a column that is there twice is not guessed at")
  func ambiguous() {
    #expect(throws: PersistenceError(.ambiguousColumn("id2"), "")) {
      try row.value("id2", as: Int.self)
    }
  }

  @Test("another kind of value is named by its kind, not by its content")
  func kind() throws {
    let error = #expect(throws: PersistenceError.self) { try row.value("title", as: Int.self) }
    #expect(error?.code == .unexpectedValue(column: "title"))
    #expect(error?.message.contains("Suppliers") == false)
    #expect(error?.message.contains("text") == true)
  }

  @Test("a whole number is read as a number with a fraction where nothing is lost by it")
  func wholeAsFraction() throws {
    let row = Row(columns: ["small", "large"], values: [.integer(2), .integer((1 << 53) + 1)])
    #expect(try row.value("small", as: Double.self) == 2)
    #expect(throws: PersistenceError(.unexpectedValue(column: "large"), "")) {
      try row.value("large", as: Double.self)
    }
    #expect(throws: PersistenceError(.unexpectedValue(column: "large"), "")) {
      try Row(columns: ["large"], values: [.real(2)]).value("large", as: Int.self)
    }
  }

  @Test("nothing is not read as something")
  func null() {
    #expect(throws: PersistenceError(.unexpectedValue(column: "closed"), "")) {
      try row.value("closed", as: String.self)
    }
    #expect(throws: PersistenceError(.unexpectedValue(column: "id"), "")) {
      try row.value("id", as: Bool.self)
    }
  }
}
