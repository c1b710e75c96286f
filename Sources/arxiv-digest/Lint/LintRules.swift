import Models
import Validation

/// The rules that pages are held against: those of a run, as far as its files are at hand.
struct LintRules {
  /// Holds the rules.
  let validator: Validator
  /// What is not looked for, and why.
  private(set) var notes: [String] = []

  /// Reads `digest.json`, the prompts and the glossary; what is not there is noted.
  ///
  /// Throws `UsageError` with the place of a mistake in `digest.json` or in the glossary.
  init(_ places: Places) throws {
    var notes: [String] = []
    func found<Value>(_ note: String, _ find: () throws -> Value) -> Value? {
      do { return try find() } catch {
        notes.append("\(note): \(error)")
        return nil
      }
    }
    let file = found("the rules are the shipped ones") { try places.find("digest.json") }
    // Another project may well have prompts of its own, and they are no mistake in this one.
    let prompts = found("what is copied from the prompts is not looked for") {
      try places.prompts()
    }
    let glossary = found("terms of the glossary are not looked for") {
      try places.find("prompts/glossary.json")
    }
    validator = Validator(
      rules: try Self.rules(file),
      glossary: try glossary.map { try Self.glossary($0) } ?? Glossary(),
      prompts: prompts.map { $0.texts } ?? [],
      promptHeadings: prompts?.headings ?? [])
    self.notes = notes
  }

  private static func glossary(_ path: String) throws -> Glossary {
    let (file, place) = try GlossaryFile.load(path)
    return try file.glossary(path: place)
  }

  private static func rules(_ path: String?) throws -> Rules {
    guard let path else { return Rules() }
    let (file, place) = try DigestFile.load(path)
    return try ValidationEntry.rules(file.validation?.value, path: place)
  }
}
