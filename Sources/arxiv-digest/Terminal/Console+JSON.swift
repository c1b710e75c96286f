import JSONText
import Records

extension Console {
  /// Prints one object for other programs: `format` and `command` first, then what `write` sets.
  ///
  /// Within a format fields are added and never renamed. Texts stand there as they are, without what
  /// is done to them for a terminal.
  func print(json command: String, _ write: (inout JSONObject) -> Void) {
    var object = JSONObject()
    object.set("format", 1)
    object.set("command", command)
    write(&object)
    print(String(decoding: object.line, as: UTF8.self))
  }
}
