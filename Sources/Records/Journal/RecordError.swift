/// Why a folder or a file cannot be used; what was acknowledged is safe.
package enum RecordError: Error, Equatable {
  /// A file is there and cannot be read.
  case unreadable(file: String, reason: String)
  /// A file cannot be written; what was acknowledged before is safe.
  case unwritable(file: String, reason: String)
  /// A complete line is not a record.
  case damaged(file: String, line: Int, reason: String)
  /// A line was written by a program that knows more than this one.
  case newer(file: String, line: Int, format: Int)
  /// Another run holds the week.
  case held(folder: String)
}

extension RecordError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "\(file): cannot be read: \(reason)"
    case .unwritable(let file, let reason):
      "\(file): cannot be written: \(reason). Every answer acknowledged before is on disk; make room, "
        + "fix the permissions or choose another folder, then run the same command again"
    case .damaged(let file, let line, let reason):
      "\(file):\(line): not a record: \(reason). Mend the line, or delete it to have its paper "
        + "done again"
    case .newer(let file, let line, let format):
      "\(file):\(line): written in format \(format) by a newer arxiv-digest; this one reads format "
        + "\(RecordFormat.current). Update the program, or use another --runs folder"
    case .held(let folder):
      "another run is at work on \(folder); wait for it to end, then run the same command again"
    }
  }
}

/// The version of the files' layout.
package enum RecordFormat {
  /// What this program writes; a line without `"format"` is of format 1.
  package static let current = 1
}
