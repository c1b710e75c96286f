import Foundation
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

  /// Papers whose texts are other ones on the page, in the page's order.
  package private(set) var changes: [Change] = []
  /// Papers that the records would show and that stand on the page no more.
  package private(set) var missing: [ArXivID] = []

  /// Compares a page of the site with the one that records make; `shown` are the papers of the page as
  /// it was written last.
  ///
  /// Throws `RecordError.unreadable` where one is no text.
  init(site: Data, records: Data, shown: [ArXivID], path: String) throws {
    let (site, records) = try (Self.texts(in: site, path), Self.texts(in: records, path))
    let known = Dictionary(records, uniquingKeysWith: { first, _ in first })
    var seen: Set<ArXivID> = []
    for (id, texts) in site where seen.insert(id).inserted {
      let fields = texts.fields(otherThan: known[id] ?? PaperTexts())
      if !fields.isEmpty { changes.append(Change(id: id, texts: texts, fields: fields)) }
    }
    missing = shown.filter { known[$0] != nil && !seen.contains($0) }
  }

  private static func texts(in page: Data, _ path: String) throws -> [(ArXivID, PaperTexts)] {
    do {
      return DigestText(try PageText(Array(page))).sections.compactMap { section in
        section.id.map { id in
          (
            id,
            PaperTexts(
              title: section.japaneseTitle?.shown,
              bullets: section.bullets.isEmpty ? nil : section.shownBullets,
              remark: section.shownRemark)
          )
        }
      }
    } catch {
      throw RecordError.unreadable(file: path, reason: "line \(error.line) is no UTF-8")
    }
  }
}

extension PaperTexts {
  /// The fields that are other ones, by their bytes.
  fileprivate func fields(otherThan other: PaperTexts) -> [String] {
    func bytes(_ texts: [String?]) -> [[UInt8]?] { texts.map { $0.map { Array($0.utf8) } } }
    return [
      ("title", bytes([title]) != bytes([other.title])),
      ("bullets", bytes(bullets ?? []) != bytes(other.bullets ?? [])),
      ("remark", bytes([remark]) != bytes([other.remark])),
    ].filter(\.1).map(\.0)
  }
}
