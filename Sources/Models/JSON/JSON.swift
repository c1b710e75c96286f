package import JSONText

/// Any JSON value: what a dialect sends, and what an error body may be.
package enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  /// The member of an object; null where there is none.
  package subscript(_ key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  /// The items of a list; none for every other value.
  package var items: [JSON] { if case .list(let items) = self { items } else { [] } }

  /// The text; nil for every other value.
  package var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The whole number; nil for every other value.
  package var integer: Int? { if case .integer(let number) = self { number } else { nil } }

  /// The value with a patch laid over it: a null takes a member away (RFC 7396).
  package func merging(_ patch: JSON) -> JSON {
    guard case .object(let changes) = patch else { return patch }
    var members: [String: JSON] = if case .object(let members) = self { members } else { [:] }
    for (key, change) in changes {
      members[key] = change == .null ? nil : (members[key] ?? .null).merging(change)
    }
    return .object(members)
  }
}

extension JSON: JSONReadable {
  package init(json: JSONElement) throws(JSONError) {
    switch json.form {
    case .null: self = .null
    case .yes: self = .bool(true)
    case .no: self = .bool(false)
    case .number: self = try Self.number(json.number())
    case .text: self = .text(try json.text())
    case .array: self = .list(try [JSON](json: json))
    case .object:
      var members: [String: JSON] = [:]
      try JSONFields(json).forEach { name, value throws(JSONError) in
        guard members[name] == nil else { return }
        do throws(JSONError) { members[name] = try JSON(json: value) } catch {
          throw error.inside(name)
        }
      }
      self = .object(members)
    }
  }

  private static func number(_ number: JSONNumber) throws(JSONError) -> JSON {
    // What is no whole number is a number all the same.
    if let whole = try? number.whole() { return .integer(whole) }
    return .number(try number.double())
  }
}

extension JSON: Decodable {
  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    // A decoder does not tell of which type a value is, so each is tried.
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Int.self) {
      self = .integer(number)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let items = try? value.decode([JSON].self) {
      self = .list(items)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) {
    self = .text(text)
  }

  package init(booleanLiteral bool: Bool) {
    self = .bool(bool)
  }

  package init(integerLiteral number: Int) {
    self = .integer(number)
  }

  package init(arrayLiteral items: JSON...) {
    self = .list(items)
  }

  /// An object; a null member is left out, so that a literal can name what is not always sent.
  package init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(
      Dictionary(members.filter { $0.1 != .null }) { _, last in last })
  }
}

extension Optional {
  /// The value made JSON; null where there is none.
  func json(_ make: (Wrapped) -> JSON) -> JSON {
    map(make) ?? .null
  }
}
