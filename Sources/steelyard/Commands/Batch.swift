import Foundation

/// Works on many files at once, and hands over the results in the order of the files, each as soon
/// as all before it are done: memory does not grow with their number.
enum Batch {
  /// The number of cores.
  static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// - Parameters:
  ///   - items: what to work on.
  ///   - jobs: how many at once.
  ///   - work: what to do with each; it runs beside others.
  ///   - take: takes the results, one after the other, in the order of the items.
  static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, work: @escaping @Sendable (Item) async -> Result,
    take: (Result) throws -> Void
  ) async rethrows {
    // As far ahead as a slow file may hold up quick ones behind it.
    let window = max(jobs, 1) * 4
    try await withThrowingTaskGroup(of: (index: Int, result: Result).self) { group in
      var next = 0
      var taken = 0
      var running = 0
      var waiting: [Int: Result] = [:]
      while taken < items.count {
        while running < max(jobs, 1), next < items.count, next - taken < window {
          let index = next
          group.addTask { (index, await work(items[index])) }
          next += 1
          running += 1
        }
        guard let done = try await group.next() else { break }
        running -= 1
        waiting[done.index] = done.result
        while let result = waiting.removeValue(forKey: taken) {
          taken += 1
          try take(result)
        }
      }
    }
  }
}
