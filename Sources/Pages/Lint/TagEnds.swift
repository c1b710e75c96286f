/// Where the tags, comments and instructions of a text end, asked from its begin to its end.
struct TagEnds {
  private var tags: SignFinder
  private var comments: SignFinder
  private var instructions: SignFinder

  /// Looks through a text.
  init(_ raw: [Unicode.Scalar]) {
    tags = SignFinder([">"], in: raw)
    comments = SignFinder(["-", "-", ">"], in: raw)
    instructions = SignFinder(["?", ">"], in: raw)
  }

  /// The length of a tag behind its `<`; nil where it is none.
  mutating func length(of rest: ArraySlice<Unicode.Scalar>, mayBeOpen: Bool) -> Int? {
    guard let first = rest.first else { return nil }
    let name = first == "/" || first == "!" ? rest.dropFirst() : rest
    let isComment = first == "!" && name.first == "-"
    guard isComment || first == "?" || name.first?.properties.isAlphabetic ?? false else {
      return nil
    }
    let start = rest.startIndex
    let end =
      isComment
      ? comments.end(from: start)
      : first == "?" ? instructions.end(from: start) : tags.end(from: start)
    guard end != nil || mayBeOpen && "!?".unicodeScalars.contains(first) else { return nil }
    return (end ?? rest.endIndex) - start
  }
}
