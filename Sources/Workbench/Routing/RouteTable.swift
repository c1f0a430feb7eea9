import HTTPTypes

/// Every way into the workbench.
enum RouteTable {
  static let routes: [Route] =
    SignInPage.routes + [WorkListPage.route] + RegisterPage.routes + [CasePage.route]
    + ClockPage.routes + QuestionsPage.page.routes + HoldingPage.page.routes
    + ItemPage.new.routes + ItemPage.edit.routes + [ItemPage.remove]
    + ReliancePage.new.routes + ReliancePage.edit.routes + [ReliancePage.remove]
    + HarmPage.page.routes + WeighPage.routes + FactorPage.new.routes + FactorPage.edit.routes
    + BalancePage.page.routes + CumulativePage.page.routes + [CumulativePage.remove]
    + AlternativesPage.page.routes + [AlternativesPage.remove] + AdvicePage.page.routes
    + JudgementPage.routes
    + LetterPage.routes + LetterPage.edit.routes + ApprovalPage.routes + HistoryPage.routes
    + [PapersPage.route] + ReleasePage.routes + ReleaseFilePage.routes + CellsPage.routes
    + RedactPage.routes
    + [RequesterPage.route] + LawPages.routes + ReadLetterPage.routes + PeoplePages.routes
    + SettingsPage.routes
    + AssetRoute.routes
}
