import DataFiles

/// The weights of the evidence, and the best reading of a letter under them.
///
/// It is a linear chain: a sentence's label earns the weights of its evidence, and each pair of
/// neighbouring labels a weight of its own. The labels with the highest sum are found exactly
/// (Viterbi), in time proportional to the number of sentences.
struct RoleModel: Sendable {
  private let roles = Role.allCases.count
  /// For each piece of evidence and role, what it adds where the sentence has that role.
  private let role: [Float]
  /// For each piece of evidence and role, what it adds where the sentence begins a part.
  private let beginning: [Float]
  /// Whether a piece of evidence has anything to say about beginnings.
  private let hasBeginning: [Bool]
  /// Label × label; what may not follow is far below zero.
  private let transitions: [Float]

  private static let never: Float = -1e6

  /// Reads `weights-roles.yaml`. Evidence that the file does not name weighs nothing; evidence that
  /// does not exist is an error, since it means that weights and phrases no longer belong together.
  init(_ node: DataNode, space: EvidenceSpace) throws(DataFileError) {
    let width = roles
    let numbers = Dictionary(
      space.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var role = [Float](repeating: 0, count: space.names.count * width)
    var beginning = role
    var transitions = [Float](repeating: 0, count: RoleLabel.count * RoleLabel.count)
    try node.mapping { top throws(DataFileError) in
      let order = try top.required("roles").strings()
      guard order == Role.allCases.map(\.rawValue) else {
        throw top.node.error("the roles are not those of the reader, or in another order")
      }
      func table(_ key: String, into weights: inout [Float]) throws(DataFileError) {
        for (name, value) in try top.required(key).mapping({ $0.all() }) {
          guard let number = numbers[name] else {
            throw value.error("there is no evidence '\(name)'; fit the weights again")
          }
          let row = try RoleModel.row(value, count: width)
          for (index, weight) in row.enumerated() { weights[number * width + index] = weight }
        }
      }
      try table("weights", into: &role)
      try table("beginnings", into: &beginning)
      let rows = try top.required("transitions").list()
      guard rows.count == RoleLabel.count else {
        throw top.node.error("'transitions' should have \(RoleLabel.count) rows")
      }
      for (from, row) in rows.enumerated() {
        for (to, weight) in try RoleModel.row(row, count: RoleLabel.count).enumerated() {
          transitions[from * RoleLabel.count + to] =
            RoleLabel.mayFollow(to, after: from) ? weight : RoleModel.never
        }
      }
    }
    self.role = role
    self.beginning = beginning
    hasBeginning = space.names.indices.map { number in
      beginning[(number * width)..<((number + 1) * width)].contains { $0 != 0 }
    }
    self.transitions = transitions
  }

  private static func row(_ node: DataNode, count: Int) throws(DataFileError) -> [Float] {
    let row = try node.string().split(separator: " ").compactMap { Float($0) }
    guard row.count == count else { throw node.error("\(count) numbers should stand here") }
    return row
  }

  /// What each role earns by some evidence.
  func scores(_ evidence: [Int]) -> [Float] {
    var sum = [Float](repeating: 0, count: roles)
    for number in evidence {
      for index in 0..<roles { sum[index] += role[number * roles + index] }
    }
    return sum
  }

  /// The labels of all sentences.
  func labels(_ evidence: [[Int]]) -> [Int] {
    guard let first = evidence.first else { return [] }
    let count = RoleLabel.count
    var best = emissions(first)
    for label in 0..<count where !RoleLabel.mayFollow(label, after: RoleLabel.outside) {
      best[label] = RoleModel.never
    }
    var from = [UInt8](repeating: 0, count: evidence.count * count)
    for index in evidence.indices.dropFirst() {
      var sums = [Float](repeating: -.infinity, count: count)
      // Row by row, so that the inner loop runs along memory.
      for previous in 0..<count {
        let base = best[previous]
        for label in 0..<count {
          let sum = base + transitions[previous * count + label]
          if sum > sums[label] {
            sums[label] = sum
            from[index * count + label] = UInt8(previous)
          }
        }
      }
      let emissions = emissions(evidence[index])
      for label in 0..<count { best[label] = sums[label] + emissions[label] }
    }
    var label = RoleLabel.outside
    for candidate in 0..<count where best[candidate] > best[label] { label = candidate }
    var labels = [label]
    for index in evidence.indices.dropFirst().reversed() {
      label = Int(from[index * count + label])
      labels.append(label)
    }
    return labels.reversed()
  }

  private func emissions(_ evidence: [Int]) -> [Float] {
    let role = scores(evidence)
    var begins = role
    for number in evidence where hasBeginning[number] {
      for index in 0..<roles { begins[index] += beginning[number * roles + index] }
    }
    var sum = [Float](repeating: 0, count: RoleLabel.count)
    for index in 0..<roles {
      sum[RoleLabel.begins(index)] = begins[index]
      sum[RoleLabel.inside(index)] = role[index]
    }
    return sum
  }
}
