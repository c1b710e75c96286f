import Models
import Testing

@Suite("Model errors")
struct ModelErrorTests {
  @Test("an error says what happened and what to look at", arguments: sentences)
  func description(error: ModelError, text: String) {
    #expect("\(error)" == text)
  }

  @Test("what every paper would meet is told from what is one paper's own")
  func everyPaper() {
    #expect(
      kinds { $0.concernsEveryPaper } == [
        .badKey, .forbidden, .unknownModel, .exhausted, .badSetting, .schemaRefused, .boundsRefused,
      ])
  }

  @Test("what the words of a question may be to blame for is told from the rest")
  func content() {
    #expect(kinds { $0.isAboutContent } == [.tooLong, .filtered, .rejected, .badGeneration])
  }

  @Test("another model may take what is too long or filtered here")
  func another() {
    #expect(kinds { $0.callsForAnotherModel } == [.tooLong, .filtered])
  }

  @Test("the server's own trouble passes")
  func passing() {
    #expect(
      kinds { $0.kind.isPassing }
        == [.rateLimited, .overloaded, .unavailable, .badGeneration, .unreadable])
  }

  private func kinds(where fits: (ModelError) -> Bool) -> [ModelError.Kind] {
    ModelError.Kind.allCases.filter { fits(ModelError($0, status: 500)) }
  }

  private static let answered = "the model's server answered "

  private static let sentences: [(ModelError, String)] = [
    (
      ModelError(.badKey, status: 401, message: "no such key"),
      answered + "401 (the key is wrong or missing; try: arxiv-digest models check): no such key"
    ),
    (
      ModelError(.forbidden, status: 403, message: "not you"),
      answered + "403 (the key may not use this model, or not from this region): not you"
    ),
    (
      ModelError(.unknownModel, status: 404, message: "no model"),
      answered + "404 (no such model or address; see MODEL_NAME and MODEL_BASE_URL): no model"
    ),
    (
      ModelError(.exhausted, status: 402, message: "empty"),
      answered + "402 (no credit or quota is left): empty"
    ),
    (
      ModelError(.badSetting, status: 400, message: "bad field"),
      answered + "400 (it does not take a value of the model profile): bad field"
    ),
    (
      ModelError(.schemaRefused, status: 400, message: "x"),
      answered + "400 (it does not take the JSON schema): x"
    ),
    (
      ModelError(.boundsRefused, status: 400, message: "x"),
      answered + "400 (it does not take the JSON schema): x"
    ),
    (
      ModelError(.tooLong, status: 413, message: "x"),
      answered + "413 (the question is too long): x"
    ),
    (ModelError(.tooLong, status: 0, message: "not asked"), "not asked"),
    (
      ModelError(.filtered, status: 400, message: "x"),
      answered + "400 (its filter withheld the question): x"
    ),
    (
      ModelError(.capReached, status: 400, message: "x"),
      answered + "400 (the output limit was reached before there was an answer): x"
    ),
    (
      ModelError(.rateLimited, status: 429, message: "slowly"),
      answered + "429 (too many requests): slowly"
    ),
    (
      ModelError(.overloaded, status: 503, message: "busy"),
      answered + "503 (it is overloaded): busy"
    ),
    (ModelError(.rejected, status: 418, message: "tea"), answered + "418: tea"),
    (ModelError(.unavailable, status: 500), answered + "500"),
    (ModelError(.badGeneration, status: 400, message: "x"), answered + "400: x"),
    (ModelError(.final, status: 503, message: "x"), answered + "503: x"),
    (
      ModelError(.unreadable, status: 200, message: "it is empty"),
      "the answer of the model's server cannot be read: it is empty"
    ),
    (ModelError(.unreadable, status: 204), answered + "204"),
    (
      ModelError(.badKey, status: 401),
      answered + "401 (the key is wrong or missing; try: arxiv-digest models check)"
    ),
  ]
}
