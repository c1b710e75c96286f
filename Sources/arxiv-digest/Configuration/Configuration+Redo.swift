import Foundation
import Pipeline
import Records

extension Configuration {
  /// Which papers are asked about anew; nil for every command but `redo`.
  ///
  /// Throws `UsageError` where nothing says which, or something says what does not exist.
  static func redo(_ arguments: Arguments) throws(UsageError) -> Redo? {
    guard arguments.command == .redo else { return nil }
    let choices: [Option] = [.id, .rejected, .stale, .whereOption, .topic, .before]
    guard choices.contains(where: arguments.has) else {
      throw UsageError(
        "redo asks again for what is paid for already: say which papers with --id, --rejected, "
          + "--stale, --where, --topic or --before")
    }
    let ids = try ArXivID.all(typed: arguments.values[.id] ?? [], behind: Option.id.flag)
    var inputs: Set<QuestionInput> = []
    if let text = arguments[.whereOption] { inputs.insert(try changedInput(text)) }
    return Redo(
      ids: Set(ids), rejected: arguments.has(.rejected), stale: arguments.has(.stale),
      inputs: inputs, before: try arguments[.before].map(moment))
  }

  /// An instant as records write it; the calendar's parser takes February 31 for a day of March.
  private static func moment(_ text: String) throws(UsageError) -> Date {
    // Why it cannot be read adds nothing to how it is written.
    guard let date = try? Date(text, strategy: .iso8601), date.formatted(.iso8601) == text else {
      throw UsageError("--before \(text): write the moment in UTC, such as 2026-11-29T13:00:00Z")
    }
    return date
  }

  /// The paid stage that `redo` is about.
  static func redoneStage(_ arguments: Arguments) throws(UsageError) -> Stage {
    let name = arguments.operand ?? ""
    let paid = Stage.allCases.filter(\.isPaid)
    guard let stage = paid.first(where: { $0.rawValue == name }) else {
      throw UsageError(
        "redo \(name): only stages that ask a model are redone"
          + "\(nearest(name, paid.map(\.rawValue))); it is: redo "
          + paid.map(\.rawValue).joined(separator: " or redo "))
    }
    return stage
  }

  private static func changedInput(_ text: String) throws(UsageError) -> QuestionInput {
    let known = QuestionInput.allCases.map(\.rawValue)
    guard let end = text.range(of: "!=current"), end.upperBound == text.endIndex else {
      throw UsageError(
        "--where \(text): write it as prompt!=current; before it may stand "
          + known.joined(separator: ", "))
    }
    let name = String(text[..<end.lowerBound])
    guard let input = QuestionInput(rawValue: name) else {
      throw UsageError(
        "--where \(text): a question has no input '\(name)'\(nearest(name, known)); "
          + "known: \(known.joined(separator: ", "))")
    }
    return input
  }
}
