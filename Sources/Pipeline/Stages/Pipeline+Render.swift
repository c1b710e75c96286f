import Foundation
import Pages
import Records

extension Pipeline {
  /// Writes a page for each topic, and one of all papers where there is more than one topic.
  ///
  /// A page without papers is not written, and one that is there already is left alone.
  func render() throws -> StageReport {
    _ = try papers(for: .render)
    let verdicts = try job.folder.verdicts.read()
    // All of them, whatever topics were chosen: the page of all papers must not shrink.
    let entries = try allPapers().compactMap { DigestPage.Entry($0, verdicts[$0.id]) }
    var pages = job.topics.map {
      DigestPage(topic: $0, week: job.week, entries: entries, topics: job.allTopics)
    }
    if pages.count > 1 {
      pages.append(.all(week: job.week, entries: entries, topics: job.allTopics))
    }
    tell(.began(.render, total: pages.count))
    var report = StageReport()
    for page in pages {
      let path = "\(job.site)/\(page.path)"
      guard !page.isEmpty else {
        let isOld = FileManager.default.fileExists(atPath: path)
        tell(
          .note(
            "\(page.slug): no paper to publish; \(path) "
              + (isOld ? "still holds an earlier page" : "was not written")))
        continue
      }
      try write(page.markdown, to: path)
      report.pages.append(path)
    }
    report.count.done = report.pages.count
    return report
  }

  /// Leaves a file alone that holds the same bytes, so that nothing downstream is rebuilt for it.
  private func write(_ markdown: String, to path: String) throws {
    let data = Data(markdown.utf8)
    // A page that cannot be read is written anew, and that tells why it cannot.
    if let old = try? Data(contentsOf: URL(filePath: path)), old == data { return }
    try AtomicFile.write(data, to: path)
  }
}
