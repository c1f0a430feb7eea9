public import Documents
import Foundation

/// A plan with the file it is for, as one input of a confined process: a line of JSON, then the file.
public struct PlannedFile: Sendable {
  /// The plan.
  public var plan: RedactionPlan
  /// The file.
  public var bytes: [UInt8]
  /// What was recognised in its pictures.
  public var aids = Redactor.Aids()

  /// Puts them together.
  public init(plan: RedactionPlan, bytes: [UInt8]) {
    self.plan = plan
    self.bytes = bytes
  }

  private struct Head: Codable {
    var plan: RedactionPlan
    var recognised: [Int: [RecognisedWord]]?
    var layers: [Int: [RecognisedWord]]?
  }

  /// The input.
  public func encoded() throws -> [UInt8] {
    let head = Head(
      plan: plan, recognised: aids.recognised.isEmpty ? nil : aids.recognised,
      layers: aids.layers.isEmpty ? nil : aids.layers)
    return [UInt8](try JSONEncoder().encode(head)) + [0x0A] + bytes
  }

  /// Reads an input.
  ///
  /// - Throws: ``Unreadable`` where the plan cannot be read.
  public init(decoding input: [UInt8]) throws(Unreadable) {
    guard let end = input.firstIndex(of: 0x0A) else {
      throw Unreadable(.damaged, "The plan is not there.")
    }
    let head: Head
    do { head = try JSONDecoder().decode(Head.self, from: Data(input[..<end])) } catch {
      throw Unreadable(.damaged, "The plan cannot be read. \(RedactionPlan.explain(error))")
    }
    plan = head.plan
    aids = Redactor.Aids(recognised: head.recognised ?? [:], layers: head.layers ?? [:])
    bytes = Array(input[(end + 1)...])
  }
}

extension RedactionPlan {
  /// Why a plan cannot be read, in words.
  public static func explain(_ error: any Error) -> String {
    guard case DecodingError.dataCorrupted(let context) = error else { return "\(error)" }
    return context.debugDescription
  }

  /// Reads a plan from JSON.
  ///
  /// - Throws: ``Unreadable`` that says what is wrong with it.
  public static func reading(_ json: some Sequence<UInt8>) throws(Unreadable) -> RedactionPlan {
    do { return try JSONDecoder().decode(RedactionPlan.self, from: Data(json)) } catch {
      throw Unreadable(.damaged, "The plan cannot be read. \(explain(error))")
    }
  }
}
