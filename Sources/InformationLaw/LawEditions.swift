import Synchronization

extension StatuteBook {
  /// The days on which a limb, a rule or a wording of one begins or has just ended, in order: between
  /// two of them the law stands still.
  var changes: [Day] {
    let periods =
      allLimbs.flatMap { [$0.inForce] + $0.earlier.map(\.inForce) }
      + allRules.flatMap { [$0.inForce] + $0.earlier.map(\.inForce) }
    let days = periods.filter { !$0.isPending }.flatMap { period in
      [period.from, period.until.map { $0.adding(1) }].compactMap { $0 }
    }
    return Array(Set(days)).sorted()
  }
}

/// Something that is made from the statute book, for the book of any day; made once for each stretch
/// of time in which the law stood still, when it is first asked for.
public final class LawEditions<Edition: Sendable>: Sendable {
  private let book: StatuteBook
  private let changes: [Day]
  private let make: @Sendable (StatuteBook) -> Edition
  private let current: Edition
  private let made = Mutex<[Int: Edition]>([:])

  /// - Parameters:
  ///   - book: the book as it stands, used where no day is known.
  ///   - make: a pure function of a book.
  public init(of book: StatuteBook, make: @escaping @Sendable (StatuteBook) -> Edition) {
    self.book = book
    self.make = make
    changes = book.changes
    current = make(book)
  }

  /// What holds on a day; what holds now where the day is not known.
  public subscript(day: Day?) -> Edition {
    guard let day else { return current }
    let stretch = changes.count { $0 <= day }
    if stretch == changes.count { return current }
    if let known = made.withLock({ $0[stretch] }) { return known }
    // Made outside the lock: two at once make the same, and neither keeps the other waiting.
    let edition = make(book.asOf(day))
    made.withLock { $0[stretch] = edition }
    return edition
  }
}
