extension Mistake {
  /// What else can be wrong in `digest.json`.
  static let ofDigest: [Mistake] = ofNames + ofTopics + ofRules

  private static let ofNames: [Mistake] = [
    .edited(
      #""slug""#, #""slugg""#, ":1: unknown key 'slugg' in topics[0]; did you mean 'slug'?"),
    .edited(
      #""use""#, #""weekstart":"friday","use""#,
      ":3: unknown key 'weekstart'; did you mean 'weekStart'?"),
    .edited(
      #""kind""#, #""apiKey":"sk-1","kind""#,
      ":2: unknown key 'apiKey' in models.m; known: baseURL, extraBody, extraHeaders, fallbacks, "
        + "keyHeader, keyVariable, kind, limits, marksCache, model, needsKey, prices, "
        + "reasoningEffort, structuredOutput, temperature"),
    .edited(
      #""query":"abs:a""#, #""query":7"#,
      ":1: the value of 'topics[0].query' must be a text in quotes"),
    .edited(#","query":"abs:a""#, "", ":1: the key 'topics[0].query' is missing"),
    .edited(#""use":{"translate":"m","#, #""use":{"#, ":3: the key 'use.translate' is missing"),
    .profile(
      #""prices":{"input":1,"output":2}"#, said: ": the key 'models.m.prices.asOf' is missing"),
    .profile(
      #""marksCache":1"#, said: ": the value of 'models.m.marksCache' must be true or false"),
    .profile(
      #""temperature":"1""#, said: ": the value of 'models.m.temperature' must be a number"),
    .profile(
      #""limits":{"outputTokens":1.5}"#,
      said:
        ": a number in models.m.limits has a fraction where none may be, or is too large; write "
        + "a whole number"),
    .profile(
      #""temperature":1e999"#,
      said:
        ": a number in models.m has a fraction where none may be, or is too large; write a whole "
        + "number"),
    .text("{}", ": the key 'topics' is missing"),
    .text("[]", ": the value must be an object or a list, as in the shipped file"),
    Mistake(
      files: ["digest.json": Array("[\"".utf8) + [0xFF] + Array("\"]".utf8)],
      message: "digest.json:1:2: this text is not UTF-8; save the file as UTF-8"),
  ]

  /// Fields of the profile; the message begins with the file and the line alone.
  private static func profile(_ fields: String, said message: String) -> Mistake {
    edited(#""kind""#, fields + #","kind""#, ":2" + message)
  }

  private static let ofTopics: [Mistake] = [
    .edited(
      #"{"slug":"sd","name":"合成データ","query":"abs:a"}"#, "",
      ":1: 'topics' is empty; write a topic there, as in the shipped file"),
    .edited(
      #""slug":"sd""#, #""slug":"../sd""#,
      ":1: topics[0].slug: '../sd' is no slug; write 1 to 32 of the letters a-z, 0-9 and -"),
    .edited(
      #""slug":"sd""#, #""slug":"all""#,
      ":1: topics[0].slug: 'all' is the page of all papers; choose another"),
    .edited(
      #""abs:a"}"#, #""abs:a"},{"slug":"sd","name":"b","query":"abs:b"}"#,
      ":1: topics[1].slug: 'sd' stands there twice; give each topic a slug of its own"),
    .edited("合成データ", " ", ":1: topics[0].name: is empty; fill it in"),
    .edited(#""abs:a""#, #"" ""#, ":1: topics[0].query: is empty; fill it in"),
    .edited(
      "abs:a", "abs:a or abs:b",
      ":1: topics[0].query, character 7: arXiv takes 'or' for a word to search for, all:or; write OR "
        + "in capital letters\n  abs:a or abs:b\n        ^"),
    .edited(
      "abs:a", "abs:" + String(repeating: "a", count: 4000),
      ": topic sd: the query makes a request line of 4206 bytes, arXiv takes 4094; shorten it"),
    .edited(
      #""use""#, #""weekStart":"fryday","use""#,
      ":3: weekStart: 'fryday' is no day of the week; did you mean 'friday'?; known: sunday, monday, "
        + "tuesday, wednesday, thursday, friday, saturday"),
  ]

  private static let ofRules: [Mistake] = [
    .rules(
      #"{"levels":{"latex-macros":"error"}}"#,
      "levels.latex-macros: no check has the code 'latex-macros'; did you mean 'latex-macro'?"),
    .rules(
      #"{"levels":{"length":"warn"}}"#,
      "levels.length: 'warn' is none of error, warning, off"),
    .rules(
      #"{"bulletLength":[80,8]}"#,
      "bulletLength: the fewest and the most characters are needed, from 1 to 1000; shipped is "
        + "[8, 180]"),
    .rules(
      #"{"titleLength":[8]}"#,
      "titleLength: the fewest and the most characters are needed, from 1 to 1000; shipped is "
        + "[2, 160]"),
    .rules(#"{"petWordShare":35}"#, "petWordShare: a share from 0 to 1 is needed"),
    .rules(
      #"{"knownNames":["A"]}"#,
      "knownNames: a word of two characters or more is needed in each place"),
    .rules(#"{"repairs":11}"#, "repairs: a whole number from 0 to 10 is needed"),
    .edited(
      #""use""#, #""validation":{"repair":2},"use""#,
      ":3: unknown key 'repair' in validation; did you mean 'repairs'?"),
    .edited(
      #""use""#, #""validation":{"repairs":"2"},"use""#,
      ":3: the value of 'validation.repairs' must be a whole number"),
    .edited(
      #""use""#, #""validation":2,"use""#,
      ":3: the value of 'validation' must be an object or a list, as in the shipped file"),
    .edited(
      #""use""#, #""spending":{"askAboveUSD":-1},"use""#,
      ":3: spending.askAboveUSD: an amount of US dollars is needed, such as 1.00"),
  ]
}
