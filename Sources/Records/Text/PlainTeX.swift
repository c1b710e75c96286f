extension String {
  /// The text without a backslash: what a prompt shows of a title or an abstract.
  ///
  /// Models copy LaTeX into JSON as it stands, where `\name` becomes a line end and `ame`. Signs,
  /// letters and fractions are written as what they stand for, commands of form are left out, and a
  /// command that the authors have defined is named in brackets that no abstract has: `\name` becomes
  /// `〔name〕`.
  package var withoutCommands: String {
    guard holdsBackslash else { return self }
    return PlainTeX(Array(unicodeScalars), depth: 0).text()
  }
}

extension String {
  /// Most texts do not; by places, because to ask the whole takes ten times as long.
  fileprivate var holdsBackslash: Bool {
    let bytes = utf8.span
    return bytes.indices.contains { bytes[$0] == UInt8(ascii: "\\") }
  }
}

/// Reads LaTeX from left to right, and writes it without commands.
private struct PlainTeX {
  private let letter: TeXLetter
  private let depth: Int
  private var place = 0
  private var output = String.UnicodeScalarView()
  /// For each open brace, whether it is written: those of a command of form are not.
  private var braces: [Bool] = []

  /// Fractions within fractions that are looked into.
  private static let deepest = 4
  /// Scalars of an argument that is read as a whole.
  private static let longestArgument = 1000

  private var input: [Unicode.Scalar] { letter.input }

  init(_ input: [Unicode.Scalar], depth: Int) {
    letter = TeXLetter(input: input, isName: false)
    self.depth = depth
  }

  func text() -> String {
    var reader = self
    while reader.place < input.count { reader.step() }
    return String(reader.output)
  }

  private mutating func write(_ text: String) {
    output.append(contentsOf: text.unicodeScalars)
  }

  private mutating func step() {
    let scalar = input[place]
    place += 1
    switch scalar {
    case "\\": command()
    case "{":
      if letterInBraces() { return }
      braces.append(true)
      output.append(scalar)
    case "}":
      if braces.popLast() ?? true { output.append(scalar) }
    default: output.append(scalar)
    }
  }

  /// Reads `\'e}` behind a brace that only keeps a letter together.
  private mutating func letterInBraces() -> Bool {
    guard place < input.count, input[place] == "\\",
      let (letters, end) = letter.read(at: place + 1), end < input.count,
      input[end] == "}"
    else { return false }
    write(letters)
    place = end + 1
    return true
  }

  private mutating func command() {
    if let (letters, end) = letter.read(at: place) {
      write(letters)
      place = end
      return
    }
    let name = input[place...].prefix { $0.isASCII && $0.properties.isAlphabetic }
    guard !name.isEmpty else { return escapedSign() }
    place += name.count
    let word = String(String.UnicodeScalarView(name))
    if let sign = TeXSigns.signs[word] {
      write(sign)
      skipEmptyGroup()
    } else if TeXSigns.fractions.contains(word) {
      fraction()
    } else if TeXSigns.silent.contains(word) {
      _ = argument()
    } else if TeXSigns.forms.contains(word) {
      // An address in front of the words; a sign above a letter that changes what it means.
      if word == "href" { _ = argument() }
      if word.hasSuffix("tilde") { write("~") }
      openSilently()
    } else {
      write("〔\(word)〕")
      skipEmptyGroup()
    }
  }

  /// Writes a fraction on one line: `1/2`, or `(a+b)/c`.
  private mutating func fraction() {
    let start = place
    guard depth < Self.deepest, let above = argument(), let below = argument() else {
      place = start
      return openSilently()
    }
    write([above, below].map(part).joined(separator: "/"))
  }

  /// A part of a fraction, in brackets where it is more than a number or a word.
  private func part(_ argument: ArraySlice<Unicode.Scalar>) -> String {
    let text = PlainTeX(Array(argument), depth: depth + 1).text()
    let isOne = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "."
    }
    return isOne ? text : "(\(text))"
  }

  /// Takes what stands between the braces that come next; nil where none do, or they do not end.
  private mutating func argument() -> ArraySlice<Unicode.Scalar>? {
    var start = place
    while start < input.count, input[start] == " " { start += 1 }
    // Options in front of the argument.
    if start < input.count, input[start] == "[" {
      guard let end = input[start...].prefix(Self.longestArgument).firstIndex(of: "]") else {
        return nil
      }
      start = end + 1
    }
    guard start < input.count, input[start] == "{" else { return nil }
    var open = 0
    for index in input[start...].prefix(Self.longestArgument).indices {
      let isEscaped = input[index - 1] == "\\"
      if input[index] == "{", !isEscaped { open += 1 }
      if input[index] == "}", !isEscaped { open -= 1 }
      if open == 0 {
        place = index + 1
        return input[start + 1..<index]
      }
    }
    return nil
  }

  /// A backslash before a sign: the sign itself, or a space of LaTeX.
  private mutating func escapedSign() {
    guard place < input.count else { return }
    let sign = input[place]
    switch sign {
    case "%", "&", "_", "#", "$", "{", "}": output.append(sign)
    case ",", ";", ":", " ", "\\", "/", "~": output.append(" ")
    case "(", ")", "[", "]": output.append("$")
    case "!", "-", "'", "`", "^", "\"", "=", ".", "|": break
    default: return
    }
    place += 1
  }

  /// Leaves out the brace that opens a command's argument, and with it the one that closes it.
  private mutating func openSilently() {
    var next = place
    while next < input.count, input[next] == " " { next += 1 }
    guard next < input.count, input[next] == "{" else { return }
    place = next + 1
    braces.append(false)
  }

  /// Writers put `{}` behind a command, to keep the blank that LaTeX would swallow.
  private mutating func skipEmptyGroup() {
    if input[place...].starts(with: ["{", "}"]) { place += 2 }
  }
}
