/// Any JSON value, for comparing documents without regard to the order of their keys.
enum JSONTree: Decodable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case flag(Bool)
  /// A number.
  case number(Double)
  /// A string.
  case text(String)
  /// An array.
  case list([JSONTree])
  /// An object.
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    self =
      if value.decodeNil() {
        .null
      } else if let flag = try? value.decode(Bool.self) {
        .flag(flag)
      } else if let number = try? value.decode(Double.self) {
        .number(number)
      } else if let text = try? value.decode(String.self) {
        .text(text)
      } else if let list = try? value.decode([JSONTree].self) {
        .list(list)
      } else {
        .object(try value.decode([String: JSONTree].self))
      }
  }

  /// The values of an object; nil for everything else.
  var fields: [String: JSONTree]? {
    if case .object(let fields) = self { fields } else { nil }
  }
}
