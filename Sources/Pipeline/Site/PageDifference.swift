/// How a page on the site differs from the one that would be written, line by line.
package struct PageDifference: Sendable, Equatable {
  /// A line that only one of the two pages has.
  package struct Line: Sendable, Equatable {
    /// True where the page on the site has it; false where only the records do.
    package let isOnSite: Bool
    /// Its number on the page that has it; the first one has 1.
    package let number: Int
    /// Its text.
    package let text: String

    /// Describes a line.
    package init(isOnSite: Bool, number: Int, text: String) {
      self.isOnSite = isOnSite
      self.number = number
      self.text = text
    }
  }

  /// The lines, by number; of two with the same number that of the records comes first.
  package let lines: [Line]

  /// Compares the page on the site with the one that the records make.
  package init(site: String, records: String) {
    let (site, records) = (Self.lines(of: site), Self.lines(of: records))
    let changes = site.difference(from: records)
    lines =
      changes.map { change in
        switch change {
        case .insert(let offset, let line, _):
          Line(isOnSite: true, number: offset + 1, text: line.text)
        case .remove(let offset, let line, _):
          Line(isOnSite: false, number: offset + 1, text: line.text)
        }
      }.sorted { ($0.number, $0.isOnSite ? 1 : 0) < ($1.number, $1.isOnSite ? 1 : 0) }
  }

  /// A line by its bytes: to Swift, other forms of the same letters are equal.
  private struct Bytes: Equatable {
    let text: String

    static func == (one: Bytes, other: Bytes) -> Bool {
      one.text.utf8.elementsEqual(other.text.utf8)
    }
  }

  private static func lines(of page: String) -> [Bytes] {
    page.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      Bytes(text: String(decoding: $0, as: UTF8.self))
    }
  }
}
