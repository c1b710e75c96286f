import Foundation
import Pages
import Records

extension Pipeline {
  /// Writes a page for each topic, and one of all papers where there is more than one topic.
  ///
  /// A page without papers is not written, and one that is there already is left alone. So is one that
  /// was changed by hand, unless it is to be written over.
  func render() async throws -> StageReport {
    try requirePapers(for: .render)
    tell(.began(.render, total: layouts.count))
    let sheets = try await sheets(writes: true)
    defer { for sheet in sheets { sheet.discard() } }
    var report = StageReport()
    let written = try job.folder.pages.read()
    for sheet in sheets {
      let known = written[sheet.layout.slug]
      let state = try sheet.state(known)
      switch state {
      case .empty: try clear(sheet, known)
      case .changed where !job.overwrites:
        report.changedPages.append(try changedPage(sheet.layout))
      default:
        try await note(sheet, known)
        // A file that holds the same bytes is left alone, so that nothing downstream is rebuilt.
        try sheet.write()
        report.pages.append(sheet.path)
      }
    }
    // Where no page was on record before, each has one line now, in its place.
    if !written.isEmpty { try job.folder.pages.compact(order: job.allTopics.map(\.slug)) }
    report.count.done = report.pages.count
    report.count.failed = report.changedPages.count
    return report
  }

  /// How far the pages on the site are those of today's verdicts.
  func renderForecast() async throws -> StageForecast {
    var forecast = StageForecast(.render)
    for page in try await sitePages() {
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
  private func clear(_ sheet: PageSheet, _ known: WrittenPage?) throws {
    let edits = try job.folder.edits.read()
    let (slug, path) = (sheet.layout.slug, sheet.path)
    let isHidden = known?.papers.contains { edits[$0.id]?.isHidden ?? false } ?? false
    if isHidden, try sheet.knowsSite(known) {
      do { try FileManager.default.removeItem(atPath: path) } catch {
        throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
      }
      return tell(.note("\(slug): all its papers are hidden; \(path) was taken off the site"))
    }
    tell(
      .note(
        "\(slug): no paper to publish; \(path) "
          + (sheet.isOnSite ? "still holds an earlier page" : "was not written")))
  }

  /// Notes what is about to stand on the site, before it does: a kill in between must not make it look
  /// like somebody else's.
  private func note(_ sheet: PageSheet, _ known: WrittenPage?) async throws {
    var known = known ?? WrittenPage(id: sheet.layout.slug, time: services.now())
    guard !known.isLast(sheet.mark) else { return }
    known.add(sheet.mark, papers: sheet.sections, time: services.now())
    try await job.folder.pages.journal().append([known])
  }
}
