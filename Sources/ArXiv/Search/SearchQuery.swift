import Foundation
package import Records

/// What is asked of arXiv's search: a topic within a span of time.
package struct SearchQuery: Sendable, Equatable, CustomStringConvertible {
  /// The whole `search_query`, parenthesised so that no operator can reach across.
  ///
  /// arXiv's operators are right-associative and without precedence: an unparenthesised `A OR B AND
  /// week` would search A in all years. The upper end of the window is the next day's midnight,
  /// because `2359` would lose the last minute; what is on the border is checked again locally.
  package let description: String

  /// Narrows a topic to the papers submitted within a week.
  package init(topic: Topic, week: Week) {
    self.init(topic: topic, window: SearchWindow(week))
  }

  /// Narrows a topic to the papers submitted within a window.
  init(topic: Topic, window: SearchWindow) {
    description = "(\(topic.query)) AND submittedDate:[\(window.from) TO \(window.to)]"
  }

  /// True where the echo of a feed's title means the same query.
  ///
  /// The server answers in its own spelling: brackets come back as quotes, spaces may differ. So
  /// only letters and digits are compared.
  func matches(echo title: String) -> Bool {
    guard let start = title.range(of: "search_query=")?.upperBound else { return false }
    let end = title.range(of: "&id_list=")?.lowerBound ?? title.endIndex
    guard start <= end else { return false }
    return Self.essence(of: title[start..<end]) == Self.essence(of: description[...])
  }

  private static func essence(of text: Substring) -> [UInt8] {
    text.utf8.filter { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: byte >= 0x80
      }
    }
  }
}
