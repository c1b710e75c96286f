import Testing

@testable import arxiv_digest

@Suite("Help")
struct HelpTests {
  @Test("every command has its line in the general help, in one group")
  func commands() {
    let grouped = CommandGroup.allCases.flatMap(\.commands)
    #expect(grouped.count == Command.allCases.count)
    #expect(Set(grouped) == Set(Command.allCases))
    for command in Command.allCases {
      #expect(Help.text(on: nil).contains("\n  \(command.usage)  "), "\(command.rawValue)")
    }
    for group in CommandGroup.allCases {
      #expect(Help.text(on: nil).contains("\n\n\(group.title):\n  "))
    }
  }

  @Test("the help on a command has its usage, its own options and no others, examples, statuses")
  func sections() throws {
    for command in Command.allCases {
      let text = Help.text(on: command)
      #expect(text.hasPrefix("arxiv-digest \(command.rawValue): "))
      #expect(text.contains("\n\nusage: arxiv-digest \(command.usage)"))
      for option in Option.allCases {
        #expect(
          text.contains("\n  \(option.usage)  ") == command.options.contains(option),
          "\(command.rawValue) \(option.flag)")
      }
      #expect(text.contains("\n\nexamples:\n  "))
      #expect(text.contains("\n\nexit status:\n  0 "))
    }
  }

  @Test("examples are commands that the program understands")
  func examples() throws {
    for command in Command.allCases {
      #expect(!command.examples.isEmpty)
      for example in command.examples {
        let words = example.split(separator: " ").map(String.init)
        let start = try #require(words.firstIndex { $0.hasSuffix("arxiv-digest") })
        let own = words[(start + 1)...].prefix { !$0.hasPrefix(">") && $0 != "&&" }
          .map { $0.hasSuffix(")") ? String($0.dropLast()) : $0 }
        #expect(try Arguments(Array(own)).command == command, "\(example)")
      }
    }
  }

  @Test("no line is wider than a terminal of eighty columns")
  func width() {
    for text in ([nil] + Command.allCases).map(Help.text) {
      for line in text.split(separator: "\n") { #expect(String(line).columns <= 80, "\(line)") }
    }
  }

  @Test("every command is explained at some length")
  func details() {
    for command in Command.allCases {
      #expect(Help.details(of: command).count > 60, "\(command.rawValue)")
    }
  }

  @Test("texts have no line end at their end, which printing adds")
  func ends() {
    for text in ([nil] + Command.allCases).map(Help.text) {
      #expect(text.last != "\n" && !text.contains("\n\n\n"))
    }
  }
}

@Suite("Blocks of text")
struct TextBlockTests {
  @Test(
    "an empty line ends a paragraph, and an indented line keeps its break",
    arguments: [
      ("", []), ("a\nb", [.words("a b")]), ("a\n\nb", [.words("a"), .words("b")]),
      ("a:\n  b\n    c\nd", [.words("a:"), .lines(["b", "  c"]), .words("d")]),
      ("  a\n\n  b", [.lines(["a"]), .lines(["b"])]), ("a\n \n\nb\n", [.words("a"), .words("b")]),
    ] as [(String, [TextBlock])])
  func blocks(text: String, blocks: [TextBlock]) {
    #expect(TextBlock.all(in: text) == blocks)
  }

  @Test(
    "words fill lines up to their width, Japanese ones counted double",
    arguments: [
      ("a bb ccc", 4, 0, "a bb\nccc"), ("a bb ccc", 80, 0, "a bb ccc"), ("", 10, 2, ""),
      ("abcdef g", 3, 0, "abcdef\ng"), ("aa bb cc", 7, 2, "aa bb\n  cc"),
      ("あい う", 6, 0, "あい\nう"), ("あい う", 7, 0, "あい う"),
    ])
  func filling(words: String, columns: Int, indent: Int, text: String) {
    #expect(words.filled(columns: columns, indent: indent) == text)
  }
}
