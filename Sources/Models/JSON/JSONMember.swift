extension ArraySlice<UInt8> {
  /// The bytes of a member of an object, as they stand in a text that is known to be JSON; nil where
  /// there is none.
  ///
  /// What is within is left as it was sent, for whoever reads it next; an escaped name is not found.
  func jsonMember(_ name: String) -> ArraySlice<UInt8>? {
    var depth = 0
    // The last text at the object's own level, which is a name where a colon follows.
    var text: ArraySlice<UInt8> = []
    var start: Int?
    var place = startIndex
    while place < endIndex {
      switch self[place] {
      case UInt8(ascii: "\""):
        let end = endOfJSONText(from: place)
        if depth == 1, start == nil { text = self[(place + 1)..<end] }
        place = end
      case UInt8(ascii: ":") where depth == 1 && start == nil && text.elementsEqual(name.utf8):
        start = place + 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ","):
        if depth == 1, let start { return self[start..<place] }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return start.map { self[$0..<place] } }
      default: break
      }
      place += 1
    }
    return nil
  }

  /// Where the text that begins at a quote has its other quote.
  private func endOfJSONText(from quote: Int) -> Int {
    var place = quote + 1
    while place < endIndex, self[place] != UInt8(ascii: "\"") {
      place += self[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return Swift.min(place, endIndex)
  }
}
