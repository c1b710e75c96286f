import Foundation
import Pipeline
import Records
import Synchronization

/// Talks on stderr; stdout is for data alone.
final class Console: Sendable {
  private let isTerminal: Bool
  /// True while an unfinished progress line stands on the terminal.
  private let hasProgress = Mutex(false)

  /// Opens the console; only a terminal gets a progress line.
  init() {
    isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
  }

  /// Writes lines to stderr.
  func say(_ text: String) {
    hasProgress.withLock { hasProgress in
      let clear = hasProgress ? "\r\u{1B}[K" : ""
      hasProgress = false
      write(clear + Self.printable(text) + "\n", to: .standardError)
    }
  }

  /// Writes a question to stderr; what is typed stands behind it.
  func ask(_ question: String) {
    hasProgress.withLock { hasProgress in
      let clear = hasProgress ? "\r\u{1B}[K" : ""
      hasProgress = false
      write(clear + Self.printable(question), to: .standardError)
    }
  }

  /// Writes lines of data to stdout.
  func print(_ text: String) {
    write(text + "\n", to: .standardOutput)
  }

  /// Writes lines of data that quote servers or files to stdout.
  func printText(_ text: String) {
    print(Self.printable(text))
  }

  /// Tells what a run does.
  func tell(_ event: RunEvent) {
    switch event {
    case .planned(let forecast): say("plan: \(ForecastText.line(forecast))")
    case .began(let stage, let total): progress(stage, 0, total)
    case .advanced(let stage, let done, let total): progress(stage, done, total)
    case .covered(let receipt): say(CoverageText.line(receipt))
    case .changed(let change): say("\(change.id): \(change)")
    case .ended(let stage, let report): say(ReportText.line(stage, report))
    case .brokenOff(let summary): say(BillText.lines(summary))
    case .lost(let bills): say("note: \(BillText.lost(bills))")
    case .note(let text): say("note: \(text)")
    }
  }

  private func progress(_ stage: Stage, _ done: Int, _ total: Int) {
    guard isTerminal, total > 0 else { return }
    hasProgress.withLock { hasProgress in
      hasProgress = true
      write("\r\u{1B}[K\(stage.rawValue): \(done)/\(total)", to: .standardError)
    }
  }

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

  private func write(_ text: String, to file: FileHandle) {
    // A reader that went away takes nothing from the run: what matters is on disk.
    try? file.write(contentsOf: Data(text.utf8))
  }
}
