import Pages
package import Records

/// A page of the week, and what stands in its place on the site.
package struct SitePage: Sendable, Equatable {
  /// What stands there.
  package enum State: String, Sendable {
    /// What would be written now.
    case current
    /// What was written before; something has changed since.
    case old
    /// Something that was never written by us.
    case changed
    /// Nothing.
    case missing
    /// Whatever it is, there is no paper to publish.
    case empty
  }

  /// The page's slug, such as `sd` or `all`.
  package let slug: String
  /// Where it stands, such as `site/_sd/2024-07-26.md`.
  package let path: String
  /// The papers that would be on it now.
  package let papers: [ArXivID]
  /// What stands there.
  package let state: State
}

extension Pipeline {
  /// How the pages of the job's topics are laid out, whatever stands on the site.
  var layouts: [PageLayout] {
    let topics = job.topics.map {
      PageLayout(topic: $0, week: job.week, topics: job.allTopics)
    }
    return topics.count > 1
      ? topics + [.all(week: job.week, topics: job.allTopics)] : topics
  }

  /// Where a page stands on the site.
  func path(of layout: PageLayout) -> String { "\(job.site)/\(layout.path)" }

  /// Lays out the pages of the job's topics beside what stands on the site; where it `writes`, pages
  /// that are other ones wait in files to be put there or dropped.
  ///
  /// Throws `RecordError` for records and pages that cannot be read.
  func sheets(writes: Bool) async throws -> [PageSheet] {
    let sheets = try layouts.map {
      try PageSheet($0, at: path(of: $0), writes: writes)
    }
    do {
      try await forEachPart(of: sheets.map(\.layout)) { part in
        for sheet in part.sheets { try sheets[sheet].add(part.section, part.text) }
      }
    } catch {
      for sheet in sheets { sheet.discard() }
      throw error
    }
    return sheets
  }

  /// What pages say about one paper.
  private struct Part: Sendable {
    /// The places of the pages that show it.
    let sheets: [Int]
    /// The paper with a mark of its texts.
    let section: WrittenPage.Section
    /// The Markdown, the same on every page.
    let text: [UInt8]
  }

  /// Calls `body` with what pages say about every paper that may be published, in digest order.
  ///
  /// All of them, whatever topics were chosen: the page of all papers must not shrink.
  private func forEachPart(
    of layouts: [PageLayout], _ body: (Part) throws -> Void
  ) async throws {
    let papers = try roster().papers
    let verdicts = try job.folder.verdicts.table()
    let marks = statusMarks
    var statuses: [Verdict.Status?] = []
    try await InOrder.map(try roster().shown) { shown -> (Verdict.Status?, Part?) in
      let paper = try papers[at: shown.place]
      let verdict = try verdicts[paper.id]
      guard verdict?.status == .accepted, let entry = DigestPage.Entry(paper, verdict) else {
        return (verdict?.status, nil)
      }
      return (verdict?.status, Self.part(of: layouts, entry))
    } body: { status, part in
      statuses.append(status)
      if let part { try body(part) }
    }
    memory.keep(statuses, marks)
  }

  /// What some pages say about a paper; nil where it is on none of them.
  private static func part(of layouts: [PageLayout], _ entry: DigestPage.Entry) -> Part? {
    let sheets = layouts.indices.filter { layouts[$0].shows(entry.paper) }
    guard let first = sheets.first else { return nil }
    let texts = ShownTexts(entry)
    return Part(
      sheets: sheets, section: WrittenPage.Section(id: entry.paper.id, mark: texts.mark),
      text: layouts[first].section(of: entry.paper, texts))
  }

  /// A page in memory, for showing what is different about it.
  func page(_ layout: PageLayout) throws -> DigestPage {
    let papers = try roster().papers
    let verdicts = try job.folder.verdicts.table()
    return DigestPage(
      layout,
      entries: try roster().shown.compactMap { shown in
        let paper = try papers[at: shown.place]
        return DigestPage.Entry(paper, try verdicts[paper.id])
      })
  }

  /// The part of the pages that shows one paper; nil where it is not published.
  func section(on paper: Paper, _ verdict: Verdict?) -> String? {
    guard let entry = DigestPage.Entry(paper, verdict) else { return nil }
    return layouts.first { $0.shows(paper) }?.section(entry)
  }

  /// How a page that was changed by hand differs from what would be written.
  func changedPage(_ layout: PageLayout) throws -> ChangedPage {
    let path = path(of: layout)
    let site = String(decoding: try bytes(at: path), as: UTF8.self)
    return ChangedPage(
      slug: layout.slug, path: path,
      difference: PageDifference(site: site, records: try page(layout).markdown))
  }

  /// The pages of the job's topics beside what stands on the site.
  ///
  /// Throws `RecordError` for records and pages that cannot be read.
  func sitePages() async throws -> [SitePage] {
    let written = try job.folder.pages.read()
    return try await sheets(writes: false).map { sheet in
      SitePage(
        slug: sheet.layout.slug, path: sheet.path, papers: sheet.papers,
        state: try sheet.state(written[sheet.layout.slug]))
    }
  }

  /// What stands on the site; nothing where no file does.
  ///
  /// Throws `RecordError.unreadable`.
  func bytes(at path: String) throws -> ArraySlice<UInt8> {
    guard let file = try FileWindow(path: path) else { return [] }
    return try file.bytes(0..<file.length)
  }
}
