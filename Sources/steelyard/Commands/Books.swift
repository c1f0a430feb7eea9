import Casework
import DataFiles
import InformationLaw
import LetterReading

/// The data that is built in; a broken file ends the program with the place.
enum Books {
  static func statuteBook() throws -> StatuteBook {
    do { return try StatuteBook.builtIn() } catch { throw Failure(error.description) }
  }

  static func workflow() throws -> Workflow {
    do { return try Workflow.builtIn() } catch { throw Failure(error.description) }
  }

  static func letterReader(_ book: StatuteBook? = nil) throws -> LetterReader {
    let book = try book ?? statuteBook()
    do { return try LetterReader(book: book) } catch { throw Failure(error.description) }
  }
}
