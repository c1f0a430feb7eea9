import DataFiles

extension Limb {
  init(_ node: DataNode, statute: Statute) throws(DataFileError) {
    self = try node.mapping { limb throws(DataFileError) in
      let certificate = try limb.optional("certificate")?.mapping {
        entry throws(DataFileError) in
        Certificate(
          who: try entry.string("who"), cite: try entry.string("cite"),
          effect: try entry.string("effect"), isRequired: try entry.flag("required"))
      }
      let inForce = try InForce(of: limb, within: statute.inForce)
      let earlier = try limb.list("earlier") { node throws(DataFileError) in
        try Earlier(node, within: inForce)
      }
      let id = try limb.string("id")
      try InForce.check(earlier: earlier.map(\.inForce), of: id, within: inForce, at: node)
      return Limb(
        id: id, regime: statute.regime, section: try limb.string("section"),
        provision: try limb.string("provision"), citation: try limb.string("cite"),
        title: try limb.string("title"), kind: try limb.required("kind").choice(Kind.self),
        status: try limb.required("status").choice(Status.self),
        statusNote: try limb.optionalString("status_note"),
        basis: try limb.required("basis").choice(Basis.self),
        threshold: try limb.string("threshold"), standard: try limb.string("standard"),
        who: try limb.string("who"), purposes: try limb.strings("purposes"),
        sublimbs: try limb.strings("sublimbs"), evidence: try limb.strings("evidence"),
        certificate: certificate, consult: try limb.strings("consult"),
        excludes: try limb.strings("excludes"),
        alternativeWith: try limb.strings("alternative_with"),
        oftenWith: try limb.strings("often_with"),
        factorsForDisclosure: try limb.strings("factors_disclose"),
        factorsForMaintaining: try limb.strings("factors_maintain"),
        irrelevant: try limb.strings("irrelevant"), errors: try limb.strings("errors"),
        expiry: try Expiry(try limb.required("expires")),
        lapsesWhen: try limb.optionalString("lapses_when"), inForce: inForce,
        replacedBy: try limb.strings("replaced_by"), earlier: earlier,
        isBarredForEmissions: try limb.flag("barred_for_emissions"),
        allowsSection18: try limb.flag("section_18"),
        counterpart: try limb.optionalString("counterpart"),
        note: try limb.optionalString("note"), textCheck: try limb.string("text_check"),
        sources: try limb.strings("sources"))
    }
  }
}

extension Limb.Expiry {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      var years: Int?
      if let node = entry.optional("years") {
        guard let number = Int(try node.string()), number > 0 else {
          throw node.error("'years' should be a number above 0")
        }
        years = number
      }
      return Limb.Expiry(
        rule: try entry.string("rule"), years: years, from: try entry.optionalString("from"),
        cite: try entry.string("cite"), note: try entry.optionalString("note"))
    }
  }
}

extension Limb.Earlier {
  init(_ node: DataNode, within whole: InForce) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      Limb.Earlier(
        inForce: try InForce(of: entry, within: InForce(from: whole.from)),
        title: try entry.optionalString("title"), standard: try entry.optionalString("standard"),
        expiry: try entry.optional("expires").map { node throws(DataFileError) in
          try Limb.Expiry(node)
        },
        note: try entry.optionalString("note"), sources: try entry.strings("sources"))
    }
  }
}
