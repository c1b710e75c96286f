import Records

extension Pipeline {
  /// Throws `RecordError` for files and folders that would stop the run after it has been paid for.
  func checkPlaces() async throws {
    try await job.folder.check()
    guard job.stages.contains(.render) else { return }
    try AtomicFile.makeFolder(job.site)
    for page in job.topics.map(\.slug) + ["all"] {
      try AtomicFile.checkFolder("\(job.site)/_\(page)")
      try AtomicFile.checkFile("\(job.site)/_\(page)/\(job.week).md")
    }
  }
}
