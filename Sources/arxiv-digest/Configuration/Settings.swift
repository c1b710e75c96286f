import Foundation
import Models
import Records
import Validation

/// What the program finds where it is run: `digest.json`, the prompts, the environment and `.env`.
struct Settings {
  /// Where the program's files are looked for.
  let places: Places
  /// `digest.json`, for messages.
  let path: JSONPlace
  /// What stands in `digest.json`.
  let file: DigestFile
  /// The variables of the environment and of `.env`.
  let variables: Variables

  /// Reads `digest.json` and `.env`; throws `UsageError` with the place of a mistake.
  init(places: Places, environment: [String: String], dotEnv: String) throws {
    self.places = places
    (file, path) = try DigestFile.load(places.find("digest.json"))
    variables = Variables(
      environment: environment, file: try DotEnv.read(dotEnv, known: file.keyVariables),
      path: dotEnv)
  }

  /// Takes what was read one by one.
  init(places: Places, file: DigestFile, path: JSONPlace, variables: Variables) {
    self.places = places
    self.file = file
    self.path = path
    self.variables = variables
  }

  /// The profile of each paid stage; `typed` is the one that the command names.
  func use(typed: String? = nil) -> DigestFile.Use {
    guard let name = typed ?? variables[.modelProfile] else { return file.use.value }
    return DigestFile.Use(translate: name, summarize: name)
  }

  /// Puts the checks together, by the rules of `digest.json` and the glossary beside the prompts.
  ///
  /// Throws `UsageError` with the place of a mistake.
  func validator(_ prompts: PromptBook) throws -> Validator {
    let glossary = try GlossaryFile.load(places.find("prompts") + "/glossary.json")
    return Validator(
      rules: try ValidationEntry.rules(file.validation?.value, path: path),
      glossary: try glossary.value.glossary(path: glossary.place),
      prompts: prompts.texts, promptHeadings: prompts.headings)
  }

  /// The mark of the files that this was read from, and of the program itself.
  func mark() throws(UsageError) -> Fingerprint {
    let folder = try places.find("prompts")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files =
      [try places.find("digest.json"), Bundle.main.executablePath ?? ""]
      + names.sorted().map { "\(folder)/\($0)" }
    return Fingerprint(parts: files.flatMap { [$0, FileMark(path: $0)?.text ?? ""] })
  }

  /// Reads the prompts; throws `UsageError` or `TemplateError`, which name the file.
  func prompts() throws -> PromptBook { try places.prompts() }
}

extension Places {
  /// Reads the prompts; throws `UsageError` or `TemplateError`, which name the file.
  func prompts() throws -> PromptBook {
    let folder = try find("prompts")
    return try PromptBook { name in
      let path = "\(folder)/\(name)"
      do { return (path, try String(contentsOf: URL(filePath: path), encoding: .utf8)) } catch {
        throw UsageError("\(path): cannot be read as text; restore it, or fix its permissions")
      }
    }
  }
}
