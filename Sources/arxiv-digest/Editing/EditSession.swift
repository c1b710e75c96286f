import Foundation
import Pipeline
import Records

/// One paper's texts in an editor, until they can be published or the operator gives up.
///
/// What was written stays in a file of the week's folder until it has been taken: an editor's work is
/// not lost to a mistake.
struct EditSession: Sendable {
  /// The week.
  let folder: RunFolder
  /// The paper.
  let id: ArXivID
  /// Opens the file.
  let editor: Editor
  /// Opens the desk; it is held only as long as something is read or written.
  let desk: @Sendable () throws -> EditDesk
  /// Asks whether to go on; nil where nobody can be asked.
  let ask: (@Sendable (String) async throws -> String?)?
  /// Says something to the operator.
  let say: @Sendable (String) -> Void

  /// What came of it.
  enum Outcome: Equatable {
    /// The texts are those that were there.
    case unchanged
    /// These fields are by hand from now on.
    case taken([String])
    /// The texts cannot be published; the file keeps them.
    case refused(path: String)
  }

  private var path: String { "\(folder.path)/edit-\(id.text.replacing("/", with: "_")).txt" }

  /// Has the texts edited, and writes down what was decided.
  ///
  /// Throws `RecordError`, `Editor.Failed`, and what asking throws.
  func run(now: @Sendable () -> Date) async throws -> Outcome {
    try open()
    while true {
      try editor.open(path)
      do {
        let desk = try desk()
        guard let sheet = desk.sheet(of: id) else { throw PaperPlaces.NotOnDisk(id: id) }
        // As with git, a file that was emptied says to leave everything as it is.
        guard let texts = try EditSheetText.texts(in: try read(), over: sheet) else {
          try remove()
          return .unchanged
        }
        let errors = desk.errors(in: texts, about: sheet.paper)
        if errors.isEmpty { return try await take(texts, from: sheet, desk, now()) }
        for error in errors { say("\(path): \(error.code) in \(error.field): \(error.sentence)") }
      } catch let error as EditSheetText.Unread { say("\(path): \(error)") }
      guard try await wantsMore() else { return .refused(path: path) }
    }
  }

  /// Writes the file, unless there is one that was not taken.
  private func open() throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      say("\(path): goes on with what was not taken last time; delete it to begin anew")
      return
    }
    guard let sheet = try desk().sheet(of: id) else { throw PaperPlaces.NotOnDisk(id: id) }
    try AtomicFile.write(Data(EditSheetText.text(sheet).utf8), to: path)
  }

  private func read() throws -> String {
    do { return try String(contentsOf: URL(filePath: path), encoding: .utf8) } catch {
      throw RecordError.unreadable(file: path, reason: SystemError.reason(error))
    }
  }

  private func take(
    _ texts: PaperTexts, from sheet: EditSheet, _ desk: EditDesk, _ now: Date
  ) async throws -> Outcome {
    guard texts != sheet.texts || sheet.edit?.isOutdated(for: sheet.paper) ?? false else {
      try remove()
      return .unchanged
    }
    let decision = sheet.decision(for: texts, from: .editor, at: now)
    try await desk.save([decision])
    try remove()
    return .taken(decision.fields)
  }

  private func remove() throws {
    do { try FileManager.default.removeItem(atPath: path) } catch {
      throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
    }
  }

  private func wantsMore() async throws -> Bool {
    guard let ask else { return false }
    let answer = try await ask("Edit again? [Y/n] ") ?? "n"
    return ["", "y", "yes"].contains(answer.lowercased())
  }
}
