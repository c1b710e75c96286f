import Foundation

/// `arxiv-digest init`: fills a folder with the files that a run reads.
struct InitCommand: Subcommand {
  let typed: TypedCommand
  private let folder: StarterFolder
  private let isForced: Bool
  private let files: [StarterFile]
  private let console: Console

  /// Takes the command; throws `UsageError` where the files that come with the program are missing.
  init(_ invocation: Invocation, shipped: Places = .shipped()) throws(UsageError) {
    typed = invocation.typed
    folder = StarterFolder(invocation.arguments.operand ?? ".")
    isForced = invocation.arguments.has(.force)
    files = try StarterFile.all(from: shipped)
    console = invocation.console
  }

  /// Writes what is missing; throws `StarterError` where that cannot be done.
  func run() throws -> ExitCode {
    let others = files.filter { $0.state(in: folder) == .other }
    guard others.isEmpty || isForced else {
      console.say(refusal(others))
      return .failed
    }
    var count = 0
    for file in files where file.state(in: folder) != .same {
      let kept = try folder.write(file)
      written(file.name)
      count += 1
      if let kept { console.say("\(folder.path(file.name)): the old one is kept as \(kept)") }
    }
    let secrets = try writeSecrets()
    if try folder.ignore(Self.secrets) {
      written(StarterFolder.ignoreList)
      count += 1
    }
    if count == 0, !secrets { console.say("nothing to write: every file is there already") }
    console.say("next: \(typed.turned(into: .doctor).line(in: folder.folder))")
    return .done
  }

  /// Where keys stand.
  private static let secrets = ".env"

  /// Makes the file for the keys; one that is there is never touched, because it may hold some.
  private func writeSecrets() throws -> Bool {
    let example = files.first { $0.name == StarterFile.example }
    let path = folder.path(Self.secrets)
    guard try folder.writePrivately(example?.contents ?? Data(), to: Self.secrets) else {
      console.say("\(path): is there already, and stays as it is")
      return false
    }
    written(Self.secrets)
    console.say("\(path): put the key of your model's provider into it; only you can read it")
    return true
  }

  private func written(_ name: String) { console.printText(folder.path(name)) }

  private func refusal(_ others: [StarterFile]) -> String {
    let paths = others.map { "  \(folder.path($0.name))" }.joined(separator: "\n")
    return """
      arxiv-digest: init: nothing was written, because these files are there and differ from those that \
      come with the program:
      \(paths)
      next: \(typed.line) --force  # writes them anew, and keeps the old ones as FILE.old
      """
  }
}
