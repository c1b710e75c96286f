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
      let path = "\(job.site)/\(page.path)"
      let known = written[page.slug] ?? WrittenPage(id: page.slug, time: services.now())
      guard let changed = try changed(page, at: path, known) else { return nil }
      let adoption = try PageAdoption(
        site: Data(contentsOf: URL(filePath: path)), records: Data(page.markdown.utf8),
        shown: known.papers, path: path)
      return (changed, adoption)
    }
  }
}
