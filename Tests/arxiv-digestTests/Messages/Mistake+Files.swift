extension Mistake {
  /// What can be wrong in the other files, and files that are not what they should be.
  static let ofFiles: [Mistake] = ofGlossary + ofDotEnv + ofPrompts + ofMissing

  private static let ofGlossary: [Mistake] = [
    .glossary(
      #"{"english":[],"japanese":["あ"]}"#,
      "terms[0].english: is empty; write the English term"),
    .glossary(
      #"{"english":["a"," "],"japanese":["あ"]}"#,
      "terms[0].english: a form must be one line with something on it"),
    .glossary(
      #"{"english":["a"]}"#,
      #"terms[0]: 'a' needs either its Japanese forms or "keep": true"#),
    .glossary(
      #"{"english":["a"],"japanese":["あ"],"keep":true}"#,
      #"terms[0]: 'a' needs either its Japanese forms or "keep": true"#),
    .glossary(
      #"{"english":["a"],"japanese":["あいう"],"forbidden":["いう"]}"#,
      "terms[0].forbidden: 'いう' stands in the accepted form 'あいう'; take one of the two away"),
    .glossary(
      #"{"english":["a b"],"japanese":["あ"]},{"english":["c","A-B"],"japanese":["い"]}"#,
      "terms[1].english: 'A-B' stands in terms[0] already; take one of the two away"),
    .glossary(
      #"{"english":["a"],"japanese":["あ"],"forbidden":["い"]}"#,
      "terms[0].forbidden: 'い' is too short to be found safely; write two characters or more"),
  ]

  private static let ofDotEnv: [Mistake] = [
    .dotEnv("A=b\nhello", "2: a line reads NAME=value"),
    .dotEnv("=b", "1: a line reads NAME=value"),
    .dotEnv("A B=c", "1: a line reads NAME=value"),
    .dotEnv("\n\nA=\"b", "3: the quote is not closed; add it at the end of the line"),
    .dotEnv("MODEL_KEY=x", "1: unknown variable MODEL_KEY; did you mean 'MODEL_KIND'?"),
    .dotEnv(
      "ARXIV_PROXY_ADDRESS_LIST=x",
      "1: unknown variable ARXIV_PROXY_ADDRESS_LIST; .env.example has all that there are"),
    Mistake(
      files: [
        ".env": Array("MODEL_KEY_TWI=x".utf8),
        "digest.json": Array(
          digest.replacing(#""kind""#, with: #""keyVariable":"MODEL_KEY_TWO","kind""#).utf8),
      ],
      message: ".env:1: unknown variable MODEL_KEY_TWI; did you mean 'MODEL_KEY_TWO'?"),
    Mistake(
      folders: [".env"],
      message: ".env: cannot be read as text; check its permissions and encoding"),
  ]

  private static func prompt(_ text: String, _ message: String) -> Mistake {
    Mistake(
      files: ["prompts/title.md": Array(text.utf8)], message: "prompts/title.md" + message)
  }

  private static let ofPrompts: [Mistake] = [
    prompt(
      "{{fence}} {{id}} {{titel}}",
      ": unknown hole {{titel}}; known: {{fence}}, {{id}}, {{terms}}, {{title}}"),
    prompt(
      "{{fence}} {{id}} {{terms}}",
      ": the hole {{title}} is missing; write it where that belongs"),
    prompt("\n{{fence} {{id", ":2: a hole opens with {{ and is not closed; add the }}"),
    Mistake(
      files: ["prompts/summarize.md": Array("{{id}}".utf8)],
      message: "prompts/summarize.md: unknown hole {{id}}; this prompt has none"),
    Mistake(
      files: ["prompts/translate.md": []],
      message:
        "prompts/translate.md: the prompt is empty; copy it from the files that come with the "
        + "program"),
    Mistake(
      folders: ["prompts/paper.md"],
      message: "prompts/paper.md: cannot be read as text; restore it, or fix its permissions"),
  ]

  private static let ofMissing: [Mistake] = [
    Mistake(
      missing: ["digest.json"],
      message:
        "digest.json: not found in FOLDER; fill a folder with: arxiv-digest init, and run in "
        + "it"),
    Mistake(
      missing: ["prompts"],
      message: "prompts: not found in FOLDER; fill a folder with: arxiv-digest init, and run in it"),
    Mistake(
      missing: ["prompts/glossary.json"],
      message:
        "prompts/glossary.json: is missing; copy it from the files that come with the program"
    ),
    Mistake(
      folders: ["digest.json"],
      message: "digest.json: cannot be read; check its permissions"),
  ]
}
