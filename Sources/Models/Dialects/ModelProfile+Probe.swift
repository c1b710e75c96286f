package import HTTP

extension ModelProfile {
  /// A request that costs nothing, to see whether the server is there and takes the key.
  ///
  /// It asks for the list of models, with the headers that a question would have. Bedrock lists its
  /// models on another host, so it is asked for nothing, and without a key.
  package func probe(limits: HTTPRequest.Limits) throws -> HTTPRequest {
    let question = Prompt(
      name: name, system: "", user: "", schema: .titles)
    var request = try kind.dialect.request(question, .prompt, self)
    request.name = "probe/\(name)"
    request.method = .get
    request.url = address(listPath)
    request.headers.removeAll { $0.name == "Content-Type" }
    request.limits = limits
    request.isAlone = true
    if kind == .bedrock {
      request.credential = nil
      request.signature = nil
    }
    return request
  }

  private var listPath: String {
    switch kind {
    case .openAIChat, .openAIResponses: "/models"
    case .anthropic: version("v1") + "/models"
    case .gemini: version("v1beta") + "/models"
    case .ollama: version("api") + "/tags"
    case .bedrock: "/"
    }
  }

  /// What a server has against the key; nil where it has nothing, or was not shown one.
  package func objection(to request: HTTPRequest, in response: HTTPResponse) -> ModelError? {
    guard request.credential != nil, !(200..<300).contains(response.status) else { return nil }
    let error = ModelError(response)
    return [.badKey, .forbidden].contains(error.kind) ? error : nil
  }
}
