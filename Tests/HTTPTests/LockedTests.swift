import HTTP
import Testing

/// A value that is touched by one thread at a time.
@Suite("Locked")
struct LockedTests {
  @Test("no change is lost")
  func changes() async {
    let count = Locked(0)
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<1000 { count.withLock { $0 += 1 } }
        }
      }
    }
    #expect(count.withLock { $0 } == 8000)
  }

  @Test("an error passes through and unlocks")
  func error() {
    let value = Locked("a")
    #expect(throws: HTTPError.engine("x")) {
      try value.withLock { value in
        value = "b"
        throw HTTPError.engine("x")
      }
    }
    #expect(value.withLock { $0 } == "b")
  }
}
