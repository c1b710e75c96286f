import Pages
import Records

/// A page as the records would have it now, laid out section by section beside what stands on the site.
///
/// No page is held in memory. As long as the two are the same nothing is written; from the first
/// difference on the page goes into a file beside the old one, whose beginning it takes over.
final class PageSheet {
  /// How the page is laid out.
  let layout: PageLayout
  /// Where it stands on the site.
  let path: String
  /// The papers on it, with marks of what it says about them.
  private(set) var sections: [WrittenPage.Section] = []
  /// The mark of its bytes.
  private(set) var mark = Fingerprint()
  /// What stands on the site; nil where nothing does.
  private let site: FileWindow?
  private let writes: Bool
  private var length = 0
  private var isSame: Bool
  private var file: ReplacementFile?

  /// Begins a page; where it `writes`, a page that is another one than on the site goes into a file.
  ///
  /// Throws `RecordError.unreadable` for what stands on the site.
  init(_ layout: PageLayout, at path: String, writes: Bool) throws {
    self.layout = layout
    self.path = path
    self.writes = writes
    site = try FileWindow(path: path)
    isSame = site != nil
  }

  /// The papers on the page, in its order.
  var papers: [ArXivID] { sections.map(\.id) }

  /// Adds what it says about the next paper.
  ///
  /// Throws `RecordError` where the site cannot be read or written.
  func add(_ section: WrittenPage.Section, _ text: String) throws {
    if sections.isEmpty { try add(layout.head) }
    sections.append(section)
    try add(text)
  }

  private func add(_ text: String) throws {
    let bytes = Array(text.utf8)[...]
    mark.add(bytes)
    if isSame { isSame = try site?.bytes(length..<length + bytes.count) == bytes }
    if !isSame { try startFile() }
    try file?.add(bytes)
    length += bytes.count
  }

  /// Begins the file with what the page has in common with the one on the site.
  private func startFile() throws {
    guard writes, file == nil else { return }
    let file = try ReplacementFile(of: path)
    self.file = file
    var copied = 0
    while copied < length, let piece = try site?.bytes(copied..<min(copied + 1 << 16, length)) {
      try file.add(piece)
      copied += piece.count
    }
  }

  /// How the page and what stands on the site are to each other; nothing is to be added any more.
  func state(_ known: WrittenPage?) throws -> SitePage.State {
    guard !sections.isEmpty else { return .empty }
    guard let site else { return .missing }
    if isSame, try site.length == length { return .current }
    return known?.knows(try site.mark) ?? false ? .old : .changed
  }

  /// True where what stands on the site was written by us; false where nothing stands there.
  func knowsSite(_ known: WrittenPage?) throws -> Bool {
    guard let known, let site else { return false }
    return known.knows(try site.mark)
  }

  /// True where something stands on the site.
  var isOnSite: Bool { site != nil }

  /// Puts the page on the site.
  ///
  /// Throws `RecordError.unwritable`.
  func write() throws {
    try startFile()
    try file?.commit()
    file = nil
  }

  /// Drops what was not put on the site.
  func discard() {
    file?.discard()
    file = nil
  }
}
