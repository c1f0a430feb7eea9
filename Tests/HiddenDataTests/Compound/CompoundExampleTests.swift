import Documents
import Foundation
import Testing

@testable import HiddenData

@Suite("Compound files: examples")
struct CompoundExampleTests {
  @Test("every example shows what it says", arguments: CompoundInspector.examples.map(\.file))
  func example(_ file: String) throws {
    let example = try #require(CompoundInspector.examples.first { $0.file == file })
    let result = CompoundResult(example.bytes)
    let missing = example.finds.subtracting(result.classes)
    #expect(missing.isEmpty, "\(result.failures)")
    if let text = example.shows { #expect(result.shows(text), "\(result.findings)") }
    let grave = result.findings.filter { $0.severity >= .medium }.map(\.class)
    let stray = Set(grave).subtracting(example.finds).subtracting(example.allows)
    #expect(stray.isEmpty, "\(result.findings)")
    let taken = result.classes.intersection(example.leaves)
    #expect(taken.isEmpty)
    let isLocked = example.finds.contains("any.encrypted_office") || example.file.hasSuffix(".ppt")
    let failures = result.failures
    #expect(failures.isEmpty != isLocked)
  }

  @Test("every class has an example, and its identifier once")
  func classes() {
    let found = CompoundInspector.examples.reduce(into: Set<String>()) { $0.formUnion($1.finds) }
    let all = CompoundInspector.classes.map(\.id)
    #expect(Set(all).subtracting(found).isEmpty)
    #expect(Set(all).count == all.count)
  }

  @Test("what the classes of the list say of severity holds here too")
  func severities() throws {
    guard let shared = ProcessInfo.processInfo.environment["STEELYARD_SHARED"] else {
      print("skipped: STEELYARD_SHARED names no folder")
      return
    }
    struct List: Decodable {
      struct Entry: Decodable {
        let id: String
        let severity: HiddenDataSeverity
      }
      let classes: [Entry]
    }
    let url = URL(fileURLWithPath: shared).appendingPathComponent("corpus/classes.json")
    let list = try JSONDecoder().decode(List.self, from: Data(contentsOf: url))
    let own = Dictionary(
      CompoundInspector.classes.map { ($0.id, $0.severity) }, uniquingKeysWith: { one, _ in one })
    for entry in list.classes
    where ["xls", "doc", "msg"].contains(entry.id.prefix { $0 != "." })
      || entry.id == "any.encrypted_office"
    {
      #expect(own[entry.id] == entry.severity, "\(entry.id)")
    }
  }

  @Test("kinds are told by the streams that only they have")
  func kinds() {
    for example in CompoundInspector.examples where !example.file.hasPrefix("locked.docx") {
      #expect(CompoundInspector.kind(of: example.bytes)?.rawValue == String(example.file.suffix(3)))
    }
    #expect(CompoundInspector.kind(of: Array("no compound file".utf8)) == nil)
  }
}
