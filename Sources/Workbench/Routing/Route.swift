import HTTPTypes

/// A way into the workbench: method and address, who may use it, and what answers.
struct Route: Sendable {
  var method: HTTPRequest.Method
  /// The address with placeholders (`:ref`) where it varies.
  var address: Address
  var access: Access
  /// The most bytes that a body may have.
  var limit: Int
  var handle: @Sendable (Visit) async throws -> Reply

  /// Most forms hold a few pages of text at the most.
  static let formLimit = 1_000_000
  /// A request that is registered comes with its attachments.
  static let uploadLimit = 26_000_000
  /// Files of a release, several at once.
  static let releaseLimit = 101_000_000

  static func get(
    _ address: Address, _ access: Access,
    _ handle: @escaping @Sendable (Visit) async throws -> Reply
  ) -> Route {
    Route(method: .get, address: address, access: access, limit: 0, handle: handle)
  }

  static func post(
    _ address: Address, _ access: Access, limit: Int = formLimit,
    _ handle: @escaping @Sendable (Visit) async throws -> Reply
  ) -> Route {
    Route(method: .post, address: address, access: access, limit: limit, handle: handle)
  }
}
