import HTTP
import Testing

@Suite("A door before the network")
struct DoorTests {
  private struct Reason: Error, Equatable {
    let number: Int
  }

  @Test("lets pass until it is shut, and gives the first reason from then on")
  func shutting() throws {
    let door = Door()
    try door.pass()
    door.shut(Reason(number: 1))
    door.shut(Reason(number: 2))
    for _ in 1...2 {
      let outcome = Result { try door.pass() }
      #expect(throws: Reason(number: 1)) { try outcome.get() }
    }
  }
}
