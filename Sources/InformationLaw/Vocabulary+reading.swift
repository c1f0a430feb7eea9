import DataFiles

extension Vocabulary {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { top throws(DataFileError) in
      func words(_ key: String) throws(DataFileError) -> [String: String] {
        var words: [String: String] = [:]
        for (id, value) in try top.required(key).mapping({ $0.all() }) {
          words[id] = try value.string()
        }
        return words
      }
      func entries<Value>(
        _ key: String, _ read: (String, MappingReader) throws(DataFileError) -> Value
      ) throws(DataFileError) -> [String: Value] {
        var values: [String: Value] = [:]
        for (id, value) in try top.required(key).mapping({ $0.all() }) {
          values[id] = try value.mapping { entry throws(DataFileError) in try read(id, entry) }
        }
        return values
      }
      return Vocabulary(
        thresholds: try entries("thresholds") { id, entry throws(DataFileError) in
          var levels: [Likelihood] = []
          for level in try entry.optional("levels")?.list() ?? [] {
            levels.append(try level.choice(Likelihood.self))
          }
          return Threshold(
            id: id, label: try entry.string("label"),
            meaning: try entry.optionalString("meaning"), levels: levels)
        },
        factors: try entries("factors") { id, entry throws(DataFileError) in
          Factor(
            id: id, side: try entry.required("side").choice(Side.self),
            label: try entry.string("label"), weightNote: try entry.optionalString("weight_note"))
        },
        irrelevances: try entries("irrelevances") { id, entry throws(DataFileError) in
          Irrelevance(
            id: id, label: try entry.string("label"),
            grade: try entry.required("grade").choice(Irrelevance.Grade.self),
            note: try entry.optionalString("note"))
        },
        errors: try words("errors"), evidence: try words("evidence"),
        purposes: try words("purposes"))
    }
  }
}
