import Foundation
import Models
import Validation

/// Reads the files of the configuration one by one, so that a mistake in one hides none in another.
struct FileCheck {
  /// What was found.
  let findings: [Diagnosis]
  /// `digest.json` and where everything stands in it; nil where it cannot be read.
  let digest: (value: DigestFile, place: JSONPlace)?
  /// The environment, and `.env` where that can be read.
  let variables: Variables

  /// Reads all of them.
  init(places: Places, environment: [String: String], dotEnv: String) {
    var findings: [Diagnosis] = []
    func looked<Value>(at name: String, _ look: () throws -> (String, Value)) -> Value? {
      do {
        let (detail, value) = try look()
        findings.append(.ok(name, detail))
        return value
      } catch {
        findings.append(.failure(name, "\(error)"))
        return nil
      }
    }
    let digest = looked(at: "digest.json") { try Self.digest(places) }
    let file = looked(at: ".env") {
      let known = digest?.value.keyVariables ?? []
      let file = try DotEnv.read(dotEnv, known: known)
      return (Self.detail(of: file, at: dotEnv), file)
    }
    variables = Variables(environment: environment, file: file ?? [:], path: dotEnv)
    if let finding = Self.permissions(of: dotEnv) { findings.append(finding) }
    _ = looked(at: "prompts") { (try places.find("prompts"), try places.prompts()) }
    _ = looked(at: "glossary") {
      let (file, place) = try GlossaryFile.load(places.find("prompts/glossary.json"))
      let count = try file.glossary(path: place).terms.count
      return ("\(place.file), \(count) terms", file)
    }
    self.digest = digest
    self.findings = findings
  }

  /// Settings to resolve profiles with; nil where `digest.json` cannot be read.
  func settings(_ places: Places) -> Settings? {
    digest.map { Settings(places: places, file: $0.value, path: $0.place, variables: variables) }
  }

  private static func digest(
    _ places: Places
  ) throws -> (String, (value: DigestFile, place: JSONPlace)) {
    let (file, place) = try DigestFile.load(places.find("digest.json"))
    let topics = try Configuration.topics(file, path: place)
    _ = try Configuration.weekday(file, path: place)
    _ = try ValidationEntry.rules(file.validation?.value, path: place)
    _ = try ValidationEntry.repairs(file.validation?.value, path: place)
    _ = try SpendingEntry.askAboveUSD(file.spending?.value, path: place)
    let count = ReportText.number(topics.count, "topic")
    return (
      "\(place.file), \(count), \(ReportText.number(file.models.count, "model"))", (file, place)
    )
  }

  private static func detail(of file: [String: DotEnv.Entry], at path: String) -> String {
    guard FileManager.default.fileExists(atPath: path) else {
      return "none; what it would hold comes from the environment"
    }
    let count = file.values.count { !$0.value.isEmpty }
    return "\(path), \(count) set"
  }

  /// A warning where others than the owner can read the keys; nil where all is well.
  private static func permissions(of path: String) -> Diagnosis? {
    // A file that is not there has no permissions.
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 != 0
    else { return nil }
    return .warning(
      "\(path) permissions",
      "others can read the keys (mode \(String(mode & 0o777, radix: 8))); close it with: "
        + "chmod 600 \(path)")
  }
}
