import JSONText
import Records

/// `arxiv-digest config`: every setting, with where it comes from.
struct ConfigCommand: Subcommand {
  let typed: TypedCommand
  private let arguments: Arguments
  private let settings: Settings
  private let console: Console

  /// Takes the command; throws `UsageError` for a mistake in the configuration.
  init(_ invocation: Invocation) throws {
    typed = invocation.typed
    arguments = invocation.arguments
    settings = try invocation.settings()
    console = invocation.console
  }

  /// Prints the settings; throws `UsageError` for a mistake in one.
  func run() throws -> ExitCode {
    let groups = try groups()
    guard !arguments.has(.json) else {
      console.print(json: "config") { object in
        object.set("settings", groups.flatMap(\.settings).map(\.json))
      }
      return .done
    }
    console.printText(ConfigText.text(groups))
    console.say("next: \(typed.program) doctor")
    return .done
  }

  private func groups() throws -> [SettingGroup] {
    [try .files(settings), try .digest(settings)] + (try SettingGroup.profiles(settings)) + [
      try .arXiv(settings, arguments), try .validation(settings), .options,
    ]
  }
}

extension Setting {
  /// Writes the setting into an object.
  fileprivate var json: (inout JSONObject) -> Void {
    { object in
      object.set("name", name)
      object.set("value", value)
      object.set("source", source)
    }
  }
}
