public import Hummingbird
import HTTPTypes
public import Logging
import Markup
import NIOCore
import Storage

/// Builds the workbench: every route with its guard, its limits and the headers that every answer has.
///
/// The same responder serves the network and the tests.
public func buildResponder(
  house: House
) -> some HTTPResponder<WorkbenchContext> {
  let router = Router(context: WorkbenchContext.self)
  for route in RouteTable.routes {
    router.on(RouterPath(route.address.path), method: route.method) { request, context in
      await Dispatcher(house: house, route: route).respond(to: request, context)
    }
  }
  let missing = Route.get(.workList, .anyone) { _ in throw Problem.notFound }
  router.on("/**", method: .get) { request, context in
    await Dispatcher(house: house, route: missing).respond(to: request, context)
  }
  return router.buildResponder()
}

/// The application that listens on an address of this machine.
public func buildApplication(
  house: House, host: String, port: Int,
  onRunning: @escaping @Sendable (Int) async -> Void
) -> some ApplicationProtocol {
  Application(
    responder: buildResponder(house: house),
    configuration: ApplicationConfiguration(
      address: .hostname(host, port: port), serverName: nil),
    onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
    logger: house.logger)
}

/// What a request carries through the router.
public struct WorkbenchContext: RequestContext {
  /// The storage that the router needs.
  public var coreContext: CoreRequestContextStorage

  /// Makes a context for a request from the network.
  public init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
  }

  /// Makes a context for a request that comes from no network: tests use it.
  public init(logger: Logger) {
    coreContext = .init(source: LocalSource(logger: logger))
  }

  private struct LocalSource: RequestContextSource {
    let logger: Logger
  }
}
