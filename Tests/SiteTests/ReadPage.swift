/// One digest page as a browser shows it.
struct ReadPage: Decodable {
  /// The title, which the site takes from the front matter.
  let title: String
  /// What stands on the page.
  let nodes: [PageNode]

  /// What stands before the first paper.
  var head: [PageNode] { Array(nodes[..<(starts.first ?? nodes.endIndex)]) }

  /// What stands on the page for each paper: a rule, a heading and all up to the next such pair.
  var sections: [[PageNode]] {
    let ends = starts.dropFirst() + [nodes.endIndex]
    return zip(starts, ends).map { Array(nodes[$0..<$1]) }
  }

  private var starts: [Int] {
    nodes.indices.dropLast().filter { nodes[$0].name == "hr" && nodes[$0 + 1].name == "h3" }
  }

  /// Runs in the page, and writes all articles as JSON to where a dump of the document shows it.
  ///
  /// White space is as a reader sees it. The builders give headings an `id` each, made of their text;
  /// that is the only attribute left out.
  static let script = #"""
    addEventListener("DOMContentLoaded", () => {
      const blocks = ["article", "ul", "ol", "dl", "blockquote", "div", "section", "table"];
      const read = node => {
        if (node.nodeType === Node.TEXT_NODE) return { text: node.data.replace(/[ \t\n\r\f]+/g, " ") };
        if (node.nodeType !== Node.ELEMENT_NODE) return { name: node.nodeName, attributes: { }, children: [] };
        const attributes = { };
        for (const { name, value } of node.attributes)
          if (name !== "id" || !/^h[1-6]$/.test(node.localName)) attributes[name] = value;
        const isBlock = blocks.includes(node.localName);
        const children = [...node.childNodes].map(read).filter(child => !isBlock || child.text !== " ");
        return { name: node.localName, attributes, children };
      };
      document.normalize();
      const pages = [...document.querySelectorAll("article")].map(article => (
        { title: article.previousElementSibling.textContent, nodes: read(article).children }));
      const structure = document.createElement("pre");
      structure.id = "structure";
      structure.hidden = true;
      structure.textContent = JSON.stringify(pages).replace(/[<>&\u007f-\uffff]/g,
        unit => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));
      document.documentElement.append(structure);
    });
    """#
}
