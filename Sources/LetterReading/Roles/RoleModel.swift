import DataFiles

/// The weights of the evidence, and the best reading of a letter under them.
///
/// It is a linear chain: a sentence's label earns the weights of its evidence, and each pair of
/// neighbouring labels a weight of its own. The labels with the highest sum are found exactly
/// (Viterbi), in time proportional to the number of sentences.
struct RoleModel: Sendable {
  private static let roles = Role.allCases.count
  /// The numbers of a row: one for each role, and one for none.
  private static let width = roles + 1

  /// For each piece of evidence, what it adds where the sentence has a role.
  private let role: [Float]
  /// For each piece of evidence, what it adds where the sentence begins a part.
  private let beginning: [Float]
  /// For each label, what a part of each role earns that begins after it, or that none begins.
  private let openings: [Float]
  /// What a part of each role earns that goes on with its second sentence, and with a further one.
  private let second: [Float]
  private let further: [Float]

  private static let never: Float = -1e6

  /// Reads `weights-roles.yaml`. Evidence that the file does not name weighs nothing; evidence that
  /// does not exist is an error, since it means that weights and phrases no longer belong together.
  init(_ node: DataNode, space: EvidenceSpace) throws(DataFileError) {
    let (roles, width) = (RoleModel.roles, RoleModel.width)
    let numbers = Dictionary(
      space.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var role = [Float](repeating: 0, count: space.names.count * width)
    var beginning = role
    var transitions: [[Float]] = []
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
          let row = try RoleModel.row(value, count: roles)
          for (index, weight) in row.enumerated() { weights[number * width + index] = weight }
        }
      }
      try table("weights", into: &role)
      try table("beginnings", into: &beginning)
      let rows = try top.required("transitions").list()
      guard rows.count == RoleLabel.count else {
        throw top.node.error("'transitions' should have \(RoleLabel.count) rows")
      }
      for row in rows { transitions.append(try RoleModel.row(row, count: RoleLabel.count)) }
    }
    func weight(_ from: Int, _ to: Int) -> Float {
      RoleLabel.mayFollow(to, after: from) ? transitions[from][to] : RoleModel.never
    }
    self.role = role
    self.beginning = beginning
    let opening = (0..<roles).map(RoleLabel.begins) + [RoleLabel.outside]
    openings = (0..<RoleLabel.count).flatMap { from in opening.map { weight(from, $0) } }
    second = (0..<roles).map { weight(RoleLabel.begins($0), RoleLabel.inside($0)) }
    further = (0..<roles).map { weight(RoleLabel.inside($0), RoleLabel.inside($0)) }
  }

  private static func row(_ node: DataNode, count: Int) throws(DataFileError) -> [Float] {
    let row = try node.string().split(separator: " ").compactMap { Float($0) }
    guard row.count == count else { throw node.error("\(count) numbers should stand here") }
    return row
  }

  /// What each role earns by some evidence.
  func scores(_ evidence: [Int]) -> [Float] {
    var sum = [Float](repeating: 0, count: RoleModel.width)
    add(evidence, of: role, to: &sum)
    return Array(sum.prefix(RoleModel.roles))
  }

  /// The labels of all sentences.
  func labels(_ evidence: [[Int]]) -> [Int] {
    guard !evidence.isEmpty else { return [] }
    let zero = [Float](repeating: 0, count: RoleModel.width)
    // For each sentence what the best labels up to it earn, by its own label.
    var chain: [[Float]] = []
    chain.reserveCapacity(evidence.count)
    // What it adds where it goes on with a part, and where it begins one or belongs to none.
    var (inside, opening) = (zero, zero)
    for numbers in evidence {
      for index in 0..<RoleModel.width { inside[index] = 0 }
      add(numbers, of: role, to: &inside)
      for index in 0..<RoleModel.width { opening[index] = inside[index] }
      add(numbers, of: beginning, to: &opening)
      chain.append(earned(opening: opening, inside: inside, after: chain.last))
    }
    var label = RoleModel.best { chain[chain.count - 1][$0] }
    var labels = [label]
    for earned in chain.dropLast().reversed() {
      label = before(label, earned)
      labels.append(label)
    }
    return labels.reversed()
  }

  /// What the best labels up to a sentence earn, by its own label.
  ///
  /// - Parameters:
  ///   - opening: what it adds where it begins a part, or belongs to none.
  ///   - inside: what it adds where it goes on with one.
  private func earned(opening: [Float], inside: [Float], after before: [Float]?) -> [Float] {
    var earned = [Float](repeating: RoleModel.never, count: RoleLabel.count)
    var best = [Float](repeating: before == nil ? 0 : -.infinity, count: RoleModel.width)
    if let before {
      for label in 0..<RoleLabel.count { raise(&best, to: label, earning: before[label]) }
    }
    earned[RoleLabel.outside] = best[RoleModel.roles] + opening[RoleModel.roles]
    for role in 0..<RoleModel.roles {
      earned[RoleLabel.begins(role)] = best[role] + opening[role]
      if let before {
        let goesOn = max(
          before[RoleLabel.begins(role)] + second[role],
          before[RoleLabel.inside(role)] + further[role])
        earned[RoleLabel.inside(role)] = goesOn + inside[role]
      }
    }
    return earned
  }

  /// The label of the sentence before, by which a label is best reached.
  private func before(_ label: Int, _ earned: [Float]) -> Int {
    let role = RoleLabel.role(label)
    if let role, !RoleLabel.isBeginning(label) {
      let (begins, inside) = (RoleLabel.begins(role), RoleLabel.inside(role))
      return earned[inside] + further[role] > earned[begins] + second[role] ? inside : begins
    }
    return RoleModel.best {
      openings[$0 * RoleModel.width + (role ?? RoleModel.roles)] + earned[$0]
    }
  }

  /// The label that earns most, of equals the first.
  private static func best(_ earns: (Int) -> Float) -> Int {
    var (best, most) = (0, earns(0))
    for label in 1..<RoleLabel.count {
      let earned = earns(label)
      if earned > most { (best, most) = (label, earned) }
    }
    return best
  }

  // MARK: Rows
  //
  // Nearly all the time goes here; by pointers the numbers of a row are added all at once.

  /// Adds the rows of some evidence.
  private func add(_ evidence: [Int], of table: [Float], to sum: inout [Float]) {
    let width = RoleModel.width
    table.withUnsafeBufferPointer { table in
      sum.withUnsafeMutableBufferPointer { sum in
        for number in evidence {
          let row = UnsafeBufferPointer(rebasing: table[(number * width)..<((number + 1) * width)])
          for index in 0..<width { sum[index] += row[index] }
        }
      }
    }
  }

  /// Raises to what is earned after a label where that is more.
  private func raise(_ best: inout [Float], to label: Int, earning before: Float) {
    let width = RoleModel.width
    openings.withUnsafeBufferPointer { openings in
      best.withUnsafeMutableBufferPointer { best in
        let row = UnsafeBufferPointer(rebasing: openings[(label * width)..<((label + 1) * width)])
        for index in 0..<width {
          let sum = row[index] + before
          best[index] = sum > best[index] ? sum : best[index]
        }
      }
    }
  }
}
