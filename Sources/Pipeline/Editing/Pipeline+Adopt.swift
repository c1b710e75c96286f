import Foundation
import Pages
import Records

extension Pipeline {
  /// The pages of the job's topics that were changed by hand, and what they say that records do not.
  ///
  /// Throws `RecordError` for records and pages that cannot be read.
  package func adoptions() throws -> [(page: ChangedPage, adoption: PageAdoption)] {
    let written = try job.folder.pages.read()
    return try pages().compactMap { page in
      let path = path(of: page)
      let markdown = Data(page.markdown.utf8)
      guard try state(of: page, markdown, at: path, written[page.slug]) == .changed
      else { return nil }
      let adoption = try PageAdoption(
        site: bytes(at: path) ?? Data(), records: markdown,
        known: written[page.slug]?.papers ?? [], path: path)
      return (try changedPage(page), adoption)
    }
  }
}
