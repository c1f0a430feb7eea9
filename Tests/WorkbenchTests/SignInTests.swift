import Casework
import InformationLaw
import Storage
import HTTPTypes
import Testing

@testable import Workbench

@Suite("Signing in")
struct SignInTests {
  private let password = "ledger harbour maple drift"

  private func workplaceWithOfficer() async throws -> (Workplace, String) {
    let workplace = try await Workplace()
    let account = Workplace.account(.officer)
    let path = try await workplace.house.invitationPath(for: account)
    let answer = try await workplace.send(
      .post, path, as: nil, headers: ["Content-Type": "application/x-www-form-urlencoded"],
      body: "password=ledger+harbour+maple+drift&again=ledger+harbour+maple+drift")
    #expect(answer.status == 303)
    return (workplace, path)
  }

  @Test("a set-up link works once")
  func once() async throws {
    let (workplace, path) = try await workplaceWithOfficer()
    #expect(try await workplace.send(.get, path, as: nil, headers: [:], body: "").status == 410)
  }

  @Test("the cookie is not for scripts and not for other sites")
  func cookie() async throws {
    let (workplace, _) = try await workplaceWithOfficer()
    let answer = try await workplace.post(
      .signIn, [("email", "Officer@force.example"), ("password", password)], as: nil)
    let cookie = try #require(answer.headers[.setCookie])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
    #expect(answer.location == "/")
  }

  @Test("a wrong password and an unknown address look the same")
  func same() async throws {
    let (workplace, _) = try await workplaceWithOfficer()
    let wrong = try await workplace.post(
      .signIn, [("email", "officer@force.example"), ("password", "not the password")], as: nil)
    let unknown = try await workplace.post(
      .signIn, [("email", "nobody@force.example"), ("password", "not the password")], as: nil)
    #expect(wrong.status == 422 && unknown.status == 422)
    #expect(
      wrong.body.replacing("officer@", with: "x@") == unknown.body.replacing("nobody@", with: "x@"))
  }

  @Test(
    "after five wrong passwords even the right one has to wait, known address or not",
    arguments: [
      "officer@force.example", "nobody@force.example",
    ])
  func lockOut(email: String) async throws {
    let (workplace, _) = try await workplaceWithOfficer()
    // At the same time, so that none slips through between the counting of the others.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<5 {
        group.addTask {
          _ = try await workplace.post(
            .signIn, [("email", email), ("password", "wrong wrong wrong")], as: nil)
        }
      }
      try await group.waitForAll()
    }
    let answer = try await workplace.post(
      .signIn, [("email", email), ("password", password)], as: nil)
    #expect(answer.status == 422)
    #expect(answer.body.contains("Wait 1 minute"))
  }

  @Test("a closed account is signed out at once")
  func closed() async throws {
    let workplace = try await Workplace()
    #expect(try await workplace.get(.workList, as: .officer).status == 200)
    try await workplace.house.archive.close(account: Workplace.account(.officer).id)
    #expect(try await workplace.get(.workList, as: .officer).status == 303)
  }
}
