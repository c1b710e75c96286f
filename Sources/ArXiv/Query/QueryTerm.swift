import Foundation
import Records

/// What is searched for in one field.
package struct QueryTerm: Sendable, Equatable, CustomStringConvertible {
  /// Where it is searched for.
  package let field: QueryField
  /// The term with its field, as it could stand in a query.
  package let description: String
  /// Where the term stands, in Unicode scalars of the query.
  package internal(set) var range: Range<Int>
  /// What a text must hold, word after word; empty where a wildcard is used or one value meant.
  let words: [SearchableText.Word]
  /// What a word or the one value must be like; nil where words are searched for.
  let wildcard: Wildcard?

  /// Takes what stands behind a field; throws `QueryError` where nothing could be searched for.
  init(
    _ field: QueryField, _ value: String, isPhrase: Bool, at range: Range<Int>
  ) throws(QueryError) {
    self.field = field
    self.range = range
    description = "\(field):" + (isPhrase ? "\"\(QueryTerm.line(value))\"" : value)
    let start = range.lowerBound
    let all = SearchableText(value).words.map(\.word)
    if let place = Self.wildcard(in: value, isPhrase: isPhrase) {
      if isPhrase { throw .quotedWildcard(at: start + 1 + place) }
      if place == 0 { throw .leadingWildcard(at: start) }
      if field.isText, !Self.isOneWord(value) { throw .dividedWildcard(at: start + place) }
    }
    guard !all.isEmpty else {
      throw isPhrase ? .emptyPhrase(at: start) : .emptyTerm(field, at: start)
    }
    let isWildcard = !field.isText || !isPhrase && Self.wildcard(in: value, isPhrase: false) != nil
    words = isWildcard ? [] : all
    wildcard = isWildcard ? Wildcard(Self.value(of: field, value)) : nil
  }

  /// The archive of a category or of categories, such as `cs` of `cs.*`; nil for other terms.
  var archive: String? {
    guard field == .category, let text = wildcard?.text else { return nil }
    let archive = text.prefix { $0 != "." }
    return archive.contains { "*?".contains($0) } ? nil : String(archive)
  }

  private static func line(_ value: String) -> String {
    QueryText.line(value.unicodeScalars, 0..<value.unicodeScalars.count)
  }

  /// How many characters stand before the first wildcard; within quotes, a question mark that ends a
  /// word is none.
  private static func wildcard(in value: String, isPhrase: Bool) -> Int? {
    let scalars = Array(value.unicodeScalars)
    return scalars.indices.first { index in
      guard isPhrase, scalars[index] == "?" else {
        return "*?".unicodeScalars.contains(scalars[index])
      }
      return index + 1 < scalars.count && scalars[index + 1].isPartOfWord
    }
  }

  private static func isOneWord(_ value: String) -> Bool {
    value.unicodeScalars.allSatisfy { $0.isPartOfWord || "*?".unicodeScalars.contains($0) }
  }

  /// One value in the form that records have it in: an identifier goes without its version.
  private static func value(of field: QueryField, _ text: String) -> String {
    let text = text.trimmingCharacters(in: .whitespaces)
    return field == .identifier ? ArXivID.parse(text)?.id.text ?? text : text
  }
}
