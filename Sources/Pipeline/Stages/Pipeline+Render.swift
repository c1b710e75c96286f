import Foundation
import Pages
import Records

extension Pipeline {
  /// Writes a page for each topic, and one of all papers where there is more than one topic.
  ///
  /// A page without papers is not written, and one that is there already is left alone. So is one that
  /// was changed by hand, unless it is to be written over.
  func render() async throws -> StageReport {
    _ = try papers(for: .render)
    let pages = try pages()
    var report = StageReport()
    tell(.began(.render, total: pages.count))
    let written = try job.folder.pages.read()
    for page in pages {
      let path = "\(job.site)/\(page.path)"
      guard !page.isEmpty else {
        noteEmpty(page, path)
        continue
      }
      var known = written[page.slug] ?? WrittenPage(id: page.slug, time: services.now())
      if let changed = try changed(page, at: path, known), !job.overwrites {
        report.changedPages.append(changed)
        continue
      }
      try await write(page, to: path, &known)
      report.pages.append(path)
    }
    try job.folder.pages.compact(order: job.allTopics.map(\.slug))
    report.count.done = report.pages.count
    report.count.failed = report.changedPages.count
    return report
  }

  /// The pages of the job's topics, whatever stands on the site.
  func pages() throws -> [DigestPage] {
    let verdicts = try job.folder.verdicts.read()
    // All of them, whatever topics were chosen: the page of all papers must not shrink.
    let entries = try allPapers().compactMap { DigestPage.Entry($0, verdicts[$0.id]) }
    var pages = job.topics.map {
      DigestPage(topic: $0, week: job.week, entries: entries, topics: job.allTopics)
    }
    if pages.count > 1 {
      pages.append(.all(week: job.week, entries: entries, topics: job.allTopics))
    }
    return pages
  }

  /// How the page on the site differs, where a person has changed it; nil where nobody has.
  func changed(_ page: DigestPage, at path: String, _ known: WrittenPage) throws -> ChangedPage? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let old: Data
    do { old = try Data(contentsOf: URL(filePath: path)) } catch {
      throw RecordError.unreadable(file: path, reason: SystemError.reason(error))
    }
    guard old != Data(page.markdown.utf8), !known.knows(old) else { return nil }
    return ChangedPage(
      slug: page.slug, path: path,
      difference: PageDifference(
        site: String(decoding: old, as: UTF8.self), records: page.markdown))
  }

  private func noteEmpty(_ page: DigestPage, _ path: String) {
    let isOld = FileManager.default.fileExists(atPath: path)
    tell(
      .note(
        "\(page.slug): no paper to publish; \(path) "
          + (isOld ? "still holds an earlier page" : "was not written")))
  }

  /// Leaves a file alone that holds the same bytes, so that nothing downstream is rebuilt for it.
  ///
  /// What is about to stand there is noted before: a kill in between must not make it look like
  /// somebody else's.
  private func write(
    _ page: DigestPage, to path: String, _ known: inout WrittenPage
  ) async throws {
    let data = Data(page.markdown.utf8)
    if !known.isLast(data) {
      known.add(data, papers: page.papers, time: services.now())
      try await job.folder.pages.journal().append([known])
    }
    // A page that cannot be read is written anew, and that tells why it cannot.
    if let old = try? Data(contentsOf: URL(filePath: path)), old == data { return }
    try AtomicFile.write(data, to: path)
  }
}
