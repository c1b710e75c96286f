/// Reads a page on which nothing is escaped, line by line as our layout writes them.
enum PlainMarkdown {
  /// What a page should show: all that stands after the front matter.
  static func nodes(of markdown: String) -> [PageNode] {
    let lines = markdown.split(separator: "\n").drop { $0 != "---" }.dropFirst()
      .drop { $0 != "---" }.dropFirst()
    return lines.reduce(into: []) { nodes, line in
      if line == "- - -" {
        nodes.append(.element("hr"))
      } else if line.hasPrefix("### ") {
        nodes.append(.element("h3", attributes: [:], children: spans(of: line.dropFirst(4))))
      } else if line.hasPrefix("- ") {
        let item = PageNode.element("li", attributes: [:], children: spans(of: line.dropFirst(2)))
        var items: [PageNode] = []
        if case .element("ul", _, let earlier)? = nodes.last {
          items = earlier
          nodes.removeLast()
        }
        nodes.append(.element("ul", attributes: [:], children: items + [item]))
      } else {
        nodes.append(.element("p", attributes: [:], children: spans(of: line)))
      }
    }
  }

  /// The bold texts and links of a line, and what stands between them.
  private static func spans(of line: Substring) -> [PageNode] {
    let parts = line.split(separator: "**", omittingEmptySubsequences: false)
    return parts.enumerated().flatMap { index, part in
      index.isMultiple(of: 2)
        ? links(in: part) : [.element("strong", attributes: [:], children: links(in: part))]
    }
  }

  private static func links(in text: Substring) -> [PageNode] {
    guard let open = text.firstIndex(of: "["), let middle = text[open...].firstRange(of: "]("),
      let close = text[middle.upperBound...].firstIndex(of: ")")
    else { return plain(text) }
    let words = text[text.index(after: open)..<middle.lowerBound]
    let link = PageNode.link(String(words), to: String(text[middle.upperBound..<close]))
    return plain(text[..<open]) + [link] + links(in: text[text.index(after: close)...])
  }

  private static func plain(_ text: Substring) -> [PageNode] {
    text.isEmpty ? [] : [.text(SeenText.joiningSpaces(String(text)))]
  }
}
