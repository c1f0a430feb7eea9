import Casework
import Foundation
import Persistence
import PersistenceSQLite
import Storage
import Testing

/// Kills a process that writes as fast as it can, again and again, and looks at what is left.
@Suite("A killed process loses nothing and leaves nothing half done", .tags(.slow))
struct KillTests {
  static let kills = 150

  /// Two at once, each on a database of its own that lives through all of its kills.
  @Test(
    "after every kill the next process goes on, and all that was acknowledged is there",
    .timeLimit(.minutes(10)), arguments: [2026, 17])
  func killed(_ seed: UInt64) async throws {
    let writer = try KilledWriter()
    var random = SeededRandom(seed: seed)
    let clock = ContinuousClock()
    let start = clock.now
    var lost = 0
    for round in 1...Self.kills {
      // One in five is killed while it opens the database and takes up what the last one left.
      let ofStart = Int.random(in: 0..<5, using: &random) == 0
      let pause = Double.random(in: 0..<(ofStart ? 80 : 20), using: &random)
      try await writer.kill(after: pause, ofStart: ofStart, seed: random.next())
      if round % 30 == 0 || round == Self.kills { lost = try await check(writer) }
    }
    let count = try writer.acknowledged().count
    #expect(count >= Self.kills / 2, "the writers hardly wrote: the test shows nothing")
    print(
      "\(writer.kills) kills, \(count) acknowledged writes, \(lost) lost, in \(clock.now - start)")
  }

  /// Looks at everything in the database; returns how many acknowledged writes are not in it.
  private func check(_ writer: KilledWriter) async throws -> Int {
    let database = try SQLiteDatabase(path: writer.database)
    let office = try await Office(database: database)
    #expect(try await database.integrityProblems() == [])

    let stored = try await sequences(database)
    let acknowledged = try writer.acknowledged()
    let lost = acknowledged.filter { stored[$0.reference]?.contains($0.sequence) != true }
    #expect(lost.isEmpty, "after \(writer.kills) kills")
    // A kill can come between a write and its acknowledgement, but only once each time.
    let total = stored.values.map(\.count).reduce(0, +)
    #expect(total - acknowledged.count <= writer.kills)

    for (reference, sequences) in stored {
      #expect(sequences == Array(1...sequences.count), "\(reference) has a gap")
      let subject = try await office.archive.subject(reference)
      #expect(subject.version == sequences.count)
      #expect(try await office.archive.requester(of: reference) != nil, "\(reference)")
      let letter = try await office.archive.dispatchedLetter(of: reference)
      #expect((letter != nil) == (subject.state == "issued"), "\(reference)")
    }
    let projection = try await office.projection()
    #expect(projection.count == stored.count)
    try await office.archive.rebuildProjections()
    #expect(try await office.projection() == projection)
    return lost.count
  }

  private func sequences(_ database: any Database) async throws -> [String: [Int]] {
    try await database.read { session in
      var sequences: [String: [Int]] = [:]
      for row in try session.query(
        "SELECT reference, sequence FROM events ORDER BY reference, sequence")
      {
        sequences[try row.value("reference"), default: []].append(try row.value("sequence"))
      }
      return sequences
    }
  }
}

/// SplitMix64: the same numbers from the same seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
