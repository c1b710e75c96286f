/// What arXiv can be asked about a paper.
package enum QueryField: String, Sendable, CaseIterable, CustomStringConvertible {
  case title = "ti"
  case author = "au"
  case abstract = "abs"
  case comment = "co"
  case journal = "jr"
  case category = "cat"
  case report = "rn"
  case identifier = "id"
  case all
  case doi

  package var description: String { rawValue }

  /// What the field holds, in words.
  package var noun: String {
    switch self {
    case .title: "title"
    case .author: "authors"
    case .abstract: "abstract"
    case .comment: "comment"
    case .journal: "journal reference"
    case .category: "categories"
    case .report: "report number"
    case .identifier: "identifier"
    case .all: "whole record"
    case .doi: "DOI"
    }
  }

  /// True where the record of a paper holds the field.
  package var isRecorded: Bool {
    switch self {
    case .journal, .report, .doi: false
    default: true
    }
  }

  /// True where words are searched for, and not one value.
  var isText: Bool {
    switch self {
    case .category, .identifier, .doi: false
    default: true
    }
  }

  /// The field that was probably meant by another name, such as `abs` by `abstract`.
  static func nearest(to name: String) -> QueryField? {
    let name = name.lowercased()
    return allCases.first { name.hasPrefix($0.rawValue) }
      ?? allCases.first { $0.rawValue.sorted() == name.sorted() }
      ?? allCases.first { isOneOff($0.rawValue, name) }
  }

  /// True where two names of one length differ in one letter.
  private static func isOneOff(_ one: String, _ other: String) -> Bool {
    one.count == other.count && zip(one, other).count { $0 != $1 } == 1
  }
}

/// How two parts of a query are joined.
package enum QueryOperator: String, Sendable {
  case and = "AND"
  case or = "OR"
  /// Also written `AND NOT`, or `NOT` between two parts.
  case andNot = "ANDNOT"
}
