import Foundation
import Models

/// A place in a JSON file, as messages name it: `digest.json:34: models.openai`.
struct JSONPlace: Equatable, CustomStringConvertible {
  /// The file's path.
  let file: String
  /// The names and `[0]` that lead to the place; none for the file as a whole.
  private(set) var steps: [String] = []
  private let lines: [[String]: Int]

  /// The file as a whole; where no lines are known, only the file is named.
  init(file: String, lines: [[String]: Int] = [:]) {
    self.file = file
    self.lines = lines
  }

  /// A member of the object.
  subscript(_ name: String) -> JSONPlace { appending(name) }

  /// An item of the list.
  subscript(_ index: Int) -> JSONPlace { appending("[\(index)]") }

  /// The place that a decoder names.
  subscript(_ keys: [any CodingKey]) -> JSONPlace {
    keys.reduce(self) { place, key in key.intValue.map { place[$0] } ?? place[key.stringValue] }
  }

  /// True where something stands there.
  var isThere: Bool { lines[steps] != nil }

  /// The file with the line: of the place, or of the nearest one around it that is there.
  var source: String {
    var steps = steps
    while !steps.isEmpty {
      if let line = lines[steps] { return "\(file):\(line)" }
      steps.removeLast()
    }
    return file
  }

  /// The names that lead there, such as `topics[0].query`; empty for the file as a whole.
  var path: String {
    steps.reduce("") { path, step in
      path.isEmpty || step.hasPrefix("[") ? path + step : "\(path).\(step)"
    }
  }

  var description: String { steps.isEmpty ? file : "\(source): \(path)" }

  private func appending(_ step: String) -> JSONPlace {
    var place = self
    place.steps.append(step)
    return place
  }
}
