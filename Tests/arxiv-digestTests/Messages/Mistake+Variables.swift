extension Mistake {
  /// Variables of the environment that make no sense.
  static let ofVariables: [Mistake] = [
    .variable(
      "ARXIV_API_URL", "ftp://example.org",
      "ARXIV_API_URL: 'ftp://example.org' is no http or https address without a query"),
    .variable(
      "ARXIV_OAI_URL", "https://example.org/oai?verb=x",
      "ARXIV_OAI_URL: 'https://example.org/oai?verb=x' is no http or https address without a query"),
    .variable(
      "ARXIV_INTERVAL_SECONDS", "soon",
      "ARXIV_INTERVAL_SECONDS: 'soon' is no number from 0 to 3600"),
    .variable(
      "ARXIV_INTERVAL_SECONDS", "1",
      "ARXIV_INTERVAL_SECONDS: arXiv allows one request in three seconds "
        + "(https://info.arxiv.org/help/api/tou.html); set it to 3 or more"),
    .variable(
      "SSL_CERT_FILE", "/nowhere/at/all",
      "SSL_CERT_FILE: /nowhere/at/all cannot be read; name a file of certificates, or leave it out"),
    .variable(
      "MODEL_PROFILE", "n", "digest.json: no model profile 'n'; known: m"),
    .variable(
      "MODEL_KIND", "openai-chatt",
      "MODEL_KIND: there is no kind 'openai-chatt'; did you mean 'openai-chat'?; known: "
        + "openai-chat, openai-responses, anthropic, gemini, ollama, bedrock"),
    .variable("MODEL_KIND", "anthropic", otherAPI("anthropic")),
    .variable("MODEL_KIND", "ollama", otherAPI("ollama")),
    Mistake(
      variables: ["MODEL_KIND": "bedrock", "MODEL_NAME": "z"], message: otherAPI("bedrock")),
    .variable(
      "MODEL_BASE_URL", "model.example",
      "MODEL_BASE_URL: 'model.example' is no http or https address; write it as https://HOST/PATH"),
    .variable(
      "MODEL_BASE_URL", "https://me:secret@example.org/v1",
      "MODEL_BASE_URL: it holds a user name or password; put the key into MODEL_API_KEY"),
    .variable(
      "MODEL_BASE_URL", "https://example.org/v1?key=sk-1",
      "MODEL_BASE_URL: the query may hold api-version alone; a key goes into a variable"),
  ]

  private static func otherAPI(_ kind: String) -> String {
    "MODEL_KIND: '\(kind)' is another API than that of digest.json:2: models.m; say with MODEL_NAME "
      + "and MODEL_BASE_URL which model and which server, or choose a profile with MODEL_PROFILE"
  }

  /// Keys that are missing, or would go where they must not.
  static let ofKeys: [Mistake] = [
    .text(
      digest,
      ":2: models.m: no key for model.example; set MODEL_API_KEY or OPENAI_API_KEY in the "
        + "environment or in .env (see .env.example)", [:]),
    .profile(
      #""keyVariable":"GROQ_API_KEY""#,
      ": no key for model.example; set MODEL_API_KEY or GROQ_API_KEY in the environment or in .env "
        + "(see .env.example)"),
    // MODEL_API_KEY is never for a profile that stands in.
    .text(
      two(#""kind":"gemini","model":"x","baseURL":"https://b.example""#, use: "m"),
      ":3: models.n: no key for b.example; set GEMINI_API_KEY in the environment or in .env (see "
        + ".env.example)", ["MODEL_API_KEY": "sk-1"]),
    Mistake(
      variables: key.merging(["MODEL_BASE_URL": "http://relay.example/v1"]) { $1 },
      message: "digest.json:2: models.m: OPENAI_API_KEY would travel unencrypted to relay.example; "
        + "use https, or give that server its own key in MODEL_API_KEY"),
    .text(
      two(#""kind":"gemini","model":"x","baseURL":"https://b.example""#, use: "n")
        .replacing(#","fallbacks":["n"]"#, with: ""),
      said: "MODEL_API_KEY: the profiles 'm' and 'n' lead to model.example and b.example, and one "
        + "key must not go to both; leave it empty, and use the profiles' own GEMINI_API_KEY and "
        + "OPENAI_API_KEY", ["MODEL_API_KEY": "sk-1"]),
    .edited(
      #""kind":"openai-chat""#, #""kind":"bedrock""#,
      ":2: models.m: no region in model.example; set AWS_REGION",
      ["AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "sk-1"]),
  ]

  /// A `digest.json` with a second profile on its third line, which stands in for the first one.
  private static func two(_ other: String, use: String) -> String {
    digest.replacing(
      #""https://model.example/v1"}"#,
      with: "\"https://model.example/v1\",\"fallbacks\":[\"n\"]},\n\"n\":{\(other)}"
    ).replacing(#""summarize":"m""#, with: #""summarize":"\#(use)""#)
  }

  /// Another `digest.json`, and a message that does not begin with the file.
  private static func text(
    _ text: String, said message: String, _ variables: [String: String]
  ) -> Mistake {
    Mistake(
      variables: variables, files: ["digest.json": Array(text.utf8)], message: message)
  }
}
