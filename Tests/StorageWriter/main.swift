import Casework
import Foundation
import PersistenceSQLite
import Storage

// storage-writer DATABASE SEED
//
// Writes to an archive until it is killed, and prints `reference sequence` after each write that was
// acknowledged, in one system call and without a buffer: what is printed has to be there afterwards.

// Nobody is there to kill it once the process that started it is gone.
let parent = getppid()

guard CommandLine.arguments.count == 3, let seed = UInt64(CommandLine.arguments[2]) else {
  FileHandle.standardError.write(Data("usage: storage-writer DATABASE SEED\n".utf8))
  exit(64)
}
let rules = CaseRules(book: try SmallBook.load(), workflow: try Workflow.builtIn())
let archive = try await Archive(
  database: try SQLiteDatabase(path: CommandLine.arguments[1]), book: rules.book,
  workflow: rules.workflow)
try await archive.noteHolidayChanges(at: "2026-06-01T10:00:00.000Z")

try await Writer(archive: archive, rules: rules, chance: Chance(seed: seed)).run {
  try FileHandle.standardOutput.write(contentsOf: Data("\($0) \($1)\n".utf8))
  if getppid() != parent { exit(0) }
}
