import Pages
import Records

/// A page as the records would have it now, laid out section by section beside what stands on the site.
///
/// No page is held in memory.
final class PageSheet {
  /// How the page is laid out.
  let layout: PageLayout
  /// Where it stands on the site.
  let path: String
  /// The papers on it, with marks of what it says about them.
  private(set) var sections: [WrittenPage.Section] = []
  private let file: ReplacementFile

  /// Begins a page; where it `writes`, a page that is another one than on the site goes into a file.
  ///
  /// Throws `RecordError.unreadable` for what stands on the site.
  init(_ layout: PageLayout, at path: String, writes: Bool) throws {
    self.layout = layout
    self.path = path
    file = try ReplacementFile(of: path, writes: writes)
  }

  /// The papers on the page, in its order.
  var papers: [ArXivID] { sections.map(\.id) }

  /// The mark of its bytes.
  var mark: Fingerprint { file.mark }

  /// Adds what it says about the next paper.
  ///
  /// Throws `RecordError` where the site cannot be read or written.
  func add(_ section: WrittenPage.Section, _ text: [UInt8]) throws {
    if sections.isEmpty { try file.add(Array(layout.head.utf8)[...]) }
    sections.append(section)
    try file.add(text[...])
  }

  /// How the page and what stands on the site are to each other; nothing is to be added any more.
  func state(_ known: WrittenPage?) throws -> SitePage.State {
    guard !sections.isEmpty else { return .empty }
    guard file.isThere else { return .missing }
    if try file.isSame { return .current }
    return try knowsSite(known) ? .old : .changed
  }

  /// True where what stands on the site was written by us; false where nothing stands there.
  func knowsSite(_ known: WrittenPage?) throws -> Bool {
    guard let known, let mark = try file.oldMark else { return false }
    return known.knows(mark)
  }

  /// True where something stands on the site.
  var isOnSite: Bool { file.isThere }

  /// Puts the page on the site, where another one stands there or none.
  ///
  /// Throws `RecordError.unwritable`.
  func write() throws { try file.commit() }

  /// Drops what was not put on the site.
  func discard() { file.discard() }
}
