/// Where the values of a JSON text (RFC 8259) stand; found in one pass, and not read yet.
///
/// The map takes what `JSONDecoder` takes: a comma too many before a closing bracket is passed over,
/// and inside a text or a number that nobody asks for nothing is looked at but its end.
///
/// A class, because each element that is read holds it.
final class JSONMap {
  /// What stands in a place.
  enum Kind {
    case object
    case array
    /// A text of printable ASCII characters.
    case plain
    /// A text with other characters, and without escapes.
    case unicode
    /// A text with escapes, or with characters that must be escaped and are not.
    case escaped
    case number
    case yes
    case no
    case null
  }

  /// One value, or the name of a field; those of an object or an array follow it.
  ///
  /// Twelve bytes, because a page of many papers is a text of a million places.
  struct Place {
    let kind: Kind
    private let first: UInt32
    private var behind: UInt32

    /// Notes a value; that of an object or an array ends later.
    init(kind: Kind, start: Int, end: Int) {
      self.kind = kind
      first = UInt32(truncatingIfNeeded: start)
      behind = UInt32(truncatingIfNeeded: end)
    }

    /// The first byte; of a text the one behind the quote.
    var start: Int { Int(first) }
    /// Behind the last byte; of an object or an array the number of the place behind all it holds.
    var end: Int {
      get { Int(behind) }
      set { behind = UInt32(truncatingIfNeeded: newValue) }
    }
  }

  /// The text.
  let bytes: ArraySlice<UInt8>
  /// All places in the order of the text; the first is the whole.
  let places: [Place]
  /// True where texts that are read are only looked at: each comes out empty, or throws as it would.
  var onlyChecks = false

  /// Maps a text; throws where it is not JSON, or longer than four gigabytes.
  init(_ bytes: ArraySlice<UInt8>) throws(JSONError) {
    guard bytes.count < UInt32.max else { throw .invalid }
    var scanner = JSONScanner()
    // Some editors write a byte order mark.
    try scanner.scan(bytes.span, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    places = scanner.places
    self.bytes = bytes
  }

  /// The number of the place behind a value.
  func next(after index: Int) -> Int {
    switch places[index].kind {
    case .object, .array: places[index].end
    default: index + 1
    }
  }
}
