import Foundation

/// The variables of the environment and of `.env`, the environment first.
struct Variables {
  private let environment: [String: String]
  private let file: [String: DotEnv.Entry]
  private let path: String

  /// Lays the environment over the variables of a file, which `path` names.
  init(environment: [String: String], file: [String: DotEnv.Entry], path: String = ".env") {
    self.environment = environment
    self.file = file
    self.path = path
  }

  /// The value of a variable; an empty one counts as not set.
  subscript(_ variable: Variable) -> String? { self[named: variable.rawValue] }

  /// The value of a variable that `digest.json` names.
  subscript(named name: String) -> String? { found(name)?.value }

  /// Where the value comes from, such as `.env:4`; nil where the variable is not set.
  func source(of name: String) -> String? { found(name)?.source }

  private func found(_ name: String) -> (value: String, source: String)? {
    let all = [
      environment[name].map { ($0, "environment \(name)") },
      file[name].map { ($0.value, "\(path):\($0.line)") },
    ]
    for case let (text, source)? in all {
      let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
      if !value.isEmpty { return (value, source) }
    }
    return nil
  }
}
