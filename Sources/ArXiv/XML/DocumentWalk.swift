/// A way through a document: tells its content what stands where.
struct DocumentWalk<Content: DocumentContent> {
  /// What has been kept so far.
  private(set) var content: Content
  /// True where the root is the one that the content is of.
  private(set) var rootIsKnown = false
  /// True once the root has ended.
  private(set) var sawEnd = false
  /// The open elements; nil for an unknown one.
  private var open: [Content.Place?] = []
  /// How many elements are open where text is being collected; nil where it is not wanted.
  private var collectingDepth: Int?
  private var text = ""

  /// Stands before the root.
  init(_ content: Content) {
    self.content = content
  }

  /// Enters an element.
  mutating func begin(_ name: String, in namespace: String?, attributes: [String: String]) {
    let place = place(of: name, in: namespace)
    if open.isEmpty { rootIsKnown = place != nil }
    open.append(place)
    guard let place else { return }
    content.begin(place, attributes: attributes)
    if Content.holdsText(place) {
      collectingDepth = open.count
      text = ""
    }
  }

  private func place(of name: String, in namespace: String?) -> Content.Place? {
    guard let parent = open.last else {
      return Content.place(of: name, in: namespace, within: nil)
    }
    // What stands within an unknown element is unknown.
    return parent.flatMap { Content.place(of: name, in: namespace, within: $0) }
  }

  /// Leaves the element that was entered last.
  mutating func end() {
    let depth = open.count
    if let place = open.popLast() ?? nil {
      content.end(place, text: collectingDepth == depth ? text : "")
      if collectingDepth == depth { collectingDepth = nil }
    }
    if open.isEmpty { sawEnd = true }
  }

  /// Takes text where it is wanted.
  mutating func add(_ more: String) {
    if collectingDepth != nil { text += more }
  }
}
