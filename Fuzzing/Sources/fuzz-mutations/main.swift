import Foundation

// fuzz-mutations [--cuts N] [--flips N] [--clean] [--from NUMBER] [--only NUMBER] FILE-OR-FOLDER…
//
// Damages every file in many ways, looks into each, and says which of them ended the process, took long or
// were wrongly called clean. With --clean the cleaner is tried as well. What was number so-and-so is done
// again with --only; --from leaves out those before.

let options = Options(CommandLine.arguments.dropFirst())
let files = options.paths.flatMap { path -> [URL] in
  let url = URL(filePath: path)
  guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [url] }
  return names.sorted().map { url.appending(path: $0) }
}
if options.isTrial, let file = files.first, let numbers = options.numbers {
  try Trial.run(file, numbers: numbers, options: options)
} else {
  var tally = Tally()
  for file in files { try tally.tryOut(file, options) }
  tally.report()
  exit(tally.isGood ? 0 : 1)
}
