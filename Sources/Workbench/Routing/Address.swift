/// Every address of the workbench, used by the router and by links alike.
///
/// The router's pattern of an address is its path with placeholders: `Address.question(":ref", ":q")`.
public enum Address: Hashable, Sendable {
  case asset(String)
  case signIn
  case signOut
  case setUp(token: String)
  case workList
  case register
  case registerRead
  case caseFile(String)
  case clock(String)
  case questions(String)
  case holding(String, question: String)
  case newItem(String)
  case item(String, item: String)
  case removeItem(String, item: String)
  case newReliance(String)
  case reliance(String, reliance: String)
  case removeReliance(String, reliance: String)
  case harm(String, reliance: String, step: String)
  case weigh(String, reliance: String)
  case newFactor(String, reliance: String)
  case factor(String, reliance: String, factor: String)
  case removeFactor(String, reliance: String, factor: String)
  case balance(String, reliance: String)
  case cumulative(String)
  case removeCumulative(String)
  case alternative(String, form: String)
  case removeAlternative(String, form: String)
  case advice(String)
  case judgements(String)
  case letter(String)
  case letterSection(String, section: String)
  case restoreSection(String, section: String)
  case letterFile(String, format: String)
  case approval(String)
  case submit(String)
  case returnToDrafter(String)
  case approve(String)
  case issue(String)
  case history(String)
  case papers(String)
  case requester(String)
  case release(String)
  case addFiles(String)
  case releaseFile(String, file: String)
  case acceptFindings(String, file: String)
  case cleanFile(String, file: String)
  case extractCells(String, file: String)
  case chooseCells(String, file: String)
  case replaceFile(String, file: String)
  case removeFile(String, file: String)
  case workingCopy(String, file: String)
  case findingPicture(String, file: String, finding: String)
  case releasedFile(String, position: String)
  case convertFile(String, file: String)
  case redactFile(String, file: String)
  /// A page on the bench, as it is looked at.
  case redactPage(String, file: String, page: Int, view: String)
  case pagePicture(String, file: String, page: String)
  case changeMarks(String, file: String)
  case takeOut(String, file: String)
  case law
  case readLetter
  case limb(String)
  case people
  case invite
  case person(String)
  case settings

  /// The path, from the root.
  public var path: String {
    switch self {
    case .asset(let name): "/assets/\(name)"
    case .signIn: "/sign-in"
    case .signOut: "/sign-out"
    case .setUp(let token): "/set-up/\(token)"
    case .workList: "/"
    case .register: "/register"
    case .registerRead: "/register/read"
    case .caseFile(let ref): "/cases/\(ref)"
    case .clock(let ref): "/cases/\(ref)/clock"
    case .questions(let ref): "/cases/\(ref)/questions"
    case .holding(let ref, let question): "/cases/\(ref)/questions/\(question)"
    case .newItem(let ref): "/cases/\(ref)/items/new"
    case .item(let ref, let item): "/cases/\(ref)/items/edit/\(item)"
    case .removeItem(let ref, let item): "/cases/\(ref)/items/remove/\(item)"
    case .newReliance(let ref): "/cases/\(ref)/exemptions/new"
    case .reliance(let ref, let reliance): "/cases/\(ref)/exemptions/edit/\(reliance)"
    case .removeReliance(let ref, let reliance): "/cases/\(ref)/exemptions/remove/\(reliance)"
    case .harm(let ref, let reliance, let step): "/cases/\(ref)/harm/\(reliance)/\(step)"
    case .weigh(let ref, let reliance): "/cases/\(ref)/weigh/\(reliance)"
    case .newFactor(let ref, let reliance): "/cases/\(ref)/weigh/\(reliance)/factors/new"
    case .factor(let ref, let reliance, let factor):
      "/cases/\(ref)/weigh/\(reliance)/factors/edit/\(factor)"
    case .removeFactor(let ref, let reliance, let factor):
      "/cases/\(ref)/weigh/\(reliance)/factors/remove/\(factor)"
    case .balance(let ref, let reliance): "/cases/\(ref)/weigh/\(reliance)/balance"
    case .cumulative(let ref): "/cases/\(ref)/cumulative"
    case .removeCumulative(let ref): "/cases/\(ref)/cumulative/remove"
    case .alternative(let ref, let form): "/cases/\(ref)/alternatives/edit/\(form)"
    case .removeAlternative(let ref, let form): "/cases/\(ref)/alternatives/remove/\(form)"
    case .advice(let ref): "/cases/\(ref)/advice"
    case .judgements(let ref): "/cases/\(ref)/judgements"
    case .letter(let ref): "/cases/\(ref)/letter"
    case .letterSection(let ref, let section): "/cases/\(ref)/letter/edit/\(section)"
    case .restoreSection(let ref, let section): "/cases/\(ref)/letter/restore/\(section)"
    case .letterFile(let ref, let format): "/cases/\(ref)/letter/file/\(format)"
    case .approval(let ref): "/cases/\(ref)/approval"
    case .submit(let ref): "/cases/\(ref)/approval/submit"
    case .returnToDrafter(let ref): "/cases/\(ref)/approval/return"
    case .approve(let ref): "/cases/\(ref)/approval/approve"
    case .issue(let ref): "/cases/\(ref)/approval/issue"
    case .history(let ref): "/cases/\(ref)/history"
    case .papers(let ref): "/cases/\(ref)/papers"
    case .requester(let ref): "/cases/\(ref)/requester"
    case .release(let ref): "/cases/\(ref)/release"
    case .addFiles(let ref): "/cases/\(ref)/release/add"
    case .releaseFile(let ref, let file): "/cases/\(ref)/release/file/\(file)"
    case .acceptFindings(let ref, let file): "/cases/\(ref)/release/file/\(file)/accept"
    case .cleanFile(let ref, let file): "/cases/\(ref)/release/file/\(file)/clean"
    case .extractCells(let ref, let file): "/cases/\(ref)/release/file/\(file)/extract"
    case .chooseCells(let ref, let file): "/cases/\(ref)/release/file/\(file)/cells"
    case .replaceFile(let ref, let file): "/cases/\(ref)/release/file/\(file)/replace"
    case .removeFile(let ref, let file): "/cases/\(ref)/release/file/\(file)/remove"
    case .workingCopy(let ref, let file): "/cases/\(ref)/release/file/\(file)/copy"
    case .findingPicture(let ref, let file, let finding):
      "/cases/\(ref)/release/file/\(file)/picture/\(finding)"
    case .convertFile(let ref, let file): "/cases/\(ref)/release/file/\(file)/convert"
    case .redactFile(let ref, let file): "/cases/\(ref)/release/file/\(file)/redact"
    case .redactPage(let ref, let file, let page, let view):
      "/cases/\(ref)/release/file/\(file)/redact?page=\(page)&view=\(view)"
    case .pagePicture(let ref, let file, let page):
      "/cases/\(ref)/release/file/\(file)/redact/page/\(page)"
    case .changeMarks(let ref, let file): "/cases/\(ref)/release/file/\(file)/redact/marks"
    case .takeOut(let ref, let file): "/cases/\(ref)/release/file/\(file)/redact/take-out"
    case .releasedFile(let ref, let position): "/cases/\(ref)/released/\(position)"
    case .law: "/law"
    case .readLetter: "/read"
    case .limb(let id): "/law/\(id)"
    case .people: "/people"
    case .invite: "/people/invite"
    case .person(let id): "/people/account/\(id)"
    case .settings: "/settings"
    }
  }
}
