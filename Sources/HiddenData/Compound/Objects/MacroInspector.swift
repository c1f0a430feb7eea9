/// Reports the macros of an old document, module by module.
enum MacroInspector {
  static func inspect(_ file: CompoundFile, as kind: HiddenDataClass, run: InspectionRun) {
    for module in VBAProject.modules(in: file) where !VBAProject.isBare(module.source) {
      run.reportInParts(kind, at: "macro module \(module.name)", showing: module.source)
    }
  }
}
