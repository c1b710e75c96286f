import HTTP
import Models
import Records

extension ProfileEntry {
  /// Checks what was said of the profile's own model and server, and gives it to `profile` where it
  /// is those that are asked; `place` says where the profile stands.
  func apply(
    to profile: inout ModelProfile, isItsOwn: Bool, at place: JSONPlace
  ) throws(UsageError) {
    guard model.contains(where: { !$0.isWhitespace }) else {
      throw UsageError("\(place["model"]): is empty; fill it in")
    }
    guard (0...2).contains(temperature ?? 0) else {
      throw UsageError("\(place["temperature"]): a number from 0 to 2 is needed")
    }
    try checkExtraBody(at: place)
    let (format, headers) = (try format(at: place), try headers(at: place))
    let prices = try prices(at: place)
    guard kind != ModelKind.bedrock.rawValue || reasoningEffort == nil else {
      throw UsageError(
        "\(place["reasoningEffort"]): Bedrock has no field for it that all models share; put the "
          + "model's own into extraBody, under additionalModelRequestFields")
    }
    guard isItsOwn else { return }
    profile.temperature = temperature
    profile.reasoningEffort = reasoningEffort
    profile.format = format
    profile.marksCache = marksCache ?? profile.marksCache
    profile.extraHeaders = headers
    profile.extraBody = extraBody ?? [:]
    profile.prices = prices
  }

  /// Throws where a key could not be found or sent under the names that the profile gives.
  func checkKey(at place: JSONPlace) throws(UsageError) {
    if let keyHeader, !keyHeader.isHeaderName {
      throw UsageError("\(place["keyHeader"]): '\(keyHeader)' is no name of a header")
    }
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
    // The value is not shown: it may be a key that was put into the wrong place.
    if let keyVariable, keyVariable.isEmpty || !keyVariable.allSatisfy(plain.contains) {
      throw UsageError(
        "\(place["keyVariable"]): the name of an environment variable is needed, in capital letters, "
          + "digits and _; the key itself belongs into that variable")
    }
  }

  /// The prices; nil where the profile names none.
  private func prices(at place: JSONPlace) throws(UsageError) -> Prices? {
    guard let entry = prices?.value else { return nil }
    let all = [entry.input, entry.cachedInput, entry.cacheWrite, entry.output].compactMap(\.self)
    guard all.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw UsageError(
        "\(place["prices"]): a price is below zero; write US dollars for a million tokens")
    }
    guard Week(containing: entry.asOf, startingOn: .friday) != nil else {
      throw UsageError(
        "\(place["prices"]["asOf"]): '\(entry.asOf)' is no day; write it as 2026-11-12")
    }
    return Prices(
      asOf: entry.asOf, input: entry.input, cachedInput: entry.cachedInput,
      cacheWrite: entry.cacheWrite, output: entry.output)
  }

  /// The way of asking for JSON to begin with.
  private func format(at place: JSONPlace) throws(UsageError) -> ReplyFormat {
    guard let name = structuredOutput else { return .boundedSchema }
    guard let format = ReplyFormat.named.first(where: { $0.rawValue == name }) else {
      throw UsageError(
        "\(place["structuredOutput"]): '\(name)' is not one of "
          + ReplyFormat.named.map(\.rawValue).joined(separator: ", "))
    }
    return format
  }

  /// Throws where what is laid over a request would change whom it asks, or what it can cost.
  private func checkExtraBody(at place: JSONPlace) throws(UsageError) {
    guard let extraBody else { return }
    guard case .object(let members) = extraBody else {
      throw UsageError("\(place["extraBody"]): an object is needed")
    }
    let own = [
      "model", "messages", "input", "contents", "system", "systemInstruction", "stream", "n",
    ]
    let caps = [
      "max_tokens", "max_completion_tokens", "max_output_tokens", "maxOutputTokens", "maxTokens",
      "num_predict", "candidateCount",
    ]
    let inner = ["generationConfig", "inferenceConfig", "options"].flatMap { name in
      if case .object(let members) = extraBody[name] { Array(members.keys) } else { [String]() }
    }
    if let name = (Array(members.keys) + inner).filter((own + caps).contains).min() {
      throw UsageError(
        "\(place["extraBody"]): '\(name)' is set by the program; use the profile's model and "
          + "limits.outputTokens")
    }
  }

  /// The headers beside the dialect's own; a key is none of them.
  private func headers(at place: JSONPlace) throws(UsageError) -> [HTTPHeader] {
    let headers = (extraHeaders ?? [:]).sorted { $0.key < $1.key }
    // What sounds like a secret is treated as one: only a key in a variable is kept out of sight.
    let keys = ["authorization", "key", "token", "secret", "cookie", "password"]
    for (name, _) in headers {
      guard name.isHeaderName else {
        throw UsageError("\(place["extraHeaders"]): '\(name)' is no name of a header")
      }
      guard !keys.contains(where: { name.lowercased().contains($0) }) else {
        throw UsageError(
          "\(place["extraHeaders"]): '\(name)' carries a key; put the key into a variable, and the "
            + "header's name into keyHeader")
      }
    }
    return headers.map { HTTPHeader($0.key, $0.value) }
  }
}

extension String {
  /// True for what can name a header: a token of RFC 9110, section 5.6.2.
  fileprivate var isHeaderName: Bool {
    let marks = Set("!#$%&'*+-.^_`|~".utf8)
    return !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: marks.contains(byte)
        }
      }
  }
}
