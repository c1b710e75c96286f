import Foundation
import HTTP
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The built program's doctor, about servers")
struct DoctorServerTests {
  @Test(
    "tells what a server said to the key, and what to do",
    arguments: [
      (
        401, #"{"error":{"message":"no such key: \#(DoctorProject.key)"}}"#,
        "FAIL server m: the model's server answered 401 (the key is wrong or missing): no "
          + "such key: •••; put a valid key into OPENAI_API_KEY, in the environment or in .env"
      ),
      (
        403, "",
        "FAIL server m: the model's server answered 403 (the key may not use this model, or not from "
          + "this region); ask the provider to let the key use x, or take a model or a region that it "
          + "may use"
      ),
      (
        503, "",
        "warn server m: 127.0.0.1 answered 503; it is in trouble, try again later"
      ),
      (404, "", "ok   server m: 127.0.0.1 answered 404"),
    ])
  func servers(status: Int, body: String, line: String) async throws {
    let reply = LoopbackServer.Reply.answer(
      status: status, headers: [.now()], body: Array(body.utf8))
    try await withDoctorProject(reply) { project in
      let isIll = line.hasPrefix("FAIL")
      let outcome = try await project.doctor()
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(isIll ? 1 : 0), output: project.told(["server": line]),
            errors: isIll ? DoctorProject.ill : DoctorProject.well))
    }
  }

  @Test("tells of servers that cannot be reached, and looks at all the rest")
  func unreachable() async throws {
    try await withDoctorProject(.status(200)) { project in
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
    try await withDoctorProject(.status(200, headers: [.now()])) { project in
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
    try await withDoctorProject(.status(401)) {
      project in
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

  @Test("warns of a clock that is wrong", arguments: [(300.0, "behind"), (-300.0, "ahead of")])
  func clock(seconds: Double, side: String) async throws {
    try await withDoctorProject(.status(200, headers: [.now(seconds)])) {
      project in
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
    try await withDoctorProject(.status(200, headers: [.now()])) { project in
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
            ]), errors: DoctorProject.well))
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
