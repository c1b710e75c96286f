import Foundation
import HTTP
import Pipeline
import Records
import Synchronization

/// Talks on stderr; stdout is for data alone.
final class Console: Sendable {
  /// What stands on the terminal, and what may have to be drawn next.
  struct State {
    /// How far the stage under way is; nil between stages.
    var progress: StageProgress?
    /// True while an unfinished progress line stands on the terminal.
    var isDrawn = false
    /// When progress was told last, by a line drawn or said.
    var told = Duration.zero
    /// True while a question stands there and nothing was typed behind it.
    var isAsking = false
    /// True once the last word was said.
    var isClosed = false
  }

  let manner: Manner
  let outlet: Outlet
  /// Where data goes.
  let data = DataOutlet()
  let timing: Timing
  let state = Mutex(State())

  /// Opens the console; only a terminal gets a progress line.
  init(
    _ manner: Manner = Manner(), to outlet: Outlet = .standardError(), timing: Timing = .system
  ) {
    self.manner = manner
    self.outlet = outlet
    self.timing = timing
  }

  /// Writes lines to stderr; lines that begin with `next: ` and the like say themselves what they are.
  func say(_ text: String, _ level: Message.Level = .info, event: String = "message") {
    say(Message.lines(text, level, event: event))
  }

  /// Writes messages to stderr, as far as they are wanted.
  func say(_ messages: [Message]) {
    state.withLock { say(messages, &$0) }
  }

  /// Writes the program's last messages to stderr; whatever else is still at work is not heard any
  /// more.
  func sayLast(_ messages: [Message]) {
    state.withLock { state in
      state.progress = nil
      say(messages, &state)
      state.isClosed = true
    }
  }

  /// Writes a question to stderr; what is typed stands behind it.
  func ask(_ question: String) {
    state.withLock { state in
      guard manner.format == .text else {
        return say([Message(question, .warning, event: "question")], &state)
      }
      outlet.write(begin(&state) + Self.printable(question))
      state.isAsking = true
    }
  }

  /// Notes that the line behind a question has ended.
  func endQuestion() {
    state.withLock { $0.isAsking = false }
  }

  /// Writes lines of data to stdout.
  func print(_ text: String) {
    data.write(text + "\n")
  }

  /// Writes lines of data that quote servers or files to stdout.
  func printText(_ text: String) {
    print(Self.printable(text))
  }

  /// Writes messages in one piece with what has to be erased before and drawn after them.
  func say(_ messages: [Message], _ state: inout State) {
    guard !state.isClosed else { return }
    let lines = messages.filter(manner.says).map(line)
    guard !lines.isEmpty || (state.isDrawn && state.progress == nil) else { return }
    outlet.write(begin(&state) + lines.joined() + drawing(&state))
  }

  /// What has to be written before a line can begin.
  private func begin(_ state: inout State) -> String {
    defer { (state.isDrawn, state.isAsking) = (false, false) }
    return state.isDrawn ? Self.erasure : state.isAsking ? "\n" : ""
  }

  private func line(_ message: Message) -> String {
    switch manner.format {
    case .json: message.json(at: timing.date().formatted(.iso8601)) + "\n"
    case .text:
      (outlet.isColoured
        ? message.coloured(Self.printable(message.text)) : Self.printable(message.text)) + "\n"
    }
  }

  /// What goes back to the start of a line, and erases it.
  static let erasure = "\r\u{1B}[K"

  /// The text without what a terminal would obey: messages quote servers, and those are not trusted.
  static func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // A carriage return ends no line here: it would write over the one that stands there.
      let isHarmless =
        scalar == "\n" || !(scalar.isHiddenControl || scalar.value < 0x20 || scalar.value == 0x85)
      scalars.append(isHarmless ? scalar : "\u{FFFD}")
    }
    return String(scalars)
  }
}
