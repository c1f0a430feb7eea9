import LetterReading

extension SampleLetter {
  static let councils: [SampleLetter] = [
    SampleLetter(
      name: "council, other Acts and a section 106 agreement beside a redaction",
      exemptions: ["s40(2) withhold", "s43(2) withhold"],
      type: .partial, decision: .partial, basis: .exemption, standard: .wouldBeLikely, weighs: true,
      limit: 40,
      text: """
        Dear Requester

        Freedom of Information Act 2000

        Thank you for your request, received on 9 January 2025, about the section 106 agreement \
        for Dock Road.

        Please find attached the agreement. The signatures have been redacted under Section 40 (2) \
        of the Freedom of Information Act 2000, as they are personal data of third parties as \
        defined in section 3(2) of the Data Protection Act 2018.

        The viability figures are withheld under Section 43(2): release would be likely to prejudice \
        the developer's commercial interests. The public interest in disclosure is the price of \
        affordable homes. The public interest in maintaining the exemption is a fair bidding round. \
        The public interest in maintaining the exemption outweighs that in disclosure.

        The land was acquired under section 120 of the Local Government Act 1972.

        If you are not satisfied with this response you may ask for an internal review within 40 \
        working days. You may complain to the Information Commissioner after that.

        Yours faithfully
        """),
    SampleLetter(
      name: "council, bare section with the reason of a limb",
      exemptions: ["s31(1)(a) withhold"],
      type: .refusal, decision: .refused, basis: .exemption, standard: .would, weighs: true,
      text: """
        Dear Requester,

        Request: a list of empty homes with their addresses.

        Response: The Council holds this information. It is exempt under section 31 of the Act, \
        because its release would prejudice the prevention of crime: squatters and thieves would \
        use it. We have weighed the public interest. In favour of disclosure, homes could come back \
        into use. Against this, break-ins cost owners and neighbours dear. The public interest in \
        withholding outweighs the public interest in disclosure.

        If you are dissatisfied, you can request an internal review from the address above and, \
        if still dissatisfied, appeal to the Information Commissioner.

        Yours sincerely
        """),
    SampleLetter(
      name: "council, EIR with the exception named without its regulation",
      exemptions: ["reg12(4)(d) withhold", "reg12(5)(b) withhold"], regime: .eir,
      type: .refusal, decision: .refused, basis: .exemption, standard: .wouldAdverselyAffect,
      weighs: true, limit: 40,
      text: """
        Dear Requester

        Environmental Information Regulations 2004

        We have dealt with your request under the EIR. You asked for the draft flood report.

        We are refusing the request. The draft is still being written, so that 12(4)(d) applies, \
        and counsel's advice on it is excepted by Regulation 12 (5)(b), since its disclosure would \
        adversely affect the course of justice.

        Regulation 12(2) asks us to presume in favour of disclosure, and regulation 12(1)(b) to \
        weigh the public interest. The public interest in disclosure is strong where homes flood. \
        The public interest in maintaining the exceptions is the stronger while the claim runs.

        Under regulation 11 you may make representations to us within 40 working days. If you \
        remain dissatisfied you may complain to the Information Commissioner.

        Yours sincerely
        """),
    SampleLetter(
      name: "council, accessible elsewhere, hard-wrapped and bulleted",
      exemptions: ["s21(1) accessible"],
      type: .refusal, decision: .refused, basis: .accessible,
      text: """
        Dear Requester,

        Thank you for your request for information about business rates which we
        received on 3rd March 2021.

        This information is reasonably accessible to you by other means and is
        therefore exempt under section
        21(1) of the Freedom of Information Act 2000. It is published each quarter
        on our website under the heading of open data, where you can sort it by
        • ward
        • relief
        • year

        If you are unhappy with this reply you are entitled to have it reviewed.
        Please write to the Information Team.

        If you are then not content you may contact the Information Commissioner's
        Office.

        Kind regards
        """),
    SampleLetter(
      name: "council, vexatious",
      exemptions: ["s14(1) vexatious"],
      type: .vexatiousRefusal, decision: .refused, basis: .vexatious,
      text: """
        Dear Requester,

        Your request of 2 April 2020 has been considered. We are refusing it under S.14 of the \
        Freedom of Information Act 2000 because we consider it to be vexatious. It is your ninth \
        about the same hedge, and answering the last eight took 61 hours.

        You have the right to ask us to review this decision. You may then appeal to the ICO.

        Yours sincerely
        """),
    SampleLetter(
      name: "council, not held",
      exemptions: [], type: .notHeld, decision: .notHeld, basis: nil,
      text: """
        Dear Requester,

        You asked:

        Who owns the weir at Low Mill?

        I can confirm that the Council does not hold this information. The Environment Agency may \
        be able to help.

        If you are dissatisfied with this response you may request an internal review, and after \
        that you can complain to the Information Commissioner.

        Yours sincerely
        """),
    SampleLetter(
      name: "council, everything given in a table",
      exemptions: [], type: .disclosure, decision: .fullDisclosure, basis: nil,
      text: """
        Dear Requester,

        Thank you for your request under the Freedom of Information Act 2000.

        1. How many section 21 notices did the council serve each year?

        Year | Notices
        2021 | 12
        2022 | 9
        2023 | 15

        2. How many section 47 enquiries were opened in S12 and S40?

        There were 31.

        If you are unhappy with this response, you can ask for an internal review. If you are still \
        unhappy you can ask the Information Commissioner for a decision.

        Yours sincerely
        """),
    SampleLetter(
      name: "council, two columns of arguments with would be likely",
      exemptions: ["s36(2)(b)(i) withhold", "s36(2)(b)(ii) withhold", "s36(2)(c) withhold"],
      type: .refusal, decision: .refused, basis: .exemption, standard: .wouldBeLikely, weighs: true,
      limit: 40,
      text: """
        Dear Requester,

        We have decided not to disclose the minutes. Section 36(2)(b)(i), (ii) and (2)(c) of the \
        Freedom of Information Act 2000 apply: the qualified person is of the opinion that release \
        would be likely to inhibit the free and frank provision of advice.

        For disclosure\tAgainst disclosure
        Residents follow the matter\tMembers need to speak plainly
        Money is at stake\tThe vote is still to come

        On balance the public interest favours withholding the minutes.

        You may ask for an internal review. Requests should be submitted within 40 working days. \
        The Information Commissioner may be contacted if you remain dissatisfied.

        Yours sincerely
        """),
  ]
}
