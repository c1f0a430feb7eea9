import Casework
import DataFiles
import Testing

@Suite("The workflow is data, and broken data is refused with its line")
struct WorkflowDataTests {
  @Test("a sound workflow is read as it is written")
  func sound() throws {
    let workflow = try Workflow(parsing: WorkflowFault.sound, file: "w.yaml")
    #expect(workflow.states.map(\.id) == ["open", "closed"])
    #expect(workflow.name(ofState: "closed") == "Closed")
    let act = try #require(workflow.act("closed"))
    #expect(act.roles == [.officer] && act.isForSystem && act.target == "closed" && !act.drafts)
    #expect(workflow.allows("registered", in: nil, by: .officer))
    #expect(!workflow.allows("registered", in: "open", by: .officer))
    #expect(workflow.allows("closed", in: "open", by: .officer))
    #expect(!workflow.allows("closed", in: nil, by: .officer))
    #expect(!workflow.allows("closed", in: "closed", by: .officer))
    #expect(!workflow.allows("closed", in: "open", by: .auditor))
    #expect(workflow.sees("case", role: .auditor))
    #expect(!workflow.sees("case", role: .administrator))
    #expect(!workflow.sees("safe", role: .auditor))
  }

  @Test("a fault stops the loading and is named with its line", arguments: WorkflowFault.all)
  func fault(_ fault: WorkflowFault) throws {
    let broken = WorkflowFault.sound.replacing(
      fault.change.from, with: fault.change.to, maxReplacements: 1)
    try #require(broken != WorkflowFault.sound)
    let error = #expect(throws: DataFileError.self) {
      try Workflow(parsing: broken, file: "w.yaml")
    }
    #expect(error?.message == fault.message)
    #expect(error?.line == fault.line)
    #expect(error?.file == "w.yaml")
  }

  @Test("the built-in workflow has every act of a case and no other, and starts with an open case")
  func builtIn() throws {
    let workflow = try Workflow.builtIn()
    #expect(workflow.acts.map(\.id) == Sample.eventOfEachAct.map(\.act))
    #expect(workflow.states.map(\.id) == ["open", "submitted", "approved", "issued"])
    #expect(workflow.act("registered")?.target == "open")
  }

  @Test("who asked is hidden from the information owner, and every paper from the administrator")
  func sights() throws {
    let workflow = try Workflow.builtIn()
    #expect(
      Role.allCases.filter { workflow.sees("requester", role: $0) }
        == [.officer, .decisionMaker, .auditor])
    #expect(
      Role.allCases.filter { workflow.sees("letter", role: $0) }
        == [.officer, .decisionMaker, .auditor])
    #expect(
      Role.allCases.filter { workflow.sees("case", role: $0) }
        == [.officer, .decisionMaker, .informationOwner, .auditor])
    #expect(
      Role.allCases.filter { workflow.sees("people", role: $0) }
        == [.administrator, .auditor])
  }
}
