import Documents
import Foundation
import HiddenData

/// What an inspection of compound files came to. Contained files of other kinds are passed over.
struct CompoundResult {
  let findings: [HiddenDataFinding]
  let failures: [Unreadable]

  var classes: Set<String> { Set(findings.map(\.class)) }
  var isClean: Bool { findings.isEmpty && failures.isEmpty }

  func shows(_ text: String) -> Bool {
    findings.contains { $0.excerpt.contains(text) || $0.where.contains(text) }
  }

  init(_ bytes: [UInt8]) {
    let run = InspectionRun { (run, bytes, name) throws(Unreadable) in
      if CompoundFile.recognises(bytes) { try CompoundInspector.inspect(bytes, run: run) }
    }
    do throws(Unreadable) { try CompoundInspector.inspect(bytes, run: run) } catch {
      run.fail(error)
    }
    findings = run.findings
    failures = run.failures
  }
}

/// Files of the shared corpus by their endings; empty where the folder is not there.
func corpusFiles(_ endings: Set<String>) -> [(name: String, bytes: [UInt8])] {
  guard let shared = ProcessInfo.processInfo.environment["STEELYARD_SHARED"] else { return [] }
  let folder = URL(fileURLWithPath: shared).appendingPathComponent("corpus/files")
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return names.sorted().filter { endings.contains(($0 as NSString).pathExtension) }.compactMap {
    name in
    (try? Data(contentsOf: folder.appendingPathComponent(name))).map { (name, Array($0)) }
  }
}

/// A generator of numbers that are the same each time.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
