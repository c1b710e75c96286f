import Foundation
import JSONText
import Records

/// `arxiv-digest batches`: the batches of the weeks on disk.
///
/// Sends and writes nothing, and takes no week from a run.
struct BatchesCommand: Subcommand {
  private let folders: [RunFolder]
  private let isJSON: Bool
  private let console: Console
  let typed: TypedCommand

  /// Takes the command; throws `UsageError` for a mistake in the configuration.
  init(_ invocation: Invocation) throws {
    folders = try BatchSearch(invocation).folders
    isJSON = invocation.arguments.has(.json)
    console = invocation.console
    typed = invocation.typed
  }

  /// Prints the batches, the newest first.
  func run() async throws -> ExitCode {
    var batches: [(week: Week, batch: Batch)] = []
    for folder in folders {
      batches += try folder.batches.list().map { (folder.week, $0) }
    }
    batches.sort { $0.batch.made > $1.batch.made }
    if isJSON {
      console.print(json: "batches") { [batches] object in
        object.set(
          "batches",
          batches.map { week, batch in
            {
              $0.set("week", week.description)
              BatchText.write(batch, to: &$0)
            }
          })
      }
    } else if batches.isEmpty {
      console.say("no batch was ever sent for the weeks on disk")
    } else {
      console.printText(BatchText.table(batches, now: Date()))
    }
    console.say("next: \(next(batches))")
    return .done
  }

  private func next(_ batches: [(week: Week, batch: Batch)]) -> String {
    let open = batches.filter(\.batch.isOpen)
    guard let oldest = open.map(\.week.description).min(),
      let first = open.first(where: { $0.week.description == oldest })
    else { return typed.turned(into: .status).without(switch: Option.json.flag).line }
    return BatchText.next(first.batch, in: first.week, typed)
  }
}
