/// A page of a digest, ours or anyone's, taken apart.
package struct DigestText: Sendable {
  /// The file.
  let text: PageText
  /// The lines between the `---` of the front matter; nil where there is none that is closed.
  let frontMatter: Range<Int>?
  /// The lines before the first section, as indices of `text.lines`.
  let intro: Range<Int>
  /// The sections, in order.
  package let sections: [PageSection]

  /// Takes a page apart.
  package init(_ text: PageText) {
    self.text = text
    let lines = text.lines
    frontMatter = Self.frontMatter(of: lines)
    let body = frontMatter.map { $0.upperBound + 1 } ?? 0
    let starts = Self.starts(in: lines, from: body)
    intro = body..<Self.end(of: body..<(starts.first ?? lines.count), in: lines)
    sections = starts.indices.compactMap { place in
      let next = place + 1 < starts.count ? starts[place + 1] : lines.count
      return SectionReader.section(
        lines[starts[place]..<Self.end(of: starts[place]..<next, in: lines)])
    }
  }

  private static func frontMatter(of lines: [PageText.Line]) -> Range<Int>? {
    guard let first = lines.first, isFence(first),
      let end = lines.indices.dropFirst().first(where: { isFence(lines[$0]) })
    else { return nil }
    return 1..<end
  }

  private static func isFence(_ line: PageText.Line) -> Bool {
    line.indent == 0 && String(line.content) == "---"
  }

  /// The headings that begin a section.
  ///
  /// They have a link to arXiv, or a link on the third level, or stand below a rule. Another
  /// heading is a part of the section that it stands in.
  private static func starts(in lines: [PageText.Line], from body: Int) -> [Int] {
    var isBelowRule = false
    return (body..<max(body, lines.count)).filter { index in
      guard !lines[index].isBlank else { return false }
      defer { isBelowRule = LineShape(lines[index]).isRule }
      guard lines[index].indent < 4, let heading = HeadingReader(lines[index]) else { return false }
      return heading.id != nil || isBelowRule
        || heading.address != nil && heading.row.mark?.count == 3
    }
  }

  /// Where a section ends without the rule that parts it from the next one; one rule that closes the
  /// page is no part of its last section either.
  private static func end(of range: Range<Int>, in lines: [PageText.Line]) -> Int {
    var end = range.upperBound
    func dropBlank() { while end > range.lowerBound + 1, lines[end - 1].isBlank { end -= 1 } }
    dropBlank()
    guard end > range.lowerBound + 1, LineShape(lines[end - 1]).isRule,
      // Below a text, hyphens alone make a heading of it.
      lines[end - 2].isBlank || !LineShape(lines[end - 1]).isUnderline
    else { return end }
    end -= 1
    dropBlank()
    return end
  }
}
