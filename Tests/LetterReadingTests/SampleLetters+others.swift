import LetterReading

extension SampleLetter {
  static let others: [SampleLetter] = [
    SampleLetter(
      name: "department, policy and legal advice",
      exemptions: ["s35(1)(a) withhold", "s42(1) withhold"],
      type: .partial, decision: .partial, basis: .exemption, weighs: true, limit: 40,
      text: """
        Dear Requester,

        Thank you for your request for information, which was received on 6 October. You asked for:

        "Submissions to Ministers on the ferry levy since May."

        Your request has been handled under the Freedom of Information Act 2000. I can confirm that \
        the Department holds information within scope. Some of it is enclosed. The remainder is \
        withheld under sections 35(1)(a) and 42(1).

        Section 35(1)(a) – formulation or development of government policy

        There is a public interest in knowing how decisions are made. Against this, Ministers need \
        a safe space. The public interest in maintaining the exemption outweighs the public \
        interest in disclosure.

        Section 42(1) – legal professional privilege

        The strong public interest in candour between lawyer and client outweighs the public \
        interest in disclosure here.

        If you are unhappy with the outcome you have the right to request an internal review within \
        two months (40 working days) of the date of this letter.

        If you are not content with the outcome of the review, you may apply directly to the \
        Information Commissioner for a decision.

        Yours sincerely
        """),
    SampleLetter(
      name: "department, more time",
      exemptions: ["s27 under_consideration", "s35 under_consideration"],
      type: .pitExtension, decision: .extended, basis: .extension, rights: (true, true),
      text: """
        Dear Requester,

        I am writing about your request under the Freedom of Information Act 2000. The Department \
        holds the information, but considers that sections 27 and 35 may apply. These are qualified \
        exemptions and we require additional time to consider the public interest. We need to extend \
        the time limit to 4 March, when we expect to write to you.

        If you are unhappy with the way we have handled your request you may ask for an internal \
        review, and you may then complain to the Information Commissioner.

        Yours sincerely
        """),
    SampleLetter(
      name: "department, taxes and a statutory bar in another Act",
      exemptions: ["s44(1)(a) withhold"],
      type: .refusal, decision: .refused, basis: .exemption,
      text: """
        Dear Requester,

        The information you asked for is exempt under section 44(1)(a) of the FOIA, because section \
        23(1) of the Commissioners for Revenue and Customs Act 2005 prohibits its disclosure. This \
        is an absolute exemption, and we do not have to weigh the public interest.

        You may request an internal review. You can then complain to the Information Commissioner.

        Yours sincerely
        """),
    SampleLetter(
      name: "NHS trust, health and safety with a number left out",
      exemptions: ["s38(1)(b) withhold", "s40(2) withhold"],
      type: .refusal, decision: .refused, basis: .exemption, standard: .wouldBeLikely, weighs: true,
      limit: 40,
      text: """
        FOI Ref 2231

        Dear Requester

        Thank you for your FOI request. Our response is as follows:

        The Trust is withholding all of the rota. Names are exempt under s40 FOIA: they are personal \
        data of staff. Places and times are exempt under Section 38(b), as their release would be \
        likely to endanger the safety of nurses who work alone.

        Factors in favour of disclosure
        Patients want to know who is on duty.

        Factors against disclosure
        Two nurses were followed home last winter.

        The public interest in maintaining the exemption outweighs the public interest in release.

        If you are dissatisfied you have the right to appeal. To request an internal review please \
        write to the Director of Governance within forty working days.

        If you remain dissatisfied you may contact the Information Commissioner.

        Regards
        """),
    SampleLetter(
      name: "Scottish board, FOISA with an older exemption not relied on",
      exemptions: ["FOISA s33(1)(b) withhold", "FOISA s38(1)(b) withhold"], regime: .foisa,
      type: .partial, decision: .partial, basis: .exemption, standard: .wouldSubstantially,
      weighs: true, limit: 40,
      text: """
        Dear Requester

        Freedom of Information (Scotland) Act 2002

        Please find attached the contract. We have redacted the unit prices, which are exempt under \
        section 33(1)(b) of FOISA: their disclosure would prejudice substantially the commercial \
        interests of the supplier. We have also redacted names under section 38(1)(b). We do not \
        rely on section 36(2).

        The public interest in disclosure is in value for money. The public interest in maintaining \
        the exemption is in the coming tender, and it is the greater.

        If you are dissatisfied you may require us to review this decision within 40 working days. \
        If you remain dissatisfied you may apply to the Scottish Information Commissioner, \
        Kinburn Castle, Doubledykes Road, St Andrews KY16 9DS.

        Yours sincerely
        """),
    SampleLetter(
      name: "Scottish council, information not held",
      exemptions: ["FOISA s17(1) not_held"], regime: .foisa,
      type: .notHeld, decision: .notHeld, basis: nil, limit: 40,
      text: """
        Dear Requester

        Your request was dealt with under the Freedom of Information (Scotland) Act 2002. This \
        letter is a formal notice under section 17(1) of the Act that the Council does not hold the \
        survey that you asked for.

        You have the right to ask for a review within 40 working days of receiving this letter. You \
        then have the right to appeal to the Scottish Information Commissioner.

        Yours sincerely
        """),
    SampleLetter(
      name: "university, will be published, and a list of sections",
      exemptions: ["s22(1) future_publication", "s40(2) withhold", "s41(1) withhold"],
      type: .partial, decision: .partial, basis: .exemption, weighs: true,
      text: """
        Dear Requester,

        1. How many students left in 2023?

        212

        2. Please provide the exit survey.

        The survey will be published in May and is exempt under s22. The public interest in \
        publishing it with its method outweighs the public interest in early release. There is a \
        public interest in knowing sooner, which we acknowledge.

        3. Please provide the letters of complaint.

        These are exempt under sections 40(2) and 41.

        You may request an internal review if you are dissatisfied, and you can complain to the \
        Information Commissioner.

        Yours sincerely
        """),
    SampleLetter(
      name: "university, outcome of an internal review that swaps exemptions",
      exemptions: ["s43(2) withhold"],
      type: .internalReview, decision: .refused, basis: .exemption, standard: .would, weighs: true,
      rights: (false, true),
      text: """
        Dear Requester,

        Internal review

        You asked for an internal review of our reply of 3 June. I have reviewed the handling of \
        your request. We withdraw our reliance on section 41. I uphold the decision to withhold the \
        rates under section 43(2) of the Freedom of Information Act 2000, as their release would \
        prejudice the commercial interests of the university. The public interest in disclosure is \
        in how fees are spent. The public interest in maintaining the exemption is the greater.

        If you are not content with the outcome of this review, you may apply to the Information \
        Commissioner for a decision.

        Yours sincerely
        """),
  ]
}
