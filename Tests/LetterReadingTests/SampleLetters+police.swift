import LetterReading

extension SampleLetter {
  static let police: [SampleLetter] = [
    SampleLetter(
      name: "police, recital of section 17 and run-together limbs",
      exemptions: ["s24(1) withhold", "s31(1)(a) withhold", "s31(1)(b) withhold"],
      type: .refusal, decision: .refused, basis: .exemption, standard: .wouldBeLikely, weighs: true,
      rights: (true, true), limit: 40,
      text: """
        Freedom of Information Request Reference No: 77/2024

        I write in connection with your request which was received on 3 May 2024. I note you seek \
        access to the following information:

        Which make of body-worn camera does each district use? Under section 8 I give my address \
        as 4 Mill Lane, S31 2AB.

        DECISION

        Section 17 of the Freedom of Information Act 2000 requires the force, when refusing to \
        provide such information (because the information is exempt) to provide you with a notice \
        which: (a) states that fact, (b) specifies the exemption in question and (c) states (if \
        that would not otherwise be apparent) why the exemption applies.

        In accordance with the Act this letter represents a Refusal Notice. The force has decided \
        to withhold the information under the following exemptions:

        Section 24(1) National Security
        Section 31 (1)(a)(b) Law Enforcement

        Evidence of Harm

        Offenders would learn which districts cannot record in low light. Release would be likely \
        to prejudice the prevention or detection of crime.

        Factors favouring disclosure for S24

        The public could see what is bought.

        Factors against disclosure for S24

        The same model is carried at protected sites.

        Balance Test

        Having weighed these points, the balance lies against release.

        COMPLAINT RIGHTS

        If you are dissatisfied with the handling of your request you can ask for an internal \
        review within 40 working days of this letter. We will respond within 20 working days.

        After that you have the right to complain to the Information Commissioner, Wycliffe House, \
        Water Lane, Wilmslow SK9 5AF.

        Yours sincerely,

        Decision Maker
        """),
    SampleLetter(
      name: "police, neither confirm nor deny",
      exemptions: ["s23(5) ncnd", "s30(3) ncnd", "s40(5) ncnd"],
      type: .neitherConfirmNorDeny, decision: .neitherConfirmNorDeny, basis: .exemption,
      weighs: true, limit: nil,
      text: """
        Dear Requester

        You asked:

        Is Mr Example under investigation, and by which unit?

        RESPONSE

        Northmoor Constabulary can neither confirm nor deny that it holds the information you \
        requested, as the duty in s1(1)(a) of the Freedom of Information Act 2000 does not apply \
        by virtue of the following exemptions:

        Section 23(5) Information relating to bodies dealing with security matters
        Section 30(3) Investigations
        Section 40(5) Personal information

        Factors favouring confirming or denying

        People want to know that complaints are followed up.

        Factors against confirming or denying

        A suspect would be warned.

        The public interest in confirming does not outweigh the public interest in protecting \
        investigations.

        Should you be dissatisfied, you may request an internal review by writing to us. You can \
        also apply to the Information Commissioner's Office for a decision.

        Kind regards
        """),
    SampleLetter(
      name: "police, some given, some exempt under 30 and 40 by virtue of a condition",
      exemptions: ["s30(1)(c) withhold", "s40(2) withhold"],
      type: .partial, decision: .partial, basis: .exemption, weighs: true,
      text: """
        Dear Requester,

        Thank you for your request of 1 June 2023.

        Q1. How many cases were sent to the prosecutor in 2022?
        A1. 214

        Q2. Please provide the case summaries.
        A2. Exempt under Section 30(1)(c) of FOIA, see below.

        Q3. Please name the officers.
        A3. This is personal data and exempt under s40(2) by virtue of s40(3A)(a).

        Section 30 is a class-based, qualified exemption. The public interest in disclosure is that \
        the public sees how cases are prepared. The public interest in maintaining the exemption is \
        that witnesses come forward. On balance the exemption is maintained.

        If you are unhappy with this response you have the right to ask for an internal review. If \
        you are then still unhappy you may complain to the ICO.

        Yours sincerely
        """),
    SampleLetter(
      name: "police, cost, with a section of the fees regulations",
      exemptions: ["s12(1) cost"],
      type: .costRefusal, decision: .refused, basis: .cost, limit: 20,
      text: """
        Dear Requester,

        Your request for information was received on 14/02/2022 and has now been considered.

        It is estimated that to answer would take well over 18 hours: each of 6,200 crime reports \
        would have to be opened and read, at five minutes each. Exemption: Section 12 (cost of \
        compliance exceeds appropriate limit). Regulation 4(3) of the Freedom of Information and \
        Data Protection (Appropriate Limit and Fees) Regulations 2004 says what may be counted.

        Under section 16 we suggest that you limit the request to one month.

        If you wish to appeal, please write to the review officer within 20 working days.
        The Information Commissioner can be contacted at www.ico.org.uk if you remain dissatisfied.

        Regards
        """),
    SampleLetter(
      name: "police, harm and test on a page of its own",
      exemptions: ["s31(1)(a) withhold", "s38(1)(b) withhold"],
      type: .pitAttachment, decision: .refused, basis: .exemption, standard: .both, weighs: true,
      rights: (false, false),
      text: """
        PUBLIC INTEREST TEST

        S.31(1)(a) and S.38(1)(b)

        Harm

        Release would, or would be likely to, prejudice the prevention and detection of crime, and \
        would endanger the safety of staff in the building.

        Considerations favouring disclosure

        Openness about spending.

        Considerations favouring non-disclosure

        A map of the cameras is a map of the gaps.

        Balance

        The public interest in safety outweighs the public interest in disclosure.
        """),
  ]
}
