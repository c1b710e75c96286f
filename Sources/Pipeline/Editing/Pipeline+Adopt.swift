import Pages
import Records

extension Pipeline {
  /// The pages of the job's topics that were changed by hand, and what they say that records do not.
  ///
  /// Throws `RecordError` for records and pages that cannot be read.
  package func adoptions() async throws -> [(page: ChangedPage, adoption: PageAdoption)] {
    let written = try job.folder.pages.read()
    return try await sheets(writes: false).compactMap { sheet in
      let known = written[sheet.layout.slug]
      guard try sheet.state(known) == .changed else { return nil }
      let adoption = try PageAdoption(
        site: bytes(at: sheet.path), records: page(sheet.layout).markdown,
        known: known?.papers ?? [], path: sheet.path)
      return (try changedPage(sheet.layout), adoption)
    }
  }
}
