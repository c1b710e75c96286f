/// A file of Markdown as lines, out of which the same bytes can be made again.
package struct PageText: Sendable, Equatable {
  /// One line of the file.
  struct Line: Sendable, Equatable {
    /// The line's number; the first one has 1.
    let number: Int
    /// The characters before the line's end.
    let scalars: [Unicode.Scalar]
    /// What ends the line: a line feed, with a carriage return or without, or nothing.
    let end: String

    /// True where nothing but white space stands on the line.
    var isBlank: Bool { scalars.allSatisfy(\.properties.isWhitespace) }

    /// How many characters of white space begin the line.
    var indent: Int { scalars.prefix(while: \.properties.isWhitespace).count }

    /// The text without white space at its ends.
    var content: ArraySlice<Unicode.Scalar> {
      let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? indent
      return scalars[min(indent, end)..<end]
    }
  }

  /// Why a file is no text.
  package struct NotText: Error, Equatable {
    /// The first line that is not UTF-8.
    package let line: Int
  }

  /// The lines; a file that ends with a line end has no empty line behind it.
  let lines: [Line]
  /// True where the file begins with a byte order mark.
  let hasMark: Bool

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Reads the bytes of a file; throws `NotText` where they are not UTF-8.
  package init(_ bytes: [UInt8]) throws(NotText) {
    hasMark = bytes.starts(with: Self.mark)
    var lines: [Line] = []
    var rest = bytes.dropFirst(hasMark ? Self.mark.count : 0)
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A)
      let line = try Line(
        number: lines.count + 1, rest[..<(end ?? rest.endIndex)], isEnded: end != nil)
      lines.append(line)
      rest = end.map { rest[($0 + 1)...] } ?? []
    }
    self.lines = lines
  }

  /// Puts lines together.
  init(lines: [Line], hasMark: Bool) {
    self.lines = lines
    self.hasMark = hasMark
  }

  /// The bytes of the file.
  package var bytes: [UInt8] {
    (hasMark ? Self.mark : []) + lines.flatMap { Array(($0.text + $0.end).utf8) }
  }
}

extension PageText.Line {
  /// Reads the bytes between two line feeds.
  fileprivate init(
    number: Int, _ bytes: ArraySlice<UInt8>, isEnded: Bool
  ) throws(PageText.NotText) {
    let hasReturn = isEnded && bytes.last == 0x0D
    guard let text = String(validating: bytes.dropLast(hasReturn ? 1 : 0), as: UTF8.self) else {
      throw PageText.NotText(line: number)
    }
    self.number = number
    scalars = Array(text.unicodeScalars)
    end = isEnded ? (hasReturn ? "\r\n" : "\n") : ""
  }

  /// The line as a string.
  var text: String { String(scalars) }
}

extension String {
  /// The string of some characters.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
