/// A data file that cannot be read as what it should be.
///
/// Says what is wrong, where (file, line and column, both from 1) and what to do. The same error
/// serves the law that is built in, which stops the program at start-up, and a decision that a
/// person wrote, which is shown to them.
public struct DataFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file's name as the person gave it.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1.
  public var column: Int
  /// What is wrong, and what to do about it.
  public var message: String

  /// Makes an error at a place in a file.
  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: error: message`, as compilers write it.
  public var description: String { "\(file):\(line):\(column): error: \(message)" }
}
