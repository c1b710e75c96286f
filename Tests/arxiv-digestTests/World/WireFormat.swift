import Foundation

/// How arXiv writes: as it does since November 2025, or as it did before.
enum WireFormat: Sendable, CaseIterable {
  case current, legacy
}

extension FakePaper {
  /// The paper as an entry of a feed.
  func entry(in format: WireFormat) -> String {
    let id = "<id>http://arxiv.org/abs/\(id)v\(version)</id>"
    let dates = ("<updated>\(published)</updated>", "<published>\(published)</published>")
    let author = "<author><name>First Author</name></author>"
    switch format {
    case .current:
      let comment = comment.map { "<arxiv:comment>\($0.escaped)</arxiv:comment>\n" } ?? ""
      return """
        <entry>
        \(id)
        <title>\(title.escaped)</title>
        \(dates.0)
        <summary>\(abstract.escaped)</summary>
        <category term="cs.LG"/>
        \(dates.1)
        \(comment)\(author)
        </entry>

        """
    case .legacy:
      let space = "xmlns:arxiv=\"http://arxiv.org/schemas/atom\""
      let comment = comment.map {
        "<arxiv:comment \(space)>\($0.wrapped(label: 10, indent: "  ").escaped)</arxiv:comment>\n"
      }
      return """
        <entry>
        \(id)
        \(dates.0)
        \(dates.1)
        <title>\(title.wrapped(label: 7, indent: "  ").escaped)</title>
        <summary>  \(abstract.wrapped(label: 2, indent: "").escaped)
        </summary>
        \(author)
        \(comment ?? "")<arxiv:primary_category \(space) term="cs.LG"/>
        <category term="cs.LG"/>
        </entry>

        """
    }
  }
}

extension String {
  /// The text for XML.
  var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// The text as the legacy format wraps it: at 79 columns, of which a label takes the first.
  func wrapped(label: Int, indent: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      let room = 79 - (lines.isEmpty ? label : 0)
      if !line.isEmpty, line.count + 1 + word.count > room {
        lines.append(line)
        line = indent + word
      } else {
        line += line.isEmpty ? "\(word)" : " \(word)"
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
