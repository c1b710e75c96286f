import Testing

@testable import Validation

@Suite("Words and their marks")
struct WordMarkTests {
  @Test(
    "a mark is that of the letters and digits, whatever stands between them",
    arguments: [
      ("GPT-4", "gpt4"), ("zk-SNARK", "zkSNARK"), ("U-Net", "u net"), ("", "--"),
      ("naïve", "naïve"), ("AT&T", "ATT"),
    ])
  func same(one: String, other: String) {
    #expect(WordMark(one).value == WordMark(other).value)
  }

  @Test(
    "other letters, or the same in another order, have another mark",
    arguments: ["tides", "tied", "tid", "etid", "", "t1de"])
  func other(word: String) {
    #expect(WordMark(word).value != WordMark("tide").value)
  }

  @Test("the marks of parts add up, in any grouping")
  func sum() {
    let (one, two, three) = (WordMark("zk"), WordMark("SNARK"), WordMark("s"))
    #expect(one.followed(by: two) == WordMark("zkSNARK"))
    #expect(one.followed(by: two).followed(by: three) == one.followed(by: two.followed(by: three)))
    #expect(WordMark().followed(by: one) == one)
    #expect(one.followed(by: WordMark()) == one)
  }

  @Test(
    "a text falls into runs of letters and digits",
    arguments: [
      ("", []), ("潮の表", []), ("GPT-4で", ["GPT", "4"]), ("a_b", ["a", "b"]), ("3×3", ["3", "3"]),
      ("naïve潮Bayes", ["naïve", "Bayes"]),
      ("Erdős", ["Erdős"]), ("12ms", ["12ms"]), ("潮é", ["é"]), ("🌊a🌊", ["a"]), ("Ｔide", ["ide"]),
    ])
  func atoms(text: String, runs: [String]) {
    let bytes = Array(text.utf8)
    #expect(Array<Atom>(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) } == runs)
  }

  @Test("a run knows its letters and its stem")
  func atom() throws {
    let atom = try #require(Array<Atom>(in: Array("LLMs".utf8)).first)
    #expect([atom.capitals, atom.smalls] == [3, 1])
    #expect(atom.initial == UInt8(ascii: "l"))
    #expect(atom.mark == WordMark("llms"))
    #expect(atom.stem == WordMark("LLM"))
    #expect(!atom.beginsWithDigit && !atom.isNumber)
    // Two letters are too few for a plural.
    let short = try #require(Array<Atom>(in: Array("as".utf8)).first)
    #expect(short.stem == short.mark)
    let number = try #require(Array<Atom>(in: Array("40".utf8)).first)
    #expect(number.beginsWithDigit && number.isNumber)
  }

  @Test(
    "words are names and other Latin words, and no numbers with their units",
    arguments: [
      ("GPT-4とLLaMA 2", ["GPT-4", "LLaMA"]), ("1,000件と6-50%", []), ("12msと12 ms", []),
      ("7Bのモデル", []),
      ("3Dの形", ["3D"]), ("zk-SNARKを x_1 で", ["zk-SNARK", "x_1"]),
      ("AT&TやU-Net", ["AT&T", "U-Net"]),
      ("IEEE 802.11ax", ["IEEE", "802.11ax"]), ("A, B", ["A", "B"]), ("4-bit量子化", ["4-bit"]),
      ("don't", ["don't"]),
    ])
  func words(text: String, words: [String]) {
    let read = ReadText(text, in: .remark)
    #expect(read.words.map { String(decoding: read.bytes[$0.range], as: UTF8.self) } == words)
  }

  @Test(
    "a name is written like nothing else",
    arguments: [
      ("DFQ", true, false), ("SupplySim", true, false), ("Llama-3", true, false),
      ("H100", true, false), ("X", true, false),
      ("Laplace", false, false), ("port", false, true), ("k-means", false, true),
    ])
  func names(text: String, isName: Bool, isPlain: Bool) throws {
    let word = try #require(ReadText(text, in: .remark).words.first)
    #expect(word.isName == isName)
    #expect(word.isPlain == isPlain)
  }

  @Test("a table of marks finds what it was given, and stems if asked to")
  func table() {
    let table = MarkTable(["tide": 1, "ports": 2], stemmed: true)
    #expect(table[WordMark("TIDE")] == 1)
    #expect(table[WordMark("port")] == 2)
    #expect(table[WordMark("ports")] == nil)
    #expect(MarkTable(["ports": 2])[WordMark("ports")] == 2)
    #expect(MarkTable<Int>([:])[WordMark("tide")] == nil)
  }

  @Test(
    "phrases are found in any case, one within another, and of one character",
    arguments: [
      ("", []), ("潮", [4]), ("a tide", [1]), ("A TIDE", [1]), ("tides", [1, 2]), ("満ち引き", [3]),
      ("tid", []), ("潮tide潮", [4, 4, 1]),
    ])
  func phrases(text: String, values: [Int]) {
    let table = PhraseTable([("tide", 1), ("Tides", 2), ("満ち引き", 3), ("潮", 4), ("", 5)])
    #expect(table.matches(in: Array(text.unicodeScalars)).map(\.value) == values)
  }
}
