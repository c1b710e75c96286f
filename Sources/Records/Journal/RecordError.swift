/// Why a folder or a file cannot be used; what was acknowledged is safe.
package enum RecordError: Error, Equatable {
  /// A file is there and cannot be read.
  case unreadable(file: String, reason: String)
  /// A file cannot be written; what was acknowledged before is safe.
  case unwritable(file: String, reason: String)
  /// A file system has too little room for answers that are about to be paid for.
  case full(folder: String, free: Int64)
  /// A complete line is not a record.
  case damaged(file: String, line: Int, reason: String)
  /// A line was written by a program that knows more than this one.
  case newer(file: String, line: Int, format: Int)
  /// Another run holds the week; who that is, where it says so.
  case held(folder: String, by: String? = nil)
  /// A file system keeps no two runs apart.
  case unlockable(file: String, reason: String)
}

extension RecordError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "\(file): cannot be read: \(reason)"
    case .unwritable(let file, let reason):
      "\(file): cannot be written: \(reason). Every answer acknowledged before is on disk; make room, "
        + "fix the permissions or choose another folder, then run the same command again"
    case .full(let folder, let free):
      "\(folder): only \(Self.size(free)) are free on its disk, and \(Self.size(DiskRoom.least)) "
        + "are wanted before a model is asked; make room, or choose another --runs folder"
    case .damaged(let file, let line, let reason):
      "\(file):\(line): not a record: \(reason). \(Self.mending(file))"
    case .newer(let file, let line, let format):
      "\(file):\(line): written in format \(format) by a newer arxiv-digest; this one reads format "
        + "\(RecordFormat.current). Update the program, or use another --runs folder"
    case .held(let folder, let holder):
      "another run is at work on \(folder)\(holder.map { ": \($0)" } ?? ""); wait for it to end, "
        + "then run the same command again"
    case .unlockable(let file, let reason):
      "\(file): the file system takes no locks (\(reason)), so nothing would keep two runs apart. Mount "
        + "it with locks (NFS without nolock, Lustre with flock), or choose another --runs folder"
    }
  }
}

extension RecordError {
  private static func size(_ bytes: Int64) -> String {
    bytes < 1_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000) MB"
  }

  /// What to do about a line that cannot be read, and what it means to delete it.
  private static func mending(_ file: String) -> String {
    switch file.split(separator: "/").last {
    case "papers.jsonl": "Mend the line, or delete it to have its paper fetched again"
    case "titles.jsonl", "summaries.jsonl":
      "Mend the line, or delete it to have its paper done again"
    case "verdicts.jsonl": "Mend the line, or delete it to have its paper judged again"
    case "coverage.jsonl": "Mend the line, or delete it to have its topic fetched again"
    case "edits.jsonl":
      "Mend the line: without it, what was decided by hand about its paper is lost"
    case "pages.jsonl":
      "Mend the line, or delete it: then its page counts as changed by hand"
    case "requests.jsonl": "Mend the line: without it, its request is missing on the bill"
    default: "Mend the line"
    }
  }
}
