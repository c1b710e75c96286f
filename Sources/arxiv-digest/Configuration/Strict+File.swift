import Foundation
import Models

extension StrictlyDecodable {
  /// Reads the file; throws `UsageError` that names the file and the line.
  static func read(_ path: String) throws -> Self { try load(path).value }

  /// Reads the file, and where everything stands in it.
  ///
  /// Throws `UsageError` that names the file and the line. Comments and a comma behind the last item
  /// are no mistakes.
  static func load(_ path: String) throws -> (value: Self, place: JSONPlace) {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw UsageError(
        FileManager.default.fileExists(atPath: path)
          ? "\(path): cannot be read; check its permissions"
          : "\(path): is missing; copy it from the files that come with the program")
    }
    let place: JSONPlace
    do { place = JSONPlace(file: path, lines: try JSONScanner.lines(of: Array(data))) } catch {
      throw UsageError("\(path):\(error.line):\(error.column): \(error.message)")
    }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do { return (try decoder.decode(Strict<Self>.self, from: data).value, place) } catch {
      throw UsageError(sentence(for: error, in: place))
    }
  }

  private static func sentence(for error: any Error, in file: JSONPlace) -> String {
    switch error {
    case let error as UnknownField:
      let place = DecodingError.path(error.path)
      let hint = nearest(error.name, error.known)
      return "\(file[error.path][error.name].source): unknown key '\(error.name)'"
        + (place.isEmpty ? "" : " in \(place)")
        + (hint.isEmpty ? "; known: \(error.known.sorted().joined(separator: ", "))" : hint)
    case DecodingError.keyNotFound(let key, let context):
      let path = DecodingError.path(context.codingPath + [key])
      return "\(file[context.codingPath].source): the key '\(path)' is missing"
    case DecodingError.typeMismatch(let type, let context),
      DecodingError.valueNotFound(let type, let context):
      let path = DecodingError.path(context.codingPath)
      return "\(file[context.codingPath].source): the value "
        + (path.isEmpty ? "" : "of '\(path)' ") + "must be \(words(for: type))"
    case let error as UnfitNumber:
      let path = DecodingError.path(error.path)
      return "\(file[error.path].source): a number" + (path.isEmpty ? "" : " in \(path)")
        + " has a fraction where none may be, or is too large; write a whole number"
    default: return "\(file): makes no sense as a whole; compare it with the shipped file"
    }
  }

  /// What JSON calls a value of a type.
  private static func words(for type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text in quotes"
    case is Bool.Type: "true or false"
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    default: "an object or a list, as in the shipped file"
    }
  }
}
