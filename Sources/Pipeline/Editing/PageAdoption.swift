import Pages
package import Records

/// What a page that was changed by hand says about papers and the records do not.
package struct PageAdoption: Sendable, Equatable {
  /// The texts of a paper, of which some are other ones on the page.
  package struct Change: Sendable, Equatable {
    /// The paper.
    package let id: ArXivID
    /// The texts as the page has them.
    package let texts: PaperTexts
    /// The fields that differ, such as `remark`.
    package let fields: [String]
  }

  /// Papers whose texts a person has changed on the page, in the page's order.
  package private(set) var changes: [Change] = []
  /// Papers that the records would show and that a person has taken off the page.
  package private(set) var missing: [ArXivID] = []
  /// True where the page tells of no paper at all: it was emptied, or is something else.
  package let isUnreadable: Bool

  /// Compares a page of the site with the one that records make; `known` are the papers of the page as
  /// it was written last.
  ///
  /// What the page still says as it was written is no person's: the records may say something newer.
  /// Throws `RecordError.unreadable` where one is no text.
  init(
    site: ArraySlice<UInt8>, records: String, known: [WrittenPage.Section], path: String
  ) throws {
    let site = try Self.texts(in: Array(site), path)
    isUnreadable = site.isEmpty
    guard !isUnreadable else { return }
    let marks = Dictionary(known.map { ($0.id, $0.mark) }, uniquingKeysWith: { first, _ in first })
    let today = Dictionary(
      try Self.texts(in: Array(records.utf8), path).map { ($0.id, $0.texts) },
      uniquingKeysWith: { first, _ in first })
    var seen: Set<ArXivID> = []
    for (id, texts) in site where seen.insert(id).inserted && marks[id] != texts.mark {
      let fields = texts.fields(otherThan: today[id] ?? PaperTexts())
      if !fields.isEmpty { changes.append(Change(id: id, texts: texts, fields: fields)) }
    }
    missing = known.map(\.id).filter { today[$0] != nil && !seen.contains($0) }
  }

  private static func texts(
    in page: [UInt8], _ path: String
  ) throws -> [(id: ArXivID, texts: PaperTexts)] {
    do {
      return DigestText(try PageText(page)).sections.compactMap { section in
        section.id.map { ($0, PaperTexts(section)) }
      }
    } catch {
      throw RecordError.unreadable(file: path, reason: "line \(error.line) is no UTF-8")
    }
  }
}

extension PaperTexts {
  fileprivate init(_ section: PageSection) {
    self.init(
      title: section.japaneseTitle?.shown,
      bullets: section.bullets.isEmpty ? nil : section.shownBullets, remark: section.shownRemark)
  }
}
