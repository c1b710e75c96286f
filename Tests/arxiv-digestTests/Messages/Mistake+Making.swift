import Foundation
import TestSupport

@testable import arxiv_digest

extension Mistake {
  /// 2024-08-02T12:00Z, so that a week has not begun yet.
  private static let now = Date(timeIntervalSince1970: 1_722_600_000)

  /// Makes the mistake in a folder of its own; returns what is said of it, or nil for nothing.
  func said() async throws -> String? {
    try await withFolder { folder in
      do {
        let arguments = try Arguments(words)
        _ = try Manner(arguments)
        let settings = try Settings(
          places: Places(folders: [folder]), environment: variables, dotEnv: folder + "/.env")
        _ = try Configuration(arguments, settings, now: Self.now)
        return nil
      } catch {
        return "\(error)".replacing("\(folder)/", with: "").replacing(folder, with: "FOLDER")
      }
    }
  }

  /// Makes the mistake with the built program, and returns how that ends.
  func outcome() async throws -> RunningProgram.Outcome {
    try await withFolder { folder in
      try await Program.digest.run(words, environment: variables, in: folder)
        .replacing(Program.digest.path, with: "arxiv-digest")
        .replacing("\(folder)/", with: "").replacing(folder, with: "FOLDER")
    }
  }

  /// A folder as `init` leaves it, but for the mistake.
  func withFolder<Result>(_ body: (_ folder: String) async throws -> Result) async throws -> Result
  {
    try await withTemporaryFolder { folder in
      let manager = FileManager.default
      try manager.copyItem(atPath: Fixture.root + "/prompts", toPath: folder + "/prompts")
      try Data(Self.digest.utf8).write(to: URL(filePath: folder + "/digest.json"))
      for name in missing { try manager.removeItem(atPath: "\(folder)/\(name)") }
      for name in folders {
        if manager.fileExists(atPath: "\(folder)/\(name)") {
          try manager.removeItem(atPath: "\(folder)/\(name)")
        }
        try manager.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: false)
      }
      for (name, bytes) in files { try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)")) }
      return try await body(folder)
    }
  }
}
