package import Documents

/// The inspection of one file as it goes on: inspectors report to it and hand it what a file contains.
///
/// One run serves a file and everything inside it, so that depth and size are bounded together.
package final class InspectionRun {
  package let limits: InspectionLimits
  /// What was found so far.
  package private(set) var findings: [HiddenDataFinding] = []
  /// Why something could not be looked at; then the file is not clean whatever was found.
  package private(set) var failures: [Unreadable] = []

  private let enterFile: (InspectionRun, [UInt8], String) throws(Unreadable) -> Void
  private var path: [String] = []
  private var entered = 0
  private var unpacked = 0
  private var counts: [String: Int] = [:]
  private var shared: [String: SharedFinding] = [:]

  /// Begins a run.
  ///
  /// - Parameter enter: Looks at a contained file: its bytes and its name.
  package init(
    limits: InspectionLimits = InspectionLimits(),
    enter: @escaping (InspectionRun, [UInt8], String) throws(Unreadable) -> Void
  ) {
    self.limits = limits
    enterFile = enter
  }

  /// Reports something hidden.
  ///
  /// - Parameters:
  ///   - place: Where it is, as a person would say it.
  ///   - excerpt: The hidden thing itself; what one finding does not show is spread over several.
  package func report(
    _ kind: HiddenDataClass, at place: String, showing excerpt: String, removable: Bool = true,
    picture: [UInt8]? = nil
  ) {
    guard Self.isLong(excerpt) else {
      add(kind, place, excerpt, removable, picture)
      return
    }
    report(kind, at: place, lines: [excerpt], removable: removable, picture: picture)
  }

  /// Adds one finding.
  ///
  /// - Parameters:
  ///   - isCut: whether the excerpt is only a piece of what is there.
  ///   - part: which part of a long thing it is.
  func add(
    _ kind: HiddenDataClass, _ place: String, _ excerpt: String, _ removable: Bool,
    _ picture: [UInt8]? = nil, isCut: Bool = false, part: Int? = nil
  ) {
    let key = path.joined(separator: "/") + "\n" + kind.id
    let count = counts[key, default: 0] + 1
    counts[key] = count
    guard count <= limits.findingsOfClass else {
      addFurther(key, kind, "\(place): \(excerpt)", removable)
      return
    }
    let (shown, truncated) = Self.shown(excerpt)
    findings.append(
      HiddenDataFinding(
        class: kind.id, severity: kind.severity, where: place, excerpt: shown,
        truncated: truncated || isCut, removable: removable,
        path: path.isEmpty ? nil : path.joined(separator: "/"), picture: picture, part: part))
  }

  /// Reports that a part of the file could not be looked at. The file is then `unreadable`; what was
  /// found in other parts stays.
  package func fail(_ reason: Unreadable) {
    let prefix = path.isEmpty ? "" : "In \(path.joined(separator: "/")): "
    let reason = Unreadable(reason.reason, prefix + reason.message)
    if failures.count < 50, !failures.contains(reason) { failures.append(reason) }
  }

  /// Looks at a file that lies in this one, with the inspectors of its own format.
  ///
  /// What cannot be read in it is reported with ``fail(_:)``; findings in it carry its path.
  ///
  /// - Returns: How many findings it brought.
  @discardableResult
  package func enter(_ bytes: [UInt8], name: String) -> Int {
    let before = findings.count
    path.append(Self.cleaned(name))
    defer { path.removeLast() }
    entered += 1
    guard path.count <= limits.nesting else {
      fail(.tooMuch("files lie more than \(limits.nesting) deep in each other"))
      return 0
    }
    guard entered <= limits.contained else {
      fail(.tooMuch("more than \(limits.contained) files lie in it"))
      return 0
    }
    do throws(Unreadable) { try enterFile(self, bytes, name) } catch { fail(error) }
    return findings.count - before
  }

  /// Counts bytes that were unpacked.
  ///
  /// - Throws: ``Unreadable`` where it is more than is allowed altogether.
  package func countUnpacked(_ bytes: Int) throws(Unreadable) {
    unpacked += bytes
    guard unpacked <= limits.unpacked else {
      throw .tooMuch("it unpacks to more than \(limits.unpacked) bytes")
    }
  }

  /// A finding of many places, for those beyond the usual number of a class.
  private struct SharedFinding {
    var index = 0
    var room = 0
    var findings = 0
    var places = 0
  }

  /// Findings of a class beyond the usual number share some, so that each is still shown.
  private func addFurther(
    _ key: String, _ kind: HiddenDataClass, _ line: String, _ removable: Bool
  ) {
    let (line, isCut) = Self.shown(line, most: HiddenDataFinding.mostShown / 4)
    let size = line.unicodeScalars.count + 1
    var own = shared[key] ?? SharedFinding()
    if size > own.room, own.findings < Self.mostParts {
      own = SharedFinding(
        index: findings.count, room: HiddenDataFinding.mostShown, findings: own.findings + 1)
      findings.append(
        HiddenDataFinding(
          class: kind.id, severity: kind.severity, where: "", excerpt: "", truncated: false,
          removable: removable, path: path.isEmpty ? nil : path.joined(separator: "/")))
    }
    own.places += 1
    own.room -= size
    let fits = own.room >= 0
    if fits { findings[own.index].excerpt += (own.places > 1 ? "\n" : "") + line }
    if !fits || isCut { findings[own.index].truncated = true }
    findings[own.index].removable = findings[own.index].removable && removable
    findings[own.index].where = "\(own.places) further places"
    shared[key] = own
  }

  private static func isLong(_ text: String) -> Bool {
    text.utf8.count > HiddenDataFinding.mostShown
      && text.unicodeScalars.count > HiddenDataFinding.mostShown
      && text.contains { !$0.isWhitespace }
  }

  private static func shown(
    _ excerpt: String, most: Int = HiddenDataFinding.mostShown
  ) -> (String, Bool) {
    // Control characters have no place in a report; a blank keeps the words apart.
    var scalars = String.UnicodeScalarView()
    var count = 0
    for scalar in excerpt.unicodeScalars {
      guard count < most else { return (String(scalars), true) }
      let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
      scalars.append(isControl || scalar.value == 0x7F ? " " : scalar)
      count += 1
    }
    return (String(scalars), false)
  }

  private static func cleaned(_ name: String) -> String {
    let name = shown(name).0.replacing("\n", with: " ")
    return name.isEmpty ? "unnamed" : String(name.prefix(200))
  }
}

extension Unreadable {
  /// Something is beyond a limit.
  package static func tooMuch(_ what: String) -> Unreadable {
    Unreadable(.overLimit, "The file was not looked at whole: \(what). It cannot be called clean.")
  }

  /// A part is damaged.
  package static func broken(_ what: String) -> Unreadable {
    Unreadable(.damaged, "The file is damaged: \(what). It cannot be called clean.")
  }

  /// A password would be needed.
  package static func locked(_ what: String) -> Unreadable {
    Unreadable(
      .encrypted, "\(what) is protected with a password. Save it without one and give that.")
  }
}
