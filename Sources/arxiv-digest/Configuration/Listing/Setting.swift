/// One setting, with the value that counts and where that comes from.
struct Setting: Equatable {
  /// Its name: a path in `digest.json`, a variable, an option or a file.
  let name: String
  /// The value, in words; never that of a key.
  let value: String
  /// Where it comes from, such as `digest.json:34`, `.env:4` or `default`.
  let source: String

  /// What is said of a value that nobody has set.
  static let unset = "default"

  /// A setting with a source of its own.
  init(_ name: String, _ value: String, from source: String = unset) {
    self.name = name
    self.value = value
    self.source = source
  }

  /// A setting of a JSON file; where it is left out there, the value is the program's own.
  init(_ place: JSONPlace, _ value: String) {
    self.init(place.path, value, from: place.isThere ? place.source : Self.unset)
  }

  /// A variable of the environment or of `.env`.
  init(_ variable: Variable, _ value: String, in variables: Variables) {
    let name = variable.rawValue
    self.init(name, value, from: variables.source(of: name) ?? Self.unset)
  }
}

/// Settings that belong together.
struct SettingGroup: Equatable {
  /// What they are about.
  let title: String
  /// What all names begin with, and need not be repeated under the title; empty for most.
  var prefix = ""
  /// The settings.
  let settings: [Setting]
}

extension Bool {
  /// As `digest.json` has it.
  var word: String { self ? "true" : "false" }
}

extension Double {
  /// Without a point where there is nothing behind it.
  var word: String { self == rounded() && magnitude < 1e15 ? "\(Int(self))" : "\(self)" }
}
