import Foundation
import HTTP
import TestSupport
import Testing

/// One pace for all processes: here, clients that know of each other through a file alone.
@Suite("The pace of a machine", .timeLimit(.minutes(5)))
struct PaceFileTests {
  private let timing = ManualTiming()
  private let request = HTTPRequest.get("http://a.example/")

  private func client(
    _ path: String, taking time: Duration = .zero,
    onHold: @escaping @Sendable (Duration) -> Void = { _ in }
  ) -> HTTPClient {
    let timing = self.timing
    return HTTPClient { _ in
      timing.advance(by: time)
      return HTTPResponse(status: 200)
    }
    .paced(
      every: .seconds(3), sharing: PaceFile(path: path), timing: timing.timing, onHold: onHold)
  }

  @Test("the interval holds from one client to the next, counted from the end of a request")
  func shared() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/pace"
      for _ in 1...3 { _ = try await client(path, taking: .seconds(2)).send(request) }
      #expect(timing.waits == [.seconds(3), .seconds(3)])
      timing.advance(by: .seconds(1))
      _ = try await client(path).send(request)
      #expect(timing.waits.last == .seconds(2))
    }
  }

  @Test("a request that fails counts like any other")
  func failure() async throws {
    try await withTemporaryFolder { folder in
      let lost = HTTPError.connectionLost(host: "a.example", reason: "")
      let failing = HTTPClient { _ in throw lost }
        .paced(
          every: .seconds(3), sharing: PaceFile(path: folder + "/pace"), timing: timing.timing)
      await #expect(throws: lost) { try await failing.send(request) }
      _ = try await client(folder + "/pace").send(request)
      #expect(timing.waits == [.seconds(3)])
    }
  }

  @Test("a rest that one client was asked for holds for all, and is told")
  func hold() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/pace"
      try PaceFile(path: path).hold(for: .seconds(60), timing: timing.timing)
      try PaceFile(path: path).hold(for: .seconds(20), timing: timing.timing)
      let told = Locked<[Duration]>([])
      _ = try await client(path) { wait in told.withLock { $0.append(wait) } }.send(request)
      #expect(timing.waits == [.seconds(60)])
      #expect(told.withLock { $0 } == [.seconds(60)])
    }
  }

  @Test(
    "what is no time in the file, or one that cannot be, holds nobody for more than an hour",
    arguments: [
      ("pace", "", []), ("pace", "\n", []), ("pace", "nonsense", []), ("pace", "nan\n", []),
      ("pace", "-1\n", []), ("pace", "1e300\n", [3]), ("pace", "99999999999\n", [3]),
      ("pace.hold", "inf", []), ("pace.hold", "-5", []),
    ] as [(String, String, [Double])])
  func damaged(file: String, text: String, waits: [Double]) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/pace"
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(file)"))
      _ = try await client(path).send(request)
      #expect(timing.waits == waits.map { .seconds($0) })
    }
  }

  @Test("while another process has its turn, nobody else asks")
  func oneConnection() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/pace"
      let gate = Gate()
      let asked = Locked(0)
      let slow = HTTPClient { _ in
        asked.withLock { $0 += 1 }
        await gate.pass()
        return HTTPResponse(status: 200)
      }
      // Each client opens the file anew, and a lock belongs to an opening.
      let first = slow.paced(every: .milliseconds(1), sharing: PaceFile(path: path))
      let polls = Locked(0)
      var watched = Timing.system
      watched.sleep = { wait in
        polls.withLock { $0 += 1 }
        try await Timing.system.sleep(wait)
      }
      let second = slow.paced(
        every: .milliseconds(1), sharing: PaceFile(path: path), timing: watched)
      async let one = first.send(request)
      try await eventually("the first one asks") { asked.withLock { $0 } == 1 }
      async let other = second.send(request)
      try await eventually("the second one has tried") { polls.withLock { $0 } >= 3 }
      #expect(asked.withLock { $0 } == 1)
      gate.open()
      #expect(try await [one, other].map(\.status) == [200, 200])
      #expect(asked.withLock { $0 } == 2)
    }
  }

  @Test("a process that was stopped in its turn is told, and not waited for for ever")
  func stuck() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/pace"
      let gate = Gate()
      let isAsking = Locked(false)
      let stuck = HTTPClient { _ in
        isAsking.withLock { $0 = true }
        await gate.pass()
        return HTTPResponse(status: 200)
      }.paced(every: .seconds(3), sharing: PaceFile(path: path), timing: timing.timing)
      async let first = stuck.send(request)
      try await eventually("the first one asks") { isAsking.withLock { $0 } }
      let told = Locked<[Duration]>([])
      let error = await #expect(throws: HTTPError.self) {
        try await client(path) { wait in told.withLock { $0.append(wait) } }.send(request)
      }
      #expect(error?.description.contains("held it for too long") == true)
      #expect(told.withLock { $0.count } == 1)
      gate.open()
      _ = try await first
    }
  }

  @Test("a rest that is longer than a run waits is a clear end, and never longer than an hour")
  func longHold() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/pace"
      for (seconds, told) in [(7200, 3600), (661, 3600)] {
        try PaceFile(path: path).hold(for: .seconds(seconds), timing: timing.timing)
        await #expect(throws: HTTPError.waitTooLong(host: "a.example", seconds: told)) {
          try await client(path).send(request)
        }
      }
      timing.advance(by: .seconds(3600))
      _ = try await client(path).send(request)
      #expect(timing.waits == [])
    }
  }

  @Test("a file that cannot be used is named, and nothing is sent")
  func unusable() async throws {
    try await withTemporaryFolder { folder in
      let target = folder + "/somebody's file"
      try Data("precious".utf8).write(to: URL(filePath: target))
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: target)
      for path in ["\(folder)/link", "\(folder)/no/pace", folder] {
        let script = ScriptedClient([.success(.init(status: 200))])
        let client = script.client.paced(
          every: .seconds(3), sharing: PaceFile(path: path), timing: timing.timing)
        let error = await #expect(throws: HTTPError.self) { try await client.send(request) }
        #expect(error?.description.hasPrefix("\(path): ") == true)
        #expect(script.requests == [])
      }
      #expect(try String(contentsOf: URL(filePath: target), encoding: .utf8) == "precious")
    }
  }

  @Test("every user of the machine may write it")
  func permissions() async throws {
    try await withTemporaryFolder { folder in
      _ = try await client(folder + "/pace").send(request)
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/pace")
      #expect(attributes[.posixPermissions] as? Int == 0o666)
    }
  }
}
