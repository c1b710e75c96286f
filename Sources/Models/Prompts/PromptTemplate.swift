import Foundation

/// A prompt file with `{{name}}` holes.
package struct PromptTemplate: Sendable, Equatable {
  private enum Piece: Sendable, Equatable {
    case text(String)
    case hole(String)
  }

  /// The file that the template comes from.
  package let file: String
  /// The file's text, for fingerprints.
  package let text: String
  private let pieces: [Piece]

  /// Reads a template that must have exactly the given holes.
  ///
  /// Throws `TemplateError`, which names the file and the hole.
  package init(file: String, text: String, holes: Set<String>) throws {
    self.file = file
    self.text = text
    pieces = try Self.pieces(of: text, file: file)
    let found = Set(pieces.compactMap { if case .hole(let name) = $0 { name } else { nil } })
    if let unknown = found.subtracting(holes).min() {
      throw TemplateError.unknownHole(file: file, name: unknown, known: holes.sorted())
    }
    if let missing = holes.subtracting(found).min() {
      throw TemplateError.missingHole(file: file, name: missing)
    }
    guard text.contains(where: { !$0.isWhitespace }) else { throw TemplateError.empty(file: file) }
  }

  private static func pieces(of text: String, file: String) throws -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      pieces.append(.text(String(rest[..<open.lowerBound])))
      let after = rest[open.upperBound...]
      guard let close = after.firstRange(of: "}}") else {
        let line = text[..<open.lowerBound].utf8.count { $0 == 0x0A } + 1
        throw TemplateError.unclosedHole(file: file, line: line)
      }
      pieces.append(.hole(String(after[..<close.lowerBound])))
      rest = after[close.upperBound...]
    }
    pieces.append(.text(String(rest)))
    return pieces
  }

  /// Fills the holes; what is filled in is never looked at for holes again.
  ///
  /// A hole without a value stays empty; `init` has checked the names.
  package func filled(_ values: [String: String]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .hole(let name): values[name] ?? ""
      }
    }.joined()
  }

  /// The lines that head a part of the prompt, without their marks.
  ///
  /// A model that repeats one has copied its instructions.
  package var headings: [String] {
    let lines = text.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    return lines.filter { $0.hasPrefix("#") }.map { line in
      line.drop { $0 == "#" }.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }
}

/// Why a prompt file cannot be used.
package enum TemplateError: Error, Equatable, CustomStringConvertible {
  /// The file asks for a value that nobody fills in.
  case unknownHole(file: String, name: String, known: [String])
  /// The file leaves out a value without which the question makes no sense.
  case missingHole(file: String, name: String)
  /// A hole has no end.
  case unclosedHole(file: String, line: Int)
  /// The file has no text.
  case empty(file: String)

  package var description: String {
    switch self {
    case .unknownHole(let file, let name, let known):
      "\(file): unknown hole {{\(name)}}; "
        + (known.isEmpty
          ? "this prompt has none" : "known: \(known.map { "{{\($0)}}" }.joined(separator: ", "))")
    case .missingHole(let file, let name):
      "\(file): the hole {{\(name)}} is missing; write it where that belongs"
    case .unclosedHole(let file, let line):
      "\(file):\(line): a hole opens with {{ and is not closed; add the }}"
    case .empty(let file):
      "\(file): the prompt is empty; copy it from the files that come with the program"
    }
  }
}
