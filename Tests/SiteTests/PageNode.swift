/// A piece of a page: an element with what it holds, or a text.
enum PageNode: Equatable, Decodable, CustomStringConvertible {
  case text(String)
  case element(String, attributes: [String: String], children: [PageNode])

  /// An element without attributes.
  static func element(_ name: String, _ children: PageNode...) -> PageNode {
    .element(name, attributes: [:], children: children)
  }

  /// A link.
  static func link(_ text: String, to address: String) -> PageNode {
    .element("a", attributes: ["href": address], children: text.isEmpty ? [] : [.text(text)])
  }

  /// The element's name; nil for a text.
  var name: String? {
    if case .element(let name, _, _) = self { name } else { nil }
  }

  /// Where the link leads to that this element begins with; nil where there is none.
  var address: String? {
    guard case .element(_, _, let children) = self,
      case .element("a", let attributes, _)? = children.first
    else { return nil }
    return attributes["href"]
  }

  /// Two texts are equal where their characters are, and not where they merely look the same.
  static func == (one: PageNode, other: PageNode) -> Bool {
    switch (one, other) {
    case (.text(let one), .text(let other)):
      one.unicodeScalars.elementsEqual(other.unicodeScalars)
    case (.element(let name, let attributes, let children), .element(let n, let a, let c)):
      name == n && attributes == a && children == c
    default: false
    }
  }

  var description: String {
    switch self {
    case .text(let text): text.debugDescription
    case .element(let name, let attributes, let children):
      "\(name)\(attributes.isEmpty ? "" : "\(attributes)")(\(children.map(\.description).joined(separator: " ")))"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case text, name, attributes, children
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    if let text = try fields.decodeIfPresent(String.self, forKey: .text) {
      self = .text(text)
    } else {
      self = .element(
        try fields.decode(String.self, forKey: .name),
        attributes: try fields.decode([String: String].self, forKey: .attributes),
        children: try fields.decode([PageNode].self, forKey: .children))
    }
  }
}
