extension Mistake {
  /// Fields of a model profile that make no sense.
  static let ofProfiles: [Mistake] = ofFields + ofLimits + ofCores

  private static let ofFields: [Mistake] = [
    .profile(#""temperature":3"#, ".temperature: a number from 0 to 2 is needed"),
    .profile(
      #""structuredOutput":"schema""#,
      ".structuredOutput: 'schema' is not one of json_schema, json_object, prompt"),
    .profile(
      #""extraHeaders":{"authorization":"x"}"#,
      ".extraHeaders: 'authorization' carries a key; put the key into a variable, and the header's "
        + "name into keyHeader"),
    .profile(
      #""extraHeaders":{"X Title":"x"}"#, ".extraHeaders: 'X Title' is no name of a header"),
    .profile(#""keyHeader":"api-key: x""#, ".keyHeader: 'api-key: x' is no name of a header"),
    .profile(
      #""keyHeader":"api\r\nkey""#, ".keyHeader: 'api\r\nkey' is no name of a header"),
    .profile(#""keyHeader":"""#, ".keyHeader: '' is no name of a header"),
    .profile(
      #""keyVariable":"sk-secret""#,
      ".keyVariable: the name of an environment variable is needed, in capital letters, digits "
        + "and _; the key itself belongs into that variable"),
    .profile(
      #""extraBody":7"#, ".extraBody: an object is needed"),
    .profile(
      #""extraBody":{"n":2}"#,
      ".extraBody: 'n' is set by the program; use the profile's model and limits.outputTokens"),
    .profile(
      #""prices":{"asOf":"2026-11-12","input":-1,"output":2}"#,
      ".prices: a price is below zero; write US dollars for a million tokens"),
    .profile(
      #""prices":{"asOf":"last week","input":1,"output":2}"#,
      ".prices.asOf: 'last week' is no day; write it as 2026-11-12"),
    // A profile's mistake is one even while the environment puts another model in its place.
    .profile(
      #""temperature":3"#, ".temperature: a number from 0 to 2 is needed",
      key.merging(["MODEL_NAME": "other"]) { $1 }),
  ]

  private static let ofLimits: [Mistake] =
    [
      ("outputTokens", "0", "1 to 1000000"), ("contextTokens", "-1", "1 to 100000000"),
      ("timeoutSeconds", "3601", "0.001 to 3600"), ("deadlineSeconds", "0", "0.001 to 86400"),
      ("attempts", "21", "1 to 20"), ("attempts", "0", "1 to 20"),
      ("backoffSeconds", "601", "0 to 600"), ("requestsPerMinute", "0", "1 to 1000000"),
      ("tokensPerMinute", "-1", "1 to 1000000000"),
    ].map { name, value, range in
      .profile(
        #""limits":{"\#(name)":\#(value)}"#, ".limits.\(name): a number from \(range) is needed")
    } + [
      .profile(
        #""limits":{"outputTokensField":"tokens"}"#,
        ".limits.outputTokensField: 'tokens' is not one of max_completion_tokens, max_tokens"),
      .profile(
        #""limits":{"outputTokens":900,"tokensPerMinute":800}"#,
        ".limits.tokensPerMinute: every request would be too large, because outputTokens (900) "
          + "counts as well; raise the one, or lower the other"),
    ]

  private static let ofCores: [Mistake] = [
    .edited(
      #""openai-chat""#, #""chat""#,
      ":2: models.m.kind: there is no kind 'chat'; known: openai-chat, openai-responses, anthropic, "
        + "gemini, ollama, bedrock"),
    .edited(#""x""#, #"" ""#, ":2: models.m.model: is empty; fill it in"),
    .edited(
      "https://model.example/v1", "a.example",
      ":2: models.m.baseURL: 'a.example' is no http or https address; write it as https://HOST/PATH"
    ),
    .edited(
      "https://model.example/v1", "https://a.example/#b",
      ":2: models.m.baseURL: 'https://a.example/#b' must not have a fragment; take away what begins "
        + "with #"),
    .edited(
      "https://model.example/v1", "https://a.example?key=sk-1",
      ":2: models.m.baseURL: the query may hold api-version alone; a key goes into a variable"),
    .profile(
      #""fallbacks":["m"]"#, ".fallbacks: a profile cannot stand in for itself; take 'm' away"),
    .edited(
      #""kind""#,
      #""fallbacks":["n","n"],"kind":"ollama","model":"y","baseURL":"http://localhost:1"},"#
        + #""n":{"kind""#,
      ":2: models.m.fallbacks: 'n' stands there twice; take one away"),
    .edited(
      #""kind":"openai-chat""#, #""reasoningEffort":"low","kind":"bedrock""#,
      ":2: models.m.reasoningEffort: Bedrock has no field for it that all models share; put the "
        + "model's own into extraBody, under additionalModelRequestFields"),
    .edited(
      #""translate":"m""#, #""translate":"mm""#,
      ":3: use.translate: no model profile 'mm'; known: m"),
    .edited(
      #""summarize":"m""#, #""summarize":"mm""#,
      ":3: use.summarize: no model profile 'mm'; known: m"),
    .profile(#""fallbacks":["mm"]"#, ".fallbacks: no model profile 'mm'; known: m"),
    .edited(
      #""m":{"#, #""openai":{"#,
      ":3: use.translate: no model profile 'm'; known: openai"),
    .typed(
      run + ["--model", "opnai"], "digest.json: no model profile 'opnai'; known: m"),
  ]
}
