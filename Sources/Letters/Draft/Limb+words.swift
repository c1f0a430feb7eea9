import InformationLaw

extension Limb {
  /// The provision in the running text of a letter: `section 31(1)(a)`.
  var inWords: String { (regime == .eir ? "regulation " : "section ") + provision }

  /// The heading over the reasons: `Section 31(1)(a): prevention or detection of crime`.
  var heading: String {
    let (first, rest) = (title.prefix(1), title.dropFirst())
    // "UK interests abroad" and "Law Officers' advice" keep their capitals.
    let isName =
      rest.first?.isUppercase == true
      || rest.drop { $0 != " " }.dropFirst().first?.isUppercase == true
    return inWords.capitalisedFirst + ": " + (isName ? title : first.lowercased() + rest)
  }

  /// What disclosure has to do for the limb to be engaged, as a verb with its object:
  /// `prejudice the prevention or detection of crime`. Nil where no level of likelihood is chosen.
  var effect: String? {
    let object = title.prefix(1).lowercased() + title.dropFirst()
    switch threshold {
    case "t-endanger" where kind == .exemption: return "endanger the \(object)"
    case "t-endanger": return "endanger the health or safety of an individual"
    case "t-qp-inhibit": return "inhibit the \(object)"
    case "t-qp-otherwise": return object
    case "t-prejudice", "t-prejudice-ncnd", "t-qp-prejudice":
      if let colon = title.firstRange(of: ": prejudice to ") {
        return "prejudice \(title[colon.upperBound...])"
      }
      if kind == .neitherConfirmNorDeny { return "prejudice the interest that it protects" }
      return "prejudice \(title.contains(" of ") ? "the " : "")\(isTitleName ? title : object)"
    case "t-adverse", "t-subst", "t-subst-inhibit":
      let verb =
        switch threshold {
        case "t-adverse": "adversely affect"
        case "t-subst-inhibit": "inhibit substantially"
        default: "prejudice substantially"
        }
      if let colon = title.firstRange(of: ": substantial prejudice to ") {
        return "\(verb) \(title[colon.upperBound...])"
      }
      if kind == .neitherConfirmNorDeny { return "\(verb) the interest that it protects" }
      return "\(verb) \(title.contains(" of ") ? "the " : "")\(isTitleName ? title : object)"
    default: return nil
    }
  }

  /// What exemption is required for, where the limb asks that.
  var requirement: String? {
    let duty =
      switch (regime, kind) {
      case (.foisa, _): "section 1(1)"
      case (_, .neitherConfirmNorDeny): "section 1(1)(a)"
      default: "section 1(1)(b)"
      }
    switch threshold {
    case "t-required-ns":
      return
        "exemption from \(duty) of the Act is required for the purpose of safeguarding national "
        + "security"
    case "t-required-priv":
      return "exemption from \(duty) of the Act is required for the purpose of avoiding an "
        + "infringement of the privileges of either House of Parliament"
    default: return nil
    }
  }

  private var isTitleName: Bool { title.dropFirst().first?.isUppercase == true }
}

extension String {
  /// With a capital letter at the start.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
