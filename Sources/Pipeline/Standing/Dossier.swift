import Pages
package import Records

/// All that is known of one paper of a week.
package struct Dossier: Sendable, Equatable {
  /// How far it has come.
  package let standing: Standing
  /// What models are asked about it, in the order of the stages.
  package let inquiries: [Inquiry]
  /// The pages that it belongs on.
  package let pages: [SitePage]
  /// The part of a page that shows it, as it would be written now; nil where it is not published.
  package let section: String?

  /// What models are asked about it in a stage; nil for a stage that asks nobody.
  package subscript(_ stage: Stage) -> Inquiry? { inquiries.first { $0.stage == stage } }
}

extension Pipeline {
  /// All that is known of a paper; nil where the week does not have it.
  ///
  /// Asks nothing and writes nothing. Throws `RecordError` for records that cannot be read.
  package func dossier(on id: ArXivID) async throws -> Dossier? {
    guard let standing = try await standings().first(where: { $0.paper.id == id }) else {
      return nil
    }
    let paper = standing.paper
    let papers = try job.folder.papersInOrder()
    let log = Array(try job.folder.requests.read().values)
    return Dossier(
      standing: standing,
      inquiries: try [
        translating.inquiry(about: paper, among: papers, log),
        summarizing.inquiry(about: paper, among: papers, log),
      ], pages: try await sitePages().filter { $0.papers.contains(id) },
      section: section(on: paper, standing.isHidden ? nil : standing.verdict))
  }
}
