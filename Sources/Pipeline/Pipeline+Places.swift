import Records

extension Pipeline {
  /// Throws `RecordError` for files and folders that would stop the run after it has been paid for.
  func checkPlaces() async throws {
    // What is wrong with the roster is said when it is asked for.
    try await job.folder.check { _ = try? roster() }
    guard job.stages.contains(.render) else { return }
    try AtomicFile.makeFolder(job.site)
    for page in job.topics.map(\.slug) + ["all"] {
      try AtomicFile.checkFolder("\(job.site)/_\(page)")
      try AtomicFile.checkFile("\(job.site)/_\(page)/\(job.week).md")
    }
  }
}
