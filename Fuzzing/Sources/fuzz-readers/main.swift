import CFuzzer
import Foundation

// fuzz-readers READER FOLDER [OPTIONS]: writes the first inputs of a reader into the folder, and hands over
// to libFuzzer with its options. Without arguments, lists the readers.

/// The reader that this run is about.
nonisolated(unsafe) var chosen: Reader?

/// Called with each input. libFuzzer's own main function, which is not used, wants this very name.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  chosen?.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

let given = CommandLine.arguments
guard given.count > 2 else {
  print(Reader.all.map { $0.name }.joined(separator: "\n"))
  exit(0)
}
guard let reader = Reader.all.first(where: { $0.name == given[1] }) else {
  print("There is no reader '\(given[1])'.")
  exit(1)
}
chosen = reader
for (number, seed) in reader.seeds().enumerated() {
  try Data(seed).write(to: URL(filePath: given[2]).appending(path: "seed-\(number)"))
}
// libFuzzer reads the rest by itself: the reader's name is taken out.
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = CommandLine.unsafeArgv
for index in 1..<(given.count - 1) { arguments[index] = arguments[index + 1] }
var count = CommandLine.argc - 1
var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments
exit(LLVMFuzzerRunDriver(&count, &list, testOneInput))
