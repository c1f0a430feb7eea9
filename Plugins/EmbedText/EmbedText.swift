import Foundation
import PackagePlugin

/// Turns every file under a target's `Data` folder into one Swift file of string literals, so that
/// the product stays a single executable and compiles quickly (a byte array of the same size takes
/// the compiler minutes).
@main
struct EmbedText: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Data", directoryHint: .isDirectory)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    let files = names.sorted().map { folder.appending(path: $0) }.filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0.path(), isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedText.swift")
    return [
      .buildCommand(
        displayName: "Embedding the data files of \(target.name)",
        executable: try context.tool(named: "embedtext").url,
        arguments: [folder.path(), output.path()],
        inputFiles: files, outputFiles: [output])
    ]
  }
}
