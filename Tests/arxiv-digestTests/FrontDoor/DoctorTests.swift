import Foundation
import HTTP
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The built program's doctor")
struct DoctorTests {
  private static let key = "sk-canary-0123456789abcdef"

  /// A project in a folder of its own, with a model's server that answers as `answer` says.
  private func withProject(
    profile: String = "", _ answer: @escaping @Sendable (HTTPHeader) -> LoopbackServer.Reply,
    _ body: (_ project: Project) async throws -> Void
  ) async throws {
    let server = try LoopbackServer { request in
      answer(HTTPHeader(request.path, request.headers["authorization"] ?? "none"))
    }
    let arXiv = try FakeArXiv(papers: [])
    try await withTemporaryFolder { folder in
      let project = Project(folder: folder, server: server, arXiv: arXiv)
      try FileManager.default.copyItem(
        atPath: Fixture.root + "/prompts", toPath: folder + "/prompts")
      try project.write(
        """
        {"topics":[{"slug":"sd","name":"合成データ","query":"abs:a"}],
         "models":{"m":{"kind":"openai-chat","model":"x","baseURL":"\(server.baseURL)/v1"\(profile)}},
         "use":{"translate":"m","summarize":"m"}}
        """, to: "digest.json")
      try await body(project)
    }
  }

  private struct Project {
    let folder: String
    let server: LoopbackServer
    let arXiv: FakeArXiv

    func write(_ text: String, to name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }

    /// Runs the doctor; what differs from machine to machine is masked.
    func doctor(
      _ words: [String] = [], _ variables: [String: String] = [:]
    ) async throws -> RunningProgram.Outcome {
      let environment = [
        "ARXIV_API_URL": arXiv.url, "ARXIV_INTERVAL_SECONDS": "0", "OPENAI_API_KEY": key,
      ].merging(variables) { $1 }
      let outcome = try await Program.digest.run(
        ["doctor"] + words, environment: environment, in: folder
      ).replacing(Program.digest.path, with: "arxiv-digest")
      let output = outcome.output
        .replacing(/libcurl: [0-9]+\.[0-9.]+, [A-Za-z].*/, with: "libcurl: VERSION")
        .replacing(/built with Swift 6[.0-9]+( or later)?/, with: "built with Swift VERSION")
        .replacing(/disk space: [0-9]+ [MG]B free/, with: "disk space: ROOM")
      return RunningProgram.Outcome(
        status: outcome.status, output: output, errors: outcome.errors)
    }

    /// What a project is told in which all is well, with other lines in the place of some.
    func told(_ changes: [String: String] = [:]) -> String {
      let lines = [
        ("program", "ok   program: arxiv-digest \(Help.version), built with Swift VERSION"),
        ("libcurl", "ok   libcurl: VERSION"),
        ("digest.json", "ok   digest.json: digest.json, 1 topic, 1 model"),
        (".env", "ok   .env: none; what it would hold comes from the environment"),
        ("mode", ""), ("prompts", "ok   prompts: prompts"),
        ("glossary", "ok   glossary: prompts/glossary.json, 110 terms"),
        ("runs", "ok   runs/: will be made for records"),
        ("site", "ok   site/: will be made for pages"), ("disk", "ok   disk space: ROOM"),
        ("pace", "ok   pace file: none, because no interval is kept"),
        ("arXiv", "ok   arXiv: 127.0.0.1 answered 200"),
        ("key", "ok   key m: set (OPENAI_API_KEY)"),
        ("server", "ok   server m: 127.0.0.1 answered 200"),
        ("clock", "ok   clock: as the servers' within 120 s"),
      ]
      return lines.map { changes[$0.0] ?? $0.1 }.filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
    }
  }

  /// The date of an answer, so many seconds from now.
  private static func date(_ seconds: Double = 0) -> HTTPHeader {
    let date = Date(timeIntervalSinceNow: seconds)
    let style = Date.VerbatimFormatStyle(
      format:
        "\(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) GMT",
      locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
      calendar: Calendar(identifier: .gregorian))
    return HTTPHeader("Date", date.formatted(style))
  }

  private static let well =
    "next: arxiv-digest models check  # asks each model one small question, "
    + "which costs\n"
  private static let ill = "1 thing to mend\nnext: arxiv-digest doctor  # once that is done\n"

  @Test("finds all well, asks each server once and pays nothing, and leaves no file behind")
  func well() async throws {
    try await withProject({ _ in .text("{}", headers: [Self.date()]) }) { project in
      let before = try FileManager.default.subpathsOfDirectory(atPath: project.folder)
      #expect(
        try await project.doctor()
          == RunningProgram.Outcome(
            status: .exit(0), output: project.told(), errors: Self.well))
      let requests = project.server.requests
      #expect(requests.map { "\($0.method) \($0.path)" } == ["GET /v1/models"])
      #expect(requests.map { $0.headers["authorization"] } == ["Bearer \(Self.key)"])
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
    try await withProject({ _ in .status(401) }) { project in
      let outcome = try await project.doctor(["--json"])
      #expect(outcome.status == .exit(1))
      let printed = try JSONDecoder().decode(Printed.self, from: Data(outcome.output.utf8))
      #expect(printed.format == 1 && printed.command == "doctor" && printed.failed == 1)
      #expect(printed.findings.map(\.name).prefix(3) == ["program", "libcurl", "digest.json"])
      #expect(
        printed.findings.filter { $0.level == "fail" }.map(\.name) == ["server m"])
      #expect(printed.findings.last?.level == "warn")
      #expect(!outcome.output.contains(Self.key))
    }
  }

  @Test(
    "tells what a server said to the key, and what to do",
    arguments: [
      (
        LoopbackServer.Reply.answer(
          status: 401, headers: [date()],
          body: Array(#"{"error":{"message":"no such key: \#(key)"}}"#.utf8)),
        "FAIL server m: the model's server answered 401 (the key is wrong or missing; try: "
          + "arxiv-digest models check): no such key: •••; put a valid key into OPENAI_API_KEY, in the "
          + "environment or in .env"
      ),
      (
        .status(403, headers: [date()]),
        "FAIL server m: the model's server answered 403 (the key may not use this model, or not from "
          + "this region); ask the provider to let the key use x, or take a model or a region that it "
          + "may use"
      ),
      (
        .status(503, headers: [date()]),
        "warn server m: 127.0.0.1 answered 503; it is in trouble, try again later"
      ),
      (.status(404, headers: [date()]), "ok   server m: 127.0.0.1 answered 404"),
    ])
  func servers(reply: LoopbackServer.Reply, line: String) async throws {
    try await withProject({ _ in reply }) { project in
      let isIll = line.hasPrefix("FAIL")
      let outcome = try await project.doctor()
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(isIll ? 1 : 0), output: project.told(["server": line]),
            errors: isIll ? Self.ill : Self.well))
    }
  }

  @Test("tells of servers that cannot be reached, and looks at all the rest")
  func unreachable() async throws {
    try await withProject({ _ in .status(200) }) { project in
      let outcome = try await project.doctor(
        [], ["ARXIV_API_URL": "http://127.0.0.1:1/api", "MODEL_BASE_URL": "http://127.0.0.1:1/v1"])
      #expect(outcome.status == .exit(1))
      let refused = /127\.0\.0\.1 cannot be reached: [^;]+/
      #expect(
        outcome.output.replacing(refused, with: "REFUSED")
          == project.told([
            "arXiv":
              "FAIL arXiv: REFUSED; check the network and its proxy (https_proxy), and ARXIV_API_URL",
            "server":
              "FAIL server m: REFUSED; is the server running, and at this port? start it, or change "
              + "the base URL http://127.0.0.1:1/v1",
            "clock": "warn clock: not compared, because no server that answered tells the time",
          ]))
      #expect(outcome.errors.hasPrefix("2 things to mend\n"))
      #expect(project.server.requests == [])
    }
  }

  @Test(
    "tells of a certificate that nobody vouches for, until its file is named",
    .enabled(if: TLSServer.isAvailable))
  func certificate() async throws {
    try await withProject({ _ in .status(200, headers: [Self.date()]) }) { project in
      let server = try await TLSServer(in: project.folder)
      let url = "https://127.0.0.1:\(server.port)"
      let refused = try await project.doctor([], ["MODEL_BASE_URL": url])
      #expect(refused.status == .exit(1))
      #expect(
        refused.output.replacing(/127\.0\.0\.1: [^;]+;/, with: "127.0.0.1: REASON;")
          == project.told([
            "server":
              "FAIL server m: no trusted connection to 127.0.0.1: REASON; in a network with "
              + "certificates of its own, name their file in SSL_CERT_FILE; a server on this machine "
              + "mostly wants http:// in its base URL",
            "clock": "warn clock: not compared, because no server that answered tells the time",
          ]))
      let trusted = try await project.doctor(
        [], ["MODEL_BASE_URL": url, "SSL_CERT_FILE": server.certificateFile])
      #expect(trusted.status == .exit(0))
      #expect(trusted.output.contains("\nok   server m: 127.0.0.1 answered 200\n"))
      await server.stop()
    }
  }

  @Test("tells of a key that is missing, and asks the server without it")
  func noKey() async throws {
    try await withProject(profile: #","keyVariable":"MY_KEY""#, { _ in .status(401) }) { project in
      try project.write(
        """
        {"topics":[{"slug":"sd","name":"合成データ","query":"abs:a"}],
         "models":{"m":{"kind":"openai-chat","model":"x","baseURL":"https://model.invalid/v1"}},
         "use":{"translate":"m","summarize":"m"}}
        """, to: "digest.json")
      let outcome = try await project.doctor([], ["OPENAI_API_KEY": ""])
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.output.contains(
          "\nFAIL key m: digest.json:2: models.m: no key for model.invalid; set MODEL_API_KEY or "
            + "OPENAI_API_KEY in the environment or in .env (see .env.example)\nFAIL server m: the name "
            + "model.invalid cannot be found"))
    }
  }

  @Test("warns of keys that others can read")
  func mode() async throws {
    try await withProject({ _ in .status(200, headers: [Self.date()]) }) { project in
      try project.write("OPENAI_API_KEY=\(Self.key)\nMODEL_NAME=\n", to: ".env")
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
              output: project.told([".env": "ok   .env: .env, 1 set", "mode": warning]),
              errors: Self.well))
      }
    }
  }

  @Test("says what is broken in the files, and looks at all the rest")
  func broken() async throws {
    try await withProject({ _ in .status(200) }) { project in
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
    try await withProject({ _ in .status(200) }) { project in
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
    try await withProject({ _ in .status(200, headers: [Self.date()]) }) { project in
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

  @Test("warns of a clock that is wrong", arguments: [(300.0, "behind"), (-300.0, "ahead of")])
  func clock(seconds: Double, side: String) async throws {
    try await withProject({ _ in .status(200, headers: [Self.date(seconds)]) }) { project in
      let outcome = try await project.doctor()
      #expect(outcome.status == .exit(0))
      #expect(
        outcome.output.replacing(/(29[0-9]|30[0-9]|31[0-9]) s/, with: "300 s")
          == project.told([
            "clock":
              "warn clock: 300 s \(side) the servers'; set it, because weeks, pace and signatures go "
              + "by it (timedatectl set-ntp true)"
          ]))
    }
  }

  @Test("asks arXiv at its pace, and leaves it alone where it asks for that")
  func pace() async throws {
    try await withProject({ _ in .status(200, headers: [Self.date()]) }) { project in
      let file = project.folder + "/pace"
      let variables = ["ARXIV_INTERVAL_SECONDS": "0.01", "ARXIV_PACE_FILE": file]
      project.arXiv.setFaults([.always: .reply(.status(429))])
      #expect(
        try await project.doctor([], variables)
          == RunningProgram.Outcome(
            status: .exit(0),
            output: project.told([
              "pace": "ok   pace file: \(file)",
              "arXiv":
                "warn arXiv: 127.0.0.1 answered 429: it asks to be left alone for a while; run later",
            ]), errors: Self.well))
      #expect(project.arXiv.searches.count == 1)
      #expect(FileManager.default.fileExists(atPath: file + ".hold"))
      try FileManager.default.removeItem(atPath: file)
      try FileManager.default.createDirectory(
        atPath: file, withIntermediateDirectories: false)
      let outcome = try await project.doctor([], variables)
      #expect(outcome.status == .exit(1))
      #expect(outcome.output.contains("\nFAIL pace file: \(file): Is a directory; "))
      #expect(outcome.output.contains("\nok   server m: "))
    }
  }
}

@Suite("What the doctor makes of numbers")
struct DiagnosisTests {
  @Test(
    "the room on a disk",
    arguments: [
      (19_999_999, "FAIL disk space: 19 MB free; a week does not fit, make room"),
      (20_000_000, "warn disk space: 20 MB free; make room soon"),
      (199_999_999, "warn disk space: 199 MB free; make room soon"),
      (200_000_000, "ok   disk space: 200 MB free"),
      (83_000_000_000, "ok   disk space: 83 GB free"),
    ])
  func room(free: Int, line: String) {
    #expect(FolderCheck.room(free: free).line == line)
  }

  @Test(
    "the distance of two clocks",
    arguments: [(120.0, Diagnosis.Level.ok), (-120, .ok), (121, .warning), (-121, .warning)])
  func clock(seconds: Double, level: Diagnosis.Level) {
    let there = Date(timeIntervalSince1970: 1_722_000_000)
    let diagnosis = ClockCheck.finding(here: there.addingTimeInterval(seconds), there: there)
    #expect(diagnosis.level == level)
  }

  @Test("arXiv's wish for a contact, where it is arXiv that is asked")
  func contact() throws {
    for (variables, isTold) in [([:], true), (["ARXIV_API_URL": "http://127.0.0.1:1"], false)] {
      let settings = try Configuration.arXiv(
        Arguments(["doctor"]), Variables(environment: variables, file: [:]), contact: nil)
      let check = ArXivCheck(
        settings: settings, http: HTTPClient { _ in throw CancellationError() }, timing: .system)
      #expect((check.contact()?.level == .warning) == isTold)
    }
  }

  @Test("a turn at arXiv that does not come in time")
  func noTurn() async throws {
    try await withTemporaryFolder { folder in
      let file = folder + "/pace"
      try Data("\(Date().timeIntervalSince1970 + 60)\n".utf8)
        .write(to: URL(filePath: file + ".hold"))
      let settings = try Configuration.arXiv(
        Arguments(["doctor"]),
        Variables(
          environment: ["ARXIV_API_URL": "http://127.0.0.1:1", "ARXIV_PACE_FILE": file], file: [:]),
        contact: nil)
      // Only the wait for the turn is longer than the doctor's patience; nothing is slept through.
      var timing = Timing.system
      timing.sleep = { if $0 > .seconds(20) { try await Task.sleep(for: $0) } }
      let check = ArXivCheck(
        settings: settings, http: HTTPClient { _ in HTTPResponse(status: 200) }, timing: timing)
      let (finding, date) = try await check.answer()
      #expect(
        finding
          == .warning(
            "arXiv",
            "not asked, because another run has its turn or was told to leave arXiv alone (\(file)); "
              + "try again later"))
      #expect(date == nil)
    }
  }

  @Test("a libcurl without TLS")
  func noTLS() {
    let findings = ProgramCheck.findings(
      features: CurlFeatures(tls: nil, names: ["gzip"], signs: false))
    #expect(findings.map(\.level) == [.ok, .failure])
    #expect(
      findings[1].detail
        == "\(CurlVersion.running) speaks no TLS; install the system's own: libcurl4")
  }
}
