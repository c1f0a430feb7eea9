import HiddenData
import Scrutiny

/// Inspections as SARIF 2.1.0, which code hosts and editors show beside files.
enum InspectionSARIF {
  static func text(of inspections: [Inspection], version: String) throws -> String {
    let named = Set(inspections.flatMap { $0.findings.map(\.class) }).sorted()
    let rules = named.map { id in
      let kind = HiddenDataClass.named(id)
      return Rule(
        id: id, shortDescription: Message(text: kind?.title ?? id),
        fullDescription: Message(text: kind?.lies ?? id),
        help: Message(text: kind?.removal ?? ""))
    }
    let results = inspections.flatMap { inspection in
      inspection.findings.map { finding in
        Result(
          ruleId: finding.class, level: finding.severity.level,
          message: Message(text: "\(finding.where): \(finding.excerpt)"),
          locations: [Location(inspection.file, finding.path)])
      }
    }
    let notifications = inspections.flatMap { inspection in
      inspection.reasons.map {
        Notification(
          level: "error", message: Message(text: $0), locations: [Location(inspection.file, nil)])
      }
    }
    let run = Run(
      tool: Tool(driver: Driver(name: "steelyard", version: version, rules: rules)),
      invocations: [
        Invocation(
          executionSuccessful: notifications.isEmpty, toolExecutionNotifications: notifications)
      ],
      results: results)
    return try Output.json(Log(runs: [run]))
  }

  // The parts of the format (OASIS SARIF 2.1.0, section 3) that are written.

  private struct Log: Encodable {
    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  private struct Run: Encodable {
    var tool: Tool
    var invocations: [Invocation]
    var results: [Result]
  }

  private struct Tool: Encodable { var driver: Driver }

  private struct Driver: Encodable {
    var name: String
    var version: String
    var rules: [Rule]
  }

  private struct Rule: Encodable {
    var id: String
    var shortDescription: Message
    var fullDescription: Message
    var help: Message
  }

  private struct Message: Encodable { var text: String }

  private struct Invocation: Encodable {
    var executionSuccessful: Bool
    var toolExecutionNotifications: [Notification]
  }

  private struct Notification: Encodable {
    var level: String
    var message: Message
    var locations: [Location]
  }

  private struct Result: Encodable {
    var ruleId: String
    var level: String
    var message: Message
    var locations: [Location]
  }

  private struct Location: Encodable {
    var physicalLocation: Physical
    var logicalLocations: [Logical]?

    init(_ file: String, _ path: String?) {
      physicalLocation = Physical(artifactLocation: Artifact(uri: SARIF.uri(file)))
      logicalLocations = path.map { [Logical(fullyQualifiedName: $0)] }
    }
  }

  private struct Physical: Encodable { var artifactLocation: Artifact }
  private struct Artifact: Encodable { var uri: String }
  private struct Logical: Encodable { var fullyQualifiedName: String }
}

extension HiddenDataSeverity {
  /// The level of a SARIF result.
  fileprivate var level: String {
    switch self {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low: "note"
    }
  }
}
