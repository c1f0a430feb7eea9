import Casework
import HTTPTypes
import InformationLaw
import PublicInterest
import Storage
import Testing

@testable import Workbench

@Suite("Who may use what")
struct AccessTests {
  /// Every route with every role: the declared access decides, and nothing else lets anybody in.
  @Test("every route admits exactly the roles that it declares")
  func everyRouteAndRole() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    for route in RouteTable.routes {
      let path = fill(route.address.path, reference: reference)
      for role in [Role?.none] + Role.allCases.map(Optional.some) {
        let answer =
          route.method == .get
          ? try await workplace.send(.get, path, as: role, headers: [:], body: "")
          : try await workplace.send(
            .post, path, as: role,
            headers: ["Content-Type": "application/x-www-form-urlencoded"], body: "token=wrong")
        let place = "\(route.method) \(path) as \(role?.rawValue ?? "nobody")"
        guard !route.access.isPublic else {
          #expect(answer.status != 403 || route.method == .post, "\(place)")
          continue
        }
        guard let role else {
          #expect(answer.status == 303 && answer.location == "/sign-in", "\(place)")
          continue
        }
        let isAllowed = route.access.allows(role, workflow: workplace.house.workflow)
        if route.method == .get {
          #expect((answer.status == 403) == !isAllowed, "\(place): \(answer.status)")
        } else {
          // Nobody gets anything done with a wrong form token, whatever the role.
          #expect(answer.status == 403, "\(place): \(answer.status)")
          #expect(answer.body.contains("too old to save") == isAllowed, "\(place)")
        }
      }
    }
  }

  @Test("no two routes share a method and an address")
  func unique() {
    let keys = RouteTable.routes.map { "\($0.method) \($0.address.path)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test(
    "an information owner and an administrator never see who asked",
    arguments: [
      Role.informationOwner, .administrator,
    ])
  func requesterIsKeptApart(role: Role) async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    for route in RouteTable.routes where route.method == .get {
      let answer = try await workplace.send(
        .get, fill(route.address.path, reference: reference), as: role, headers: [:], body: "")
      #expect(!answer.body.contains("Ferris"), "\(route.address.path)")
    }
    #expect(try await workplace.get(.requester(reference), as: .officer).body.contains("Ferris"))
  }

  @Test("every answer carries the headers that keep foreign script out")
  func headers() async throws {
    let workplace = try await Workplace()
    for address in [Address.signIn, .workList, .asset("steelyard.css"), .limb("no-such-limb")] {
      let answer = try await workplace.get(address, as: .officer)
      let policy = answer.header("Content-Security-Policy")
      #expect(policy.hasPrefix("default-src 'none'; script-src 'self';"))
      #expect(!policy.contains("unsafe"))
      #expect(answer.header("X-Content-Type-Options") == "nosniff")
    }
  }

  @Test("no page has inline script or style")
  func nothingInline() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    for route in RouteTable.routes where route.method == .get {
      let body = try await workplace.send(
        .get, fill(route.address.path, reference: reference), as: .officer, headers: [:], body: ""
      ).body
      guard body.hasPrefix("<!doctype html>") else { continue }
      #expect(!body.contains("<style"), "\(route.address.path)")
      #expect(!body.contains(" style=\""), "\(route.address.path)")
      #expect(!body.contains(" onclick="), "\(route.address.path)")
      #expect(body.split(separator: "<script").count <= 2, "\(route.address.path)")
    }
  }

  @Test(
    "a form from another site is refused",
    arguments: [
      ["Sec-Fetch-Site": "cross-site"], ["Origin": "https://elsewhere.example"],
    ])
  func crossSite(headers: [String: String]) async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    let answer = try await workplace.post(
      .advice(reference), [("advice", "x"), ("version", "1"), ("action", "save")], as: .officer,
      headers: headers)
    #expect(answer.status == 403)
    #expect(try await workplace.house.archive.version(of: reference) == 1)
  }

  /// The path with its placeholders filled in, as far as the case has something for them.
  private func fill(_ path: String, reference: String) -> String {
    path.replacing(":ref", with: reference).replacing(":q", with: "q1")
      .replacing(":step", with: "interest").replacing(":format", with: "txt")
      .replacing(":form", with: "totals").replacing(":section", with: "opening")
      .replacing(":id", with: "foia-24-1").replacing(":token", with: "no-such-token")
      .replacing(":r", with: "r1").replacing(":i", with: "i1").replacing(":f", with: "d1")
  }
}
