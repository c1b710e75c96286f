import Foundation
import TestSupport
import Testing

@Suite("The installed program")
struct InstallTests {
  /// Runs the recipe of `make install` with the tests' own build, and gives the installed program.
  private func installed(
    in folder: String, _ body: (Program) async throws -> Void
  ) async throws {
    let make = try #require(Program.installed("make"))
    let told = try await make.run(
      ["--dry-run", "install", "DESTDIR=\(folder)/root", "PREFIX=/opt/digest"], in: Fixture.root)
    let recipe = told.output.split(separator: "\n")
      .filter { !$0.hasPrefix("swift build") && !$0.hasPrefix("sh .ci") }
      .joined(separator: "\n")
      .replacing(".build/release/arxiv-digest ", with: "'\(Program.digest.path)' ")
    let outcome = try await Program(path: "/bin/sh").run(["-ec", recipe], in: Fixture.root)
    #expect(outcome.status == .exit(0), "\(recipe)\n\(outcome.errors)")
    try await body(Program(path: folder + "/root/opt/digest/bin/arxiv-digest"))
  }

  @Test("works in a folder without any of its files, with the prompts that it came with")
  func elsewhere() async throws {
    try await withTemporaryFolder { folder in
      try await installed(in: folder) { program in
        let share =
          URL(filePath: folder).resolvingSymlinksInPath().path
          + "/root/opt/digest/share/arxiv-digest"
        let empty = folder + "/empty"
        try FileManager.default.createDirectory(
          atPath: empty, withIntermediateDirectories: false)
        let config = try await program.run(["config"], in: empty)
        #expect(config.status == .exit(0), "\(config.errors)")
        for name in ["digest.json", "prompts", "prompts/glossary.json"] {
          #expect(config.output.contains("  \(share)/\(name)  installed\n"))
        }
        let run = try await program.run(
          [
            "run", "--week", "2024-07-26", "--topic", "sd", "--model", "openai", "--replay",
            Fixture.path("sample-week"),
          ], in: empty)
        #expect(run.status == .exit(0), "\(run.errors)")
        #expect(
          try String(contentsOfFile: empty + "/site/_sd/2024-07-26.md", encoding: .utf8)
            == Fixture.text("sample-week/site/_sd/2024-07-26.md"))
      }
    }
  }

  @Test("fills a folder, and from then on goes by the files there")
  func initialized() async throws {
    try await withTemporaryFolder { folder in
      try await installed(in: folder) { program in
        let filled = try await program.run(["init", "mine"], in: folder)
        #expect(filled.status == .exit(0), "\(filled.errors)")
        #expect(filled.output.split(separator: "\n").count == 10)
        try Data("{{fence}} {{id}} {{titel}}".utf8)
          .write(to: URL(filePath: folder + "/mine/prompts/title.md"))
        let models = try await program.run(["models"], in: folder + "/mine")
        #expect(models.status == .exit(64))
        #expect(models.errors.contains("prompts/title.md: "))
      }
    }
  }
}
