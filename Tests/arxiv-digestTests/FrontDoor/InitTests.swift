import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The built program's init")
struct InitTests {
  private static let files = [
    "digest.json", ".env.example", "prompts/again.md", "prompts/glossary.json", "prompts/paper.md",
    "prompts/summarize.md", "prompts/title.md", "prompts/translate.md", ".env", ".gitignore",
  ]

  private func run(
    _ words: [String], in folder: String
  ) async throws -> RunningProgram.Outcome {
    try await Program.digest.run(words, in: folder)
      .replacing(Program.digest.path, with: "arxiv-digest")
  }

  private func read(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  private func mode(_ path: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test("fills a folder that is not there yet, and the program works in it")
  func fills() async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await run(["init", "a/b/"], in: folder)
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0), output: Self.files.map { "a/b/\($0)\n" }.joined(),
            errors: """
              a/b/.env: put the key of your model's provider into it; only you can read it
              next: cd a/b && arxiv-digest doctor

              """))
      let made = folder + "/a/b"
      #expect(try FileManager.default.subpathsOfDirectory(atPath: made).count == 11)
      for name in Self.files.dropLast(2) {
        #expect(try read("\(made)/\(name)") == read("\(Fixture.root)/\(name)"), "\(name)")
      }
      #expect(try read(made + "/.env") == read(Fixture.root + "/.env.example"))
      #expect(try mode(made + "/.env") == 0o600)
      #expect(try read(made + "/.gitignore") == ".env\n")
      #expect(try await run(["topics"], in: made).status == .exit(0))
    }
  }

  @Test("writes a digest.json with a comment on each of its parts")
  func comments() throws {
    let lines = try read(Fixture.root + "/digest.json").split(separator: "\n")
    for part in DigestFile.CodingKeys.allCases {
      let start = try #require(
        lines.firstIndex {
          $0.hasPrefix("  \"\(part.rawValue)\"") || $0.hasPrefix("  // \"\(part.rawValue)\"")
        })
      #expect(lines[start - 1].hasPrefix("  // "), "\(part.rawValue)")
    }
  }

  @Test("a second time finds everything there, and writes nothing")
  func again() async throws {
    try await withTemporaryFolder { folder in
      _ = try await run(["init"], in: folder)
      #expect(
        try await run(["init"], in: folder)
          == RunningProgram.Outcome(
            status: .exit(0),
            errors: """
              .env: is there already, and stays as it is
              nothing to write: every file is there already
              next: arxiv-digest doctor

              """))
    }
  }

  @Test("writes nothing where a file is there and differs, and names it")
  func refuses() async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/prompts", withIntermediateDirectories: false)
      try write("mine", to: folder + "/prompts/title.md")
      try write("{}", to: folder + "/digest.json")
      #expect(
        try await run(["init"], in: folder)
          == RunningProgram.Outcome(
            status: .exit(1),
            errors: """
              arxiv-digest: init: nothing was written, because these files are there and differ from \
              those that come with the program:
                digest.json
                prompts/title.md
              next: arxiv-digest init --force  # writes them anew, and keeps the old ones as FILE.old

              """))
      #expect(
        try Set(FileManager.default.subpathsOfDirectory(atPath: folder)) == [
          "digest.json", "prompts", "prompts/title.md",
        ])
    }
  }

  @Test("with --force keeps every old file beside the new one, and .env as it is")
  func forced() async throws {
    try await withTemporaryFolder { folder in
      _ = try await run(["init"], in: folder)
      for text in ["first", "second"] {
        try write(text, to: folder + "/digest.json")
        try write("MODEL_API_KEY=sk-1", to: folder + "/.env")
        let old = text == "first" ? "digest.json.old" : "digest.json.old2"
        #expect(
          try await run(["init", "--force"], in: folder)
            == RunningProgram.Outcome(
              status: .exit(0), output: "digest.json\n",
              errors: """
                digest.json: the old one is kept as \(old)
                .env: is there already, and stays as it is
                next: arxiv-digest doctor

                """))
        #expect(try read("\(folder)/\(old)") == text)
        #expect(try read(folder + "/.env") == "MODEL_API_KEY=sk-1")
      }
      #expect(try read(folder + "/digest.json.old") == "first")
      #expect(try read(folder + "/digest.json") == read(Fixture.root + "/digest.json"))
    }
  }

  @Test(
    "adds .env to what git ignores, once, and leaves the rest of the list",
    arguments: [
      ("", ".env\n"), ("build/", "build/\n.env\n"), ("a\n", "a\n.env\n"), ("/.env\n", "/.env\n"),
      (" .env \r\nb\r\n", " .env \r\nb\r\n"), (".env*", ".env*"), (".envrc\n", ".envrc\n.env\n"),
    ])
  func ignores(old: String, new: String) async throws {
    try await withTemporaryFolder { folder in
      try write(old, to: folder + "/.gitignore")
      let outcome = try await run(["init"], in: folder)
      #expect(try read(folder + "/.gitignore") == new)
      #expect(outcome.output.hasSuffix("\n.gitignore\n") == (old != new))
    }
  }

  @Test("makes .env for its owner alone, whatever files are made like otherwise")
  func umask() async throws {
    try await withTemporaryFolder { folder in
      let line = "umask 0; '\(Program.digest.path)' init"
      let outcome = try await Program(path: "/bin/sh").run(["-c", line], in: folder)
      #expect(outcome.status == .exit(0))
      #expect(try mode(folder + "/.env") == 0o600)
      #expect(try mode(folder + "/prompts") == 0o777)
    }
  }

  @Test("does not follow a link at the place of .env")
  func link() async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/.env", withDestinationPath: folder + "/elsewhere")
      let outcome = try await run(["init"], in: folder)
      #expect(outcome.status == .exit(0))
      #expect(outcome.errors.hasPrefix(".env: is there already, and stays as it is\n"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/elsewhere"))
    }
  }

  @Test("says why a folder cannot be filled")
  func unwritable() async throws {
    try await withTemporaryFolder { folder in
      try write("", to: folder + "/file")
      let outcome = try await run(["init", "file/x"], in: folder)
      #expect(outcome.status == .exit(1))
      #expect(outcome.output == "")
      #expect(
        outcome.errors.hasPrefix("arxiv-digest: init: file/x/digest.json cannot be written: "))
      #expect(
        outcome.errors.hasSuffix("\nnext: arxiv-digest init file/x  # what is on disk is kept\n"))
    }
  }
}
