import Foundation
import TestSupport
import Testing
import Validation

@testable import arxiv_digest

@Suite("The README")
struct ReadmeTests {
  /// The lines of the README's shell blocks, in order.
  private static func commands() throws -> [String] {
    let text = try String(contentsOfFile: Fixture.root + "/README.md", encoding: .utf8)
    let blocks = text.components(separatedBy: "```sh\n").dropFirst()
    return blocks.flatMap { block in
      (block.components(separatedBy: "```").first ?? "").split(separator: "\n").map(String.init)
    }
  }

  @Test("shows commands that work, one after the other")
  func commandsWork() async throws {
    let commands = try Self.commands()
    let own = commands.filter { !$0.hasPrefix("make ") }
    #expect(own.count > 10)
    try await withWorld { world in
      try FileManager.default.removeItem(atPath: world.folder + "/digest.json")
      try FileManager.default.copyItem(
        atPath: Fixture.root + "/digest.json", toPath: world.folder + "/digest.json")
      let shell = Program(path: "/bin/sh")
      for command in own {
        // The README's servers are played by the test's.
        let line = command.replacing("http://localhost:8080/v1", with: world.model.baseURL)
          .replacing("arxiv-digest", with: "'\(Program.digest.path)'")
        let outcome = try await shell.run(
          ["-c", line],
          environment: world.environment.merging([
            "MODEL_BASE_URL": world.model.baseURL, "EDITOR": "true",
          ]) { $1 },
          in: world.folder)
        #expect(outcome.status == .exit(0), "\(command): \(outcome.errors)\(outcome.output)")
      }
    }
  }

  @Test("names the code of every check")
  func codes() throws {
    let text = try String(contentsOfFile: Fixture.root + "/README.md", encoding: .utf8)
    for code in Validator.codes { #expect(text.contains("`\(code)`"), "\(code)") }
  }

  @Test("shows targets of make that the check runs")
  func targets() throws {
    let makefile = try String(contentsOfFile: Fixture.root + "/Makefile", encoding: .utf8)
    let check = try #require(makefile.split(separator: "\n").first { $0.hasPrefix("check: lint") })
    let targets = Set(check.split(separator: " ").dropFirst().map(String.init)).union(["check"])
    for command in try Self.commands() where command.hasPrefix("make ") {
      #expect(targets.contains(String(command.dropFirst("make ".count))), "\(command)")
    }
  }

  @Test("names every command, and among those for programs every one that prints JSON")
  func names() throws {
    let text = try String(contentsOfFile: Fixture.root + "/README.md", encoding: .utf8)
    func section(_ title: String) throws -> String {
      let start = try #require(text.firstRange(of: "\n## \(title)\n"))
      return text[start.upperBound...].components(separatedBy: "\n## ").first ?? ""
    }
    let all = try section("The commands")
    for command in Command.firstWords { #expect(all.contains("`\(command.rawValue)`")) }
    let programs = try section("For other programs")
    for command in Command.allCases where command.options.contains(.json) {
      #expect(programs.contains("`\(command.rawValue)`"), "\(command.rawValue)")
    }
  }

  @Test("lists the exit statuses as the help does")
  func statuses() throws {
    let text = try String(contentsOfFile: Fixture.root + "/README.md", encoding: .utf8)
    for status in [0, 1, 2, 64, 75, 130] { #expect(text.contains("\n| \(status) | ")) }
  }
}

@Suite("The sources")
struct SourceTests {
  private static func files(_ folder: String) throws -> [(path: String, text: String)] {
    try FileManager.default.subpathsOfDirectory(atPath: Fixture.root + "/" + folder)
      .filter { $0.hasSuffix(".swift") }
      .map { path in
        let file = "\(folder)/\(path)"
        return (file, try String(contentsOfFile: "\(Fixture.root)/\(file)", encoding: .utf8))
      }
  }

  @Test("are unsafe in the network target and one file beside it, and unchecked in one place")
  func unsafe() throws {
    let files = try Self.files("Sources")
    let unsafe = files.filter { file in
      file.text.split(separator: "\n").contains { line in
        !line.contains("//") && line.contains("unsafe ")
      }
    }
    #expect(
      unsafe.allSatisfy {
        $0.path.hasPrefix("Sources/HTTP/") || $0.path == "Sources/Records/Journal/SystemFile.swift"
      })
    let unchecked = files.filter { $0.text.contains("@unchecked Sendable {") }
    #expect(unchecked.map(\.path) == ["Sources/HTTP/Waiting/Locked.swift"])
  }

  @Test("bring no second network library and no package")
  func dependencies() throws {
    for (path, text) in try Self.files("Sources") {
      #expect(!text.contains("import FoundationNetworking"), "\(path)")
    }
    let manifest = try String(contentsOfFile: Fixture.root + "/Package.swift", encoding: .utf8)
    #expect(!manifest.contains(".package("))
  }

  @Test("say what to install where libcurl's headers are missing")
  func headers() async throws {
    let compiler = try #require(Program.installed("clang"))
    let outcome = try await compiler.run(
      ["-fsyntax-only", "-nostdinc", Fixture.root + "/Sources/CCurl/CCurl.c"], in: "/")
    #expect(outcome.status == .exit(1))
    #expect(outcome.errors.contains("apt-get install libcurl4-openssl-dev"))
  }
}
