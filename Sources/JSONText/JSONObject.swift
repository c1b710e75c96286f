/// Writes one JSON object with its fields in the order in which they are set.
///
/// `JSONEncoder` cannot keep an order, and the files on disk promise one: `id` first, the rest as a
/// person would read it. `JSONFields` reads it back.
package struct JSONObject {
  /// What is written so far.
  private var bytes: [UInt8] = [UInt8(ascii: "{")]
  /// True where the object that is being written has no field yet.
  private var isEmpty = true

  /// Begins an empty object.
  package init() {
    bytes.reserveCapacity(1024)
  }

  /// The object as one line of JSON, without a line end.
  package var line: [UInt8] { bytes + [UInt8(ascii: "}")] }

  /// Ends the object and its line; returns the line with its end.
  package consuming func ended() -> [UInt8] {
    bytes.append(UInt8(ascii: "}"))
    bytes.append(0x0A)
    return bytes
  }

  /// Sets a text; nothing is written for nil.
  package mutating func set(_ name: String, _ text: String?) {
    guard let text else { return }
    begin(name)
    append(text)
  }

  /// Sets a whole number.
  package mutating func set(_ name: String, _ number: Int) {
    begin(name)
    bytes += String(number).utf8
  }

  /// Sets a yes or a no.
  package mutating func set(_ name: String, _ flag: Bool) {
    begin(name)
    bytes += (flag ? "true" : "false").utf8
  }

  /// Sets a number; nothing is written for nil or for what JSON cannot write.
  package mutating func set(_ name: String, _ number: Double?) {
    guard let number, number.isFinite else { return }
    begin(name)
    bytes += number.description.utf8
  }

  /// Sets a list of texts; nothing is written for nil.
  package mutating func set(_ name: String, _ texts: [String]?) {
    guard let texts else { return }
    begin(name)
    appendList(texts) { $0.append($1) }
  }

  /// Sets an object that `write` fills; nothing is written for nil.
  package mutating func set(_ name: String, _ write: ((inout JSONObject) -> Void)?) {
    guard let write else { return }
    begin(name)
    append(write)
  }

  /// Sets a list of objects, each filled by a function.
  package mutating func set(_ name: String, _ objects: [(inout JSONObject) -> Void]) {
    begin(name)
    appendList(objects) { $0.append($1) }
  }

  /// Sets a list of objects, each filled by `write` from an item of a list, which may be long.
  package mutating func set<Item>(
    _ name: String, _ items: [Item], _ write: (Item, inout JSONObject) -> Void
  ) {
    begin(name)
    let start = bytes.count
    var isFirst = true
    appendList(items) { object, item in
      object.append { write(item, &$0) }
      // Most are as long as the first; what grows by doubling holds as much again for a moment.
      guard isFirst else { return }
      isFirst = false
      object.bytes.reserveCapacity(start + (items.count + 1) * (object.bytes.count - start + 1))
    }
  }

  private mutating func begin(_ name: String) {
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    isEmpty = false
    append(name)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func append(_ write: (inout JSONObject) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    isEmpty = true
    write(&self)
    isEmpty = false
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func appendList<Item>(
    _ items: [Item], _ append: (inout JSONObject, Item) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(&self, item)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func append(_ text: String) { bytes.append(jsonText: text) }
}
