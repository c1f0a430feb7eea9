import Foundation

extension Tally {
  /// Trials of one process; it is begun anew for the next ones.
  private static let batch = 550

  /// Makes all trials of a file, each in a process that may die of it.
  mutating func tryOut(_ file: URL, _ options: Options) throws {
    let size = (try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
    guard size > 0 else { return }
    files += 1
    let numbers =
      options.numbers ?? options.first..<max(options.first, options.cuts + options.flips)
    var next = numbers.lowerBound
    while next < numbers.upperBound {
      let batch = next..<min(next + Self.batch, numbers.upperBound)
      let (last, isWell) = try run(file, batch, options)
      if !isWell {
        crashes += 1
        let mutation = Mutation(last, cuts: options.cuts, of: size)
        print("CRASH", file.lastPathComponent, mutation, "number \(last)")
      }
      next = isWell ? batch.upperBound : last + 1
    }
  }

  /// Runs trials in a process of their own; says which was the last that it began, and whether it ended
  /// well.
  private mutating func run(
    _ file: URL, _ numbers: Range<Int>, _ options: Options
  ) throws -> (last: Int, isWell: Bool) {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments =
      ["--cuts", "\(options.cuts)", "--trial", "\(numbers.lowerBound)", "\(numbers.upperBound)"]
      + (options.cleans ? ["--clean"] : []) + [file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var last = numbers.lowerBound
    for line in output.split(separator: "\n") {
      let words = line.split(separator: " ").dropFirst()
      guard let number = words.first.flatMap({ Int($0) }) else { continue }
      last = number
      if line.hasPrefix("end") {
        take(Array(words)) { "\(file.lastPathComponent), number \(number)" }
      }
    }
    return (last, process.terminationReason == .exit && process.terminationStatus == 0)
  }
}
