// swift-tools-version: 6.2
import PackageDescription

// Fuzzing of the readers of bytes with libFuzzer; scripts/fuzz builds and runs it. A package of its own,
// because everything in it is built with the fuzzer's coverage.
let fuzzed: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])]

let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "steelyard", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz-files", dependencies: [.product(name: "HiddenData", package: "steelyard")],
      swiftSettings: fuzzed, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
  ]
)
