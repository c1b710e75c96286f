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
      let path = path(of: page)
      let markdown = Data(page.markdown.utf8)
      let state = try state(of: page, markdown, at: path, written[page.slug])
      switch state {
      case .empty:
        try clear(page, at: path, written[page.slug])
        continue
      case .changed where !job.overwrites:
        report.changedPages.append(try changedPage(page))
        continue
      default:
        try await note(page, markdown, written[page.slug])
        // A file that holds the same bytes is left alone, so that nothing downstream is rebuilt.
        if state != .current { try AtomicFile.write(markdown, to: path) }
        report.pages.append(path)
      }
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

  /// Where a page stands on the site.
  func path(of page: DigestPage) -> String { "\(job.site)/\(page.path)" }

  /// How a page that was changed by hand differs from what would be written.
  func changedPage(_ page: DigestPage) throws -> ChangedPage {
    let path = path(of: page)
    let site = String(decoding: try bytes(at: path) ?? Data(), as: UTF8.self)
    return ChangedPage(
      slug: page.slug, path: path,
      difference: PageDifference(site: site, records: page.markdown))
  }

  /// How far the pages on the site are those of today's verdicts.
  func renderForecast() throws -> StageForecast {
    var forecast = StageForecast(.render)
    for page in try sitePages() {
      switch page.state {
      case .current: forecast.done += 1
      case .missing: forecast.missing += 1
      case .old: forecast.staleCount += 1
      case .changed: forecast.waiting += 1
      case .empty: break
      }
    }
    return forecast
  }

  /// Takes a page off the site whose papers a person has hidden; another one without papers is left
  /// alone, because it was published and nobody said otherwise.
  private func clear(_ page: DigestPage, at path: String, _ known: WrittenPage?) throws {
    let old = try bytes(at: path)
    let edits = try job.folder.edits.read()
    let isHidden = known?.papers.contains { edits[$0.id]?.isHidden ?? false } ?? false
    if isHidden, let old, known?.knows(old) ?? false {
      do { try FileManager.default.removeItem(atPath: path) } catch {
        throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
      }
      return tell(.note("\(page.slug): all its papers are hidden; \(path) was taken off the site"))
    }
    let isOld = old != nil
    tell(
      .note(
        "\(page.slug): no paper to publish; \(path) "
          + (isOld ? "still holds an earlier page" : "was not written")))
  }

  /// Notes what is about to stand on the site, before it does: a kill in between must not make it look
  /// like somebody else's.
  private func note(
    _ page: DigestPage, _ data: Data, _ known: WrittenPage?
  ) async throws {
    var known = known ?? WrittenPage(id: page.slug, time: services.now())
    guard !known.isLast(data) else { return }
    let sections = try PageAdoption.sections(of: data, path: path(of: page))
    known.add(data, papers: sections, time: services.now())
    try await job.folder.pages.journal().append([known])
  }
}
