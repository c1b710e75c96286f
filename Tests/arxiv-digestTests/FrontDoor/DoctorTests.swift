import Foundation
import HTTP
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The built program's doctor")
struct DoctorTests {
  @Test("finds all well, asks each server once and pays nothing, and leaves no file behind")
  func well() async throws {
    try await withDoctorProject(.text("{}", headers: [.now()])) { project in
      let before = try FileManager.default.subpathsOfDirectory(atPath: project.folder)
      #expect(
        try await project.doctor()
          == RunningProgram.Outcome(
            status: .exit(0), output: project.told(), errors: DoctorProject.well))
      let requests = project.server.requests
      #expect(requests.map { "\($0.method) \($0.path)" } == ["GET /v1/models"])
      #expect(requests.map { $0.headers["authorization"] } == ["Bearer \(DoctorProject.key)"])
      #expect(
        project.arXiv.searches == [
          FakeSearch(path: "?search_query=cat:cs.LG&start=0&max_results=1")
        ])
      #expect(try FileManager.default.subpathsOfDirectory(atPath: project.folder) == before)
    }
  }

  @Test("is shown to programs as one object")
  func json() async throws {
    struct Printed: Decodable {
      let format: Int
      let command: String
      let failed: Int
      let findings: [Item]
    }
    struct Item: Decodable, Equatable {
      let name: String
      let level: String
      let detail: String
    }
    try await withDoctorProject(.status(401)) { project in
      let outcome = try await project.doctor(["--json"])
      #expect(outcome.status == .exit(1))
      let printed = try JSONDecoder().decode(Printed.self, from: Data(outcome.output.utf8))
      #expect(printed.format == 1 && printed.command == "doctor" && printed.failed == 1)
      #expect(printed.findings.map(\.name).prefix(3) == ["program", "libcurl", "digest.json"])
      #expect(
        printed.findings.filter { $0.level == "fail" }.map(\.name) == ["server m"])
      #expect(printed.findings.last?.level == "warn")
      #expect(!outcome.output.contains(DoctorProject.key))
    }
  }

  @Test("warns of keys that others can read")
  func mode() async throws {
    try await withDoctorProject(.status(200, headers: [.now()])) { project in
      try project.write("OPENAI_API_KEY=\(DoctorProject.key)\nMODEL_NAME=\n", to: ".env")
      for (mode, warning) in [
        (
          0o644,
          "warn .env permissions: others can read the keys (mode 644); close it with: chmod "
            + "600 .env"
        ),
        (0o600, ""),
      ] {
        try FileManager.default.setAttributes(
          [.posixPermissions: mode], ofItemAtPath: project.folder + "/.env")
        #expect(
          try await project.doctor([], ["OPENAI_API_KEY": ""])
            == RunningProgram.Outcome(
              status: .exit(0),
              output: project.told([
                ".env": "ok   .env: .env, 1 set", "mode": warning,
                "key": "ok   key m: set (.env:1)",
              ]),
              errors: DoctorProject.well))
      }
    }
  }

  @Test("says what is broken in the files, and looks at all the rest")
  func broken() async throws {
    try await withDoctorProject(.status(200)) { project in
      try project.write("{\n  \"topics\": [\n}", to: "digest.json")
      try project.write("MODEL_NMAE=x\n", to: ".env")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: project.folder + "/.env")
      try project.write("{{fence}} {{id}} {{titel}}", to: "prompts/title.md")
      try project.write("{\"terms\": [{}]}", to: "prompts/glossary.json")
      let outcome = try await project.doctor()
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.output
          == project.told([
            "digest.json": "FAIL digest.json: digest.json:3:1: a value is missing before this",
            ".env":
              "FAIL .env: .env:1: unknown variable MODEL_NMAE; did you mean 'MODEL_NAME'?",
            "prompts":
              "FAIL prompts: prompts/title.md: unknown hole {{titel}}; known: {{fence}}, {{id}}, "
              + "{{terms}}, {{title}}",
            "glossary":
              "FAIL glossary: prompts/glossary.json:1: the key 'terms[0].english' is missing",
            "key": "warn models: not looked at until digest.json can be read", "server": "",
            "clock": "warn clock: not compared, because no server that answered tells the time",
          ]))
      #expect(outcome.errors.hasPrefix("4 things to mend\n"))
    }
  }

  @Test("says how to make a digest.json where none is")
  func noDigest() async throws {
    try await withDoctorProject(.status(200)) { project in
      try FileManager.default.removeItem(atPath: project.folder + "/digest.json")
      let outcome = try await project.doctor()
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.output.replacing(/current folder or [^;]+;/, with: "current folder or SHARE;")
          .contains(
            "\nFAIL digest.json: digest.json: not found in the current folder or SHARE; fill a folder "
              + "with: arxiv-digest init, and run in it\n"))
    }
  }

  @Test("tells of folders that take no files")
  func folders() async throws {
    try await withDoctorProject(.status(200, headers: [.now()])) { project in
      try project.write("", to: "site")
      try FileManager.default.createSymbolicLink(
        atPath: project.folder + "/runs", withDestinationPath: "/proc")
      let outcome = try await project.doctor()
      #expect(outcome.status == .exit(1))
      let advice = "give it to the user that runs the program, or choose another folder with --"
      let reason = /: takes no (records|pages): [^;]+;/
      let told = outcome.output.replacing(reason) { ": takes no \($0.1): REASON;" }
      #expect(
        told
          == project.told([
            "runs": "FAIL runs/: takes no records: REASON; \(advice)runs",
            "site": "FAIL site/: takes no pages: REASON; \(advice)site",
            "disk": "FAIL disk space: ROOM; a week does not fit, make room",
          ]))
    }
  }
}
