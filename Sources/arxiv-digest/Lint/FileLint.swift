import Foundation
import Pages
import Records
import Validation

/// Looks one file through, and writes what can safely be put right.
struct FileLint {
  /// Holds the rules for titles, bullets and remarks.
  let validator: Validator
  /// True where fixes are written.
  let fixes: Bool

  /// What was found in a file.
  struct Report: Equatable {
    /// How many papers it has.
    let papers: Int
    /// What is wrong with it now.
    let findings: [PageFinding]
    /// How many findings there were that are put right.
    var fixed = 0
  }

  /// Looks a file through.
  ///
  /// Throws `RecordError.unreadable`, and `LintError` for a file that cannot be written.
  func report(on path: String) throws -> Report {
    let bytes = try Self.read(path)
    let text: PageText
    do { text = try PageText(bytes) } catch {
      return Report(papers: 0, findings: [Self.notText(error.line)])
    }
    let lint = PageLint(text)
    guard !lint.page.sections.isEmpty else { return Report(papers: 0, findings: []) }
    let fixed = lint.fixed
    guard fixes, fixed != text else { return report(on: lint) }
    try write(fixed.bytes, over: bytes, to: path)
    var report = report(on: PageLint(fixed))
    report.fixed = lint.findings.count { $0.fix.isSafe }
    return report
  }

  private func report(on lint: PageLint) -> Report {
    let texts = lint.page.sections.flatMap { SectionTexts($0).findings(by: validator) }
    return Report(
      papers: lint.page.sections.count,
      findings: (lint.findings + texts).sorted(by: PageFinding.isBefore))
  }

  private static func read(_ path: String) throws -> [UInt8] {
    let file = URL(filePath: path).resolvingSymlinksInPath()
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      // A pipe with the name of a page would never come to its end.
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        throw RecordError.unreadable(file: path, reason: "it is no regular file")
      }
      return Array(try Data(contentsOf: file))
    } catch let error as RecordError {
      throw error
    } catch {
      throw RecordError.unreadable(file: path, reason: SystemError.reason(error))
    }
  }

  /// Writes the page unless somebody has changed it meanwhile; a link stays, and what it names changes.
  private func write(_ bytes: [UInt8], over old: [UInt8], to path: String) throws {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    guard FileManager.default.isWritableFile(atPath: target) else {
      throw LintError.unwritable(file: path, reason: "it is protected")
    }
    guard try Self.read(path) == old else { throw LintError.changed(file: path) }
    do {
      let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions]
      try AtomicFile.write(Data(bytes), to: target)
      // The file is a new one, and has what every new file has.
      if let mode {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: target)
      }
    } catch RecordError.unwritable(_, let reason) {
      throw LintError.unwritable(file: path, reason: reason)
    } catch {
      throw LintError.unwritable(file: path, reason: SystemError.reason(error))
    }
  }

  private static func notText(_ line: Int) -> PageFinding {
    PageFinding(
      line: line, column: 1, code: "encoding", severity: .error,
      message: "the line is not UTF-8: letters are shown wrongly, and Jekyll may build nothing",
      fix: .advice("save the file as UTF-8"))
  }
}

/// Why a page could not be put right; it is as it was.
enum LintError: Error, Equatable, CustomStringConvertible {
  /// The file cannot be written.
  case unwritable(file: String, reason: String)
  /// Somebody wrote the file while it was looked through.
  case changed(file: String)

  var description: String {
    switch self {
    case .unwritable(let file, let reason):
      "\(file): cannot be written: \(reason). The page is as it was; make room or fix the permissions"
    case .changed(let file):
      "\(file): was changed while it was looked through, and is left as it is; run the command again"
    }
  }
}
