import Pipeline
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("Progress in a log")
struct LogProgressTests {
  @Test("is a line every ten seconds, while a stage is under way")
  func lines() {
    let desk = Desk()
    desk.console.tell(.began(.summarize, total: 800))
    desk.pass(.milliseconds(9900))
    desk.console.tell(.advanced(.summarize, done: 40, total: 800))
    #expect(desk.written() == [])
    desk.pass(.milliseconds(100))
    #expect(desk.written() == ["summarize: 40/800, 4.0/s, about 4 min left\n"])
    desk.pass(.milliseconds(9900))
    #expect(desk.written() == [])
    desk.clock.advance(by: .milliseconds(100))
    desk.console.tell(.advanced(.summarize, done: 60, total: 800))
    #expect(desk.written() == ["summarize: 60/800, 3.0/s, about 5 min left\n"])
    desk.console.tell(.ended(.summarize, StageReport()))
    desk.pass(.seconds(60))
    #expect(desk.written() == ["summarize: 0 done, 0 reused, 0 failed\n"])
  }

  @Test("is an object for programs")
  func json() {
    let desk = Desk(Manner(format: .json), isTerminal: true)
    desk.console.tell(.began(.summarize, total: 800))
    desk.console.tell(.sent(Sample.request(1, "summarize-2407.20021")))
    desk.clock.advance(by: .seconds(20))
    desk.console.tell(.advanced(.summarize, done: 40, total: 800))
    #expect(
      desk.written() == [
        #"{"time":"2024-07-26T12:00:20Z","level":"progress","event":"progress","#
          + #""stage":"summarize","done":40,"total":800,"perSecond":2.0,"secondsLeft":380.0,"#
          + #""retries":0,"costUSD":0.0,"oldest":"summarize-2407.20021","oldestSeconds":20.0,"#
          + #""message":"summarize: 40/800, 2.0/s, about 7 min left, oldest request 20 s "#
          + #"(summarize-2407.20021)"}"# + "\n"
      ])
  }
}
