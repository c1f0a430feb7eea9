import Foundation

/// Letters in words of our own, and a folder to put them in.
enum SampleLetter {
  /// A refusal of a part: a limb that names no function, an empty formula of balance, no word of the
  /// Commissioner.
  static func refusal(of plan: String = "Mill Lane", because: String = reason) -> String {
    """
    Harbourne Borough Council

    14 May 2026

    Our reference: HB/2026/118

    Dear Ms Okafor,

    Thank you for your request of 20 April 2026, which we received on the same day. You asked for:

    "Please send me the operational plan for parking enforcement in \(plan)."

    We have handled your request under the Freedom of Information Act 2000.

    We confirm that the council holds the information you asked for.

    We are withholding the operational plan for \(plan). \(because)

    Section 31 is a qualified exemption, so we have considered the public interest. There is a \
    public interest in openness about how the council enforces parking rules. On balance the public \
    interest in maintaining the exemption outweighs the public interest in disclosure.

    If you are unhappy with this reply, you may ask for an internal review by writing to \
    reviews@harbourne.example within 40 working days.

    Yours sincerely,

    J. Whitcombe
    """
  }

  static let reason =
    "It is exempt under section 31(1)(g) of the Act, because its release would be likely to"
    + " prejudice law enforcement."

  /// Everything is given, and every right told of.
  static let disclosure = """
    Harbourne Borough Council

    14 May 2026

    Our reference: HB/2026/119

    Dear Mr Adeyemi,

    Thank you for your request, which we received on 1 May 2026. You asked:

    "Please tell me how many benches stand in the parks."

    We have handled it under the Freedom of Information Act 2000.

    We hold the information. There are 412 benches in the parks. All the information is above.

    Yours sincerely,

    J. Whitcombe
    Information Rights Officer
    """

  /// Names are withheld, on a day.
  static func names(sent: String, received: String) -> String {
    """
    Harbourne Borough Council

    \(sent)

    Dear Mr Adeyemi,

    Thank you for your request, which we received on \(received). We have handled it under the \
    Freedom of Information Act 2000.

    We hold the information you asked for. We are withholding the names of the officers. They are \
    exempt under section 40(2) of the Act because they are personal data, and to release them would \
    breach the first data protection principle in the Data Protection Act 1998.

    Yours sincerely,

    J. Whitcombe
    """
  }

  static let welsh = """
    Annwyl Ms Okafor,

    Diolch am eich cais am wybodaeth o dan Ddeddf Rhyddid Gwybodaeth 2000. Rydym wedi ystyried y \
    cais ac mae'r Cyngor yn cadw'r wybodaeth. Nid ydym yn gallu rhoi'r wybodaeth i chi oherwydd ei \
    bod wedi ei heithrio o dan adran 31(1)(g) o'r Ddeddf. Mae gennych yr hawl i ofyn am adolygiad \
    mewnol, ac os nad ydych yn fodlon gallwch gysylltu â'r Comisiynydd Gwybodaeth.
    """

  static let gaelic = """
    A Charaid,

    Tapadh leibh airson an iarrtais agaibh fo Achd Saorsa an Fhiosrachaidh (Alba) 2002. Tha am \
    fiosrachadh againn, ach chan urrainn dhuinn a thoirt seachad oir tha e air a shaoradh fo earrann \
    35(1)(g) den Achd. Tha còir agaibh ath-sgrùdadh iarraidh bhon a' Chomhairle agus mura h-eil sibh \
    toilichte leis an fhreagairt, faodaidh sibh a dhol chun a' Choimiseanair.
    """
}

extension Program {
  /// Runs a command in a folder that holds some files; `.` among the arguments is the folder.
  static func run(
    _ arguments: [String], on files: [String: Data], input: String? = nil
  ) throws -> Result {
    var result: Result?
    try withFolder { folder in
      for (name, bytes) in files { try bytes.write(to: folder.appending(path: name)) }
      let placed = arguments.map { argument in
        argument == "." || files[argument] != nil || argument.hasPrefix("./")
          ? folder.appending(path: argument).standardizedFileURL.path(percentEncoded: false)
          : argument
      }
      result = try run(placed, input: input)
    }
    guard let result else { throw CocoaError(.fileNoSuchFile) }
    return result
  }
}

extension Program.Result {
  /// Each line of the output as a JSON object.
  func lines() throws -> [[String: Any]] {
    try output.split(separator: "\n").map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    }
  }
}

extension [String: Any] {
  /// The file's name without its folder.
  var name: String {
    (self["file"] as? String ?? "").split(separator: "/").last.map(String.init) ?? ""
  }
  var findings: [[String: Any]] { self["findings"] as? [[String: Any]] ?? [] }
  /// The verdicts on a rule.
  func verdicts(on rule: String? = nil) -> [String] {
    (self["verdicts"] as? [[String: Any]] ?? []).filter {
      rule == nil || $0["rule"] as? String == rule
    }
    .compactMap { $0["verdict"] as? String }
  }
  func findings(under rule: String) -> [[String: Any]] {
    findings.filter { $0["rule"] as? String == rule }
  }
}
