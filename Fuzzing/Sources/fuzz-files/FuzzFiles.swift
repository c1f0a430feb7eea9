import Foundation
import HiddenData

/// The names by which a file's kind is told where its bytes do not show it; the first byte of an input
/// chooses one.
private let names = ["a", "a.csv", "a.eml", "a.xlsx", "a.pdf", "a.zip", "a.jpg", "a.doc"]

/// Called by libFuzzer with one input: the first byte chooses a name, the rest is the file. Every reader
/// of bytes is reached through the inspection, as an upload reaches it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1 else { return 0 }
  let input = UnsafeBufferPointer(start: start, count: count)
  let name = names[Int(input[0]) % names.count]
  let inspection = FileInspection.inspect(Array(input.dropFirst()), name: name, sha256: "")
  precondition(inspection.verdict != .clean || inspection.reasons.isEmpty)
  return 0
}

/// Called once before: writes the examples of the inspectors as the first inputs, where
/// `STEELYARD_SEEDS` names a folder.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>?,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
  guard let folder = ProcessInfo.processInfo.environment["STEELYARD_SEEDS"] else { return 0 }
  for (number, example) in FileInspection.examples.enumerated() {
    let ending = example.file.split(separator: ".").last.map { "a.\($0)" } ?? "a"
    let choice = UInt8(names.firstIndex(of: ending) ?? 0)
    let file = URL(filePath: folder).appending(path: "seed-\(number)")
    try? Data([choice] + example.bytes).write(to: file)
  }
  return 0
}
