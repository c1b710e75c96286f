import Foundation
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
  /// The pages of the job's topics beside what stands on the site.
  ///
  /// Throws `RecordError` for records and pages that cannot be read.
  func sitePages() throws -> [SitePage] {
    let written = try job.folder.pages.read()
    return try pages().map { page in
      let path = path(of: page)
      return SitePage(
        slug: page.slug, path: path, papers: page.papers,
        state: try state(
          of: page, Data(page.markdown.utf8), at: path, written[page.slug]))
    }
  }

  /// What stands in the place of a page that would be these bytes now.
  ///
  /// Throws `RecordError.unreadable` where that cannot be read.
  func state(
    of page: DigestPage, _ markdown: Data, at path: String, _ known: WrittenPage?
  ) throws -> SitePage.State {
    guard !page.isEmpty else { return .empty }
    guard let bytes = try bytes(at: path) else { return .missing }
    guard bytes != markdown else { return .current }
    return known?.knows(bytes) ?? false ? .old : .changed
  }

  /// What stands on the site; nil where nothing does.
  ///
  /// Throws `RecordError.unreadable`.
  func bytes(at path: String) throws -> Data? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do { return try Data(contentsOf: URL(filePath: path)) } catch {
      throw RecordError.unreadable(file: path, reason: SystemError.reason(error))
    }
  }
}
