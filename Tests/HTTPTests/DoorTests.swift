import HTTP
import TestSupport
import Testing

@Suite("A door before the network")
struct DoorTests {
  private struct Reason: Error, Equatable {
    let number: Int
  }

  @Test("lets requests through until it is shut, and gives the first reason from then on")
  func shutting() async throws {
    let script = ScriptedClient([.success(HTTPResponse(status: 200))])
    let door = Door()
    let client = script.client.behind(door)
    #expect(try await client.send(.get("http://a.example/")).status == 200)
    door.shut(Reason(number: 1))
    door.shut(Reason(number: 2))
    await #expect(throws: Reason(number: 1)) { try await client.send(.get("http://a.example/")) }
    #expect(script.requests.count == 1)
  }

  @Test("turns away what was still waiting for a place when it was shut")
  func waiting() async throws {
    let door = Door()
    let gate = Gate()
    let sent = Locked(0)
    let wire = HTTPClient { _ in
      sent.withLock { $0 += 1 }
      await gate.pass()
      return HTTPResponse(status: 200)
    }
    let client = wire.behind(door).limited(to: 1)
    async let first = client.send(.get("http://a.example/1"))
    try await eventually("the first is under way") { gate.waitingCount == 1 }
    let second = Task { try await client.send(.get("http://a.example/2")) }
    door.shut(Reason(number: 1))
    gate.open()
    #expect(try await first.status == 200)
    await #expect(throws: Reason(number: 1)) { try await second.value }
    #expect(sent.withLock { $0 } == 1)
  }
}
