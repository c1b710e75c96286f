import Records

/// Reads the line that heads a section.
struct HeadingReader {
  /// The row, whose part is the English title.
  let row: PageSection.Row
  /// Where the heading links to; nil where it is no link.
  let address: PagePart?
  /// The paper that it links to.
  let id: ArXivID?

  /// Takes a heading; nil for other lines.
  init?(_ line: PageText.Line) {
    let shape = LineShape(line)
    guard let signs = shape.headingMark else { return nil }
    let content = shape.content
    let text = content[signs.upperBound...].drop(while: \.properties.isWhitespace)
    let link = Self.link(in: text)
    address = link.map { PagePart(line, $0.address) }
    id = address.flatMap { Self.identifier(in: String($0.raw)) }
    let title = link?.title ?? text.startIndex..<text.endIndex
    row = PageSection.Row(
      role: .heading, line: line, part: PagePart(line, title), mark: signs,
      isFramed: link != nil, followsText: false)
  }

  /// The title and the address of `[title](address)`, in which the title may hold brackets too.
  private static func link(
    in text: ArraySlice<Unicode.Scalar>
  ) -> (title: Range<Int>, address: Range<Int>)? {
    guard let open = text.firstIndex(of: "["), let close = text.lastIndex(of: ")"), open < close,
      let middle = text[open..<close].indices.last(where: {
        text[$0] == "]" && $0 + 1 < close && text[$0 + 1] == "("
      })
    else { return nil }
    return ((open + 1)..<middle, (middle + 2)..<close)
  }

  /// The identifier in an address of arXiv, with a version or without.
  private static func identifier(in address: String) -> ArXivID? {
    for folder in ["arxiv.org/abs/", "arxiv.org/pdf/"] {
      guard let range = address.firstRange(of: folder) else { continue }
      var name = address[range.upperBound...].prefix { !"?# \"".contains($0) }
      if name.hasSuffix(".pdf") { name = name.dropLast(4) }
      return ArXivID.parse(String(name))?.id
    }
    return nil
  }
}
