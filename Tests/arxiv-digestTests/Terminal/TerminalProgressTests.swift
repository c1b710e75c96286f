import Pipeline
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("Progress on a terminal")
struct TerminalProgressTests {
  @Test("is drawn at most ten times a second, each time in one piece")
  func drawn() {
    let desk = Desk(isTerminal: true)
    desk.console.tell(.began(.summarize, total: 4))
    desk.console.tell(.advanced(.summarize, done: 1, total: 4))
    #expect(desk.written() == [])
    desk.clock.advance(by: .milliseconds(100))
    desk.console.tell(.advanced(.summarize, done: 2, total: 4))
    desk.console.tell(.advanced(.summarize, done: 3, total: 4))
    #expect(desk.written() == ["\rsummarize [###########-----------] 2/4\u{1B}[K"])
  }

  @Test("goes on while nothing happens, for the age of the oldest request")
  func ticks() {
    let desk = Desk(isTerminal: true)
    desk.console.tell(.began(.summarize, total: 4))
    desk.console.tell(.sent(Sample.request(1, "summarize-2407.20021")))
    desk.pass(.milliseconds(200))
    #expect(desk.written() == [])
    desk.pass(.milliseconds(50))
    #expect(desk.written() == ["\rsummarize [----------------------] 0/4\u{1B}[K"])
    desk.pass(.seconds(12))
    #expect(
      desk.written() == [
        "\rsummarize [----------------------] 0/4  oldest 12 s (summarize-2407.20021)\u{1B}[K"
      ])
  }

  @Test("makes way for what is said, and stands behind it again")
  func said() {
    let desk = Desk(isTerminal: true)
    desk.console.tell(.began(.summarize, total: 4))
    desk.pass(.milliseconds(250))
    _ = desk.written()
    desk.console.tell(.note("a wait"))
    let line = "summarize [----------------------] 0/4"
    #expect(desk.written() == ["\r\u{1B}[Knote: a wait\n" + line])
    // The terminal's driver adds the return to each new line.
    let shown = Screen("\r" + line + "\r\u{1B}[Knote: a wait\r\n" + line)
    #expect(shown.lines == ["note: a wait", line])
    desk.console.tell(.ended(.summarize, StageReport()))
    #expect(desk.written() == ["\r\u{1B}[Ksummarize: 0 done, 0 reused, 0 failed\n"])
    desk.pass(.seconds(60))
    #expect(desk.written() == [])
  }

  @Test("is never wider than the terminal, less a column", arguments: [1, 2, 20, 40, 80, 200])
  func width(columns: Int) {
    let desk = Desk(isTerminal: true, columns: columns)
    desk.console.tell(.began(.summarize, total: 800))
    desk.console.tell(.sent(Sample.request(1, "要約-合成データの品質評価")))
    desk.pass(.seconds(100))
    let screen = Screen(desk.written().joined(), columns: columns)
    #expect(screen.wraps == 0)
    #expect(screen.lines.count <= 1)
    #expect(screen.lines.allSatisfy { $0.columns < columns })
  }

  @Test("leaves no line behind a run, whatever ended it")
  func erased() async throws {
    for fails in [false, true] {
      let desk = Desk(isTerminal: true)
      let run = { @Sendable () async throws -> Int in
        desk.console.tell(.began(.summarize, total: 4))
        desk.clock.advance(by: .seconds(1))
        desk.console.tell(.advanced(.summarize, done: 1, total: 4))
        if fails { throw CancellationError() }
        return 1
      }
      if fails {
        await #expect(throws: CancellationError.self) {
          try await desk.console.showingProgress(run)
        }
      } else {
        #expect(try await desk.console.showingProgress(run) == 1)
      }
      #expect(Screen(desk.written().joined()).lines == [])
    }
  }

  @Test("does not begin for a stage with nothing to do, nor in a quiet run")
  func none() {
    for (manner, total) in [(Manner(), 0), (Manner(amount: .little), 4)] {
      let desk = Desk(manner, isTerminal: true)
      desk.console.tell(.began(.summarize, total: total))
      desk.pass(.seconds(60))
      #expect(desk.written() == [])
    }
  }

  @Test("a question that nobody has answered gets a line of its own")
  func question() {
    let desk = Desk(isTerminal: true)
    desk.console.ask("Go on? ")
    desk.console.say("interrupted")
    desk.console.ask("Go on? ")
    desk.console.endQuestion()
    desk.console.say("on we go")
    #expect(desk.written() == ["Go on? ", "\ninterrupted\n", "Go on? ", "on we go\n"])
  }

  @Test("colour marks what matters, and only how it begins")
  func coloured() {
    let desk = Desk(isTerminal: true, isColoured: true)
    desk.console.say("arxiv-digest: no such thing: x\nnext: arxiv-digest help\nplain: text")
    desk.console.say("2407.20001: withheld: y", .warning)
    #expect(
      desk.written() == [
        "\u{1B}[31marxiv-digest\u{1B}[0m: no such thing: x\n\u{1B}[1mnext\u{1B}[0m: arxiv-digest "
          + "help\nplain: text\n", "\u{1B}[33m2407.20001\u{1B}[0m: withheld: y\n",
      ])
  }

  @Test("nothing is said after the last word")
  func last() {
    let desk = Desk(isTerminal: true)
    desk.console.tell(.began(.summarize, total: 4))
    desk.console.sayLast(Message.lines("next: again"))
    desk.console.say("too late")
    desk.pass(.seconds(60))
    #expect(desk.written() == ["next: again\n"])
  }
}
