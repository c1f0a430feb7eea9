import Persistence
import Testing

@Suite("A statement")
struct SQLTests {
  @Test("values are bound and never become text")
  func binding() throws {
    let name = "'; DROP TABLE officer; --"
    let sql: SQL = "SELECT id FROM officer WHERE name = \(name) AND grade > \(2)"
    let statement = try sql.statement(in: .sqlite)
    #expect(statement.text == "SELECT id FROM officer WHERE name = ? AND grade > ?")
    #expect(statement.values == [.text(name), .integer(2)])
  }

  @Test("PostgreSQL's placeholders are numbered")
  func numbering() throws {
    let sql: SQL = "UPDATE officer SET name = \("A"), grade = \(3) WHERE id = \(1)"
    let statement = try sql.statement(in: .postgresql)
    #expect(statement.text == "UPDATE officer SET name = $1, grade = $2 WHERE id = $3")
  }

  @Test("a piece brings its values with it, in their places")
  func pieces() throws {
    let condition: SQL = "year = \(2026) AND open = \(true)"
    let sql: SQL = "SELECT \("x") FROM request WHERE \(condition) LIMIT \(5)"
    let statement = try sql.statement(in: .postgresql)
    #expect(statement.text == "SELECT $1 FROM request WHERE year = $2 AND open = $3 LIMIT $4")
    #expect(statement.values == [.text("x"), .integer(2026), .integer(1), .integer(5)])
  }

  @Test("its description shows no value")
  func description() {
    let sql: SQL = "SELECT id FROM requester WHERE email = \("someone@example.org")"
    #expect("\(sql)" == "SELECT id FROM requester WHERE email = ?")
  }
}
