import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The examples of weekly jobs")
struct ScheduleTests {
  /// The command that each of them runs.
  private static let command = "arxiv-digest run --recent 4 --yes --max-cost 1 --quiet"

  /// The blocks of the README that are in a language.
  private static func blocks(_ language: String) throws -> [String] {
    let text = try String(contentsOfFile: Fixture.root + "/README.md", encoding: .utf8)
    return text.components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "```").first ?? ""
    }
  }

  @Test("run a command that the program understands")
  func command() throws {
    let words = Self.command.split(separator: " ").dropFirst().map(String.init)
    let arguments = try Arguments(words)
    #expect(arguments.command == .run)
    #expect(arguments.values == [.recent: ["4"], .yes: [], .maxCost: ["1"], .quiet: []])
  }

  @Test("are one for cron, a service with its timer, and a step of a workflow")
  func blocks() throws {
    #expect(
      try Self.blocks("cron") == ["15 6 * * 1  cd ~/digest && /usr/local/bin/\(Self.command)\n"])
    let units = try Self.blocks("ini")
    #expect(units.count == 2)
    #expect(units[0].contains("\nExecStart=/usr/local/bin/\(Self.command)\n"))
    #expect(units[1].contains("\nOnCalendar=Mon 06:15\n"))
    #expect(try Self.blocks("yaml").filter { $0.contains("run: ") }.count == 1)
  }

  // The images that CI uses have no systemd, and it is much to install for two files.
  @Test(
    "are units that systemd takes",
    .enabled(if: Program.installed("systemd-analyze") != nil, "systemd is not installed"))
  func units() async throws {
    let analyze = try #require(Program.installed("systemd-analyze"))
    let units = try Self.blocks("ini")
    try await withTemporaryFolder { folder in
      let names = ["arxiv-digest.service", "arxiv-digest.timer"]
      for (name, text) in zip(names, units) {
        // The program need not be installed for its unit to be looked at.
        let text = text.replacing("/usr/local/bin/arxiv-digest", with: Program.digest.path)
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
      }
      let outcome = try await analyze.run(
        ["verify", "--user"] + names.map { "\(folder)/\($0)" },
        environment: ["XDG_RUNTIME_DIR": folder], in: folder)
      #expect(outcome == RunningProgram.Outcome(status: .exit(0)))
    }
  }

  @Test("stand in the workflow as in the README, and run only when they are asked to")
  func workflow() throws {
    let path = Fixture.root + "/.github/workflows/digest.yml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.components(separatedBy: "\n")
    #expect(
      lines.contains("      - run: \(Self.command) || [ $? -eq 2 ]"),
      "the README shows another command")
    let triggers = lines.drop { $0 != "on:" }.dropFirst().prefix { !$0.isEmpty }
      .filter { !$0.hasPrefix("  #") }
    #expect(Array(triggers) == ["  workflow_dispatch:"])
    #expect(try Self.blocks("yaml").contains { $0.hasPrefix("- run: \(Self.command) ||") })
  }

  @Test("leave all checks to the script that runs them anywhere")
  func checks() throws {
    let path = Fixture.root + "/.github/workflows/ci.yml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\npermissions:\n  contents: read\n"))
    #expect(
      text.components(separatedBy: "\n").filter { $0.contains("- run:") }
        == ["      - run: .ci/run"])
  }
}
