/// What is kept of an XML document, told by namespace and place.
///
/// Elements are never told apart by prefix or order.
protocol DocumentContent {
  /// The places of the document that matter.
  associatedtype Place: Equatable

  /// Where an element stands; nil for the document's root as `parent`, and as the answer for an
  /// element that is not known there.
  static func place(of name: String, in namespace: String?, within parent: Place?) -> Place?

  /// True for a place whose text is wanted; what unknown elements within it hold belongs to it, and
  /// no element within it is known.
  static func holdsText(_ place: Place) -> Bool

  /// Takes the beginning of a known element.
  mutating func begin(_ place: Place, attributes: [String: String])

  /// Takes the end of a known element, with its text where that is wanted.
  mutating func end(_ place: Place, text: String)
}

/// Why bytes are not the document that was expected.
enum DocumentError: Error, Equatable {
  /// The root is another one, or there is none.
  case otherRoot(excerpt: String)
  /// A document type is declared, which can hide or multiply text.
  case documentType
  /// The document breaks off.
  case truncated
  /// The document is not well-formed, even after repair.
  case malformed(line: Int)
}
