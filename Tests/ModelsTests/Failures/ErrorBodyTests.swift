import HTTP
import Testing

@testable import Models

@Suite("Bodies of errors")
struct ErrorBodyTests {
  private func message(_ body: String) -> String {
    ErrorBody(HTTPResponse(status: 500, body: Array(body.utf8))).message
  }

  @Test(
    "a server's words are found, whatever the shape",
    arguments: [
      ("an object", #"{"error":{"message":"gone"}}"#, "gone"),
      ("blank lines first", "\r\n\n" + #"{"error":{"message":"gone"}}"#, "gone"),
      ("a text", #"{"error":"gone"}"#, "gone"),
      ("a list of an object", #"[{"error":{"message":"gone"}}]"#, "gone"),
      ("without the member", #"{"object":"error","message":"gone"}"#, "gone"),
      ("the member null", #"{"error":null,"message":"gone"}"#, "gone"),
      ("a detail", #"{"detail":"gone"}"#, "gone"),
      (
        "a list of details",
        #"{"detail":[{"loc":["body","a",0],"msg":"gone"},{"msg":"lost"},{"loc":[],"msg":"x"}]}"#,
        "body.a.0: gone; lost; x"
      ),
      (
        "a relay's words and the provider's",
        #"{"error":{"message":"gone","metadata":{"raw":"lost","reasons":["a","b"]}}}"#,
        "gone; lost; a; b"
      ),
      (
        "what the model wrote", #"{"error":{"message":"gone","failed_generation":"{"}}"#, "gone; {"
      ),
      (
        "codes that the words leave out",
        #"{"error":{"message":"gone","type":"a_b","code":"c_d"}}"#,
        "gone (a_b, c_d)"
      ),
      (
        "codes that the words name", #"{"error":{"message":"gone: A_B","type":"a_b"}}"#, "gone: A_B"
      ),
      ("a code twice", #"{"error":{"message":"gone","type":"a_b","code":"a_b"}}"#, "gone (a_b)"),
      ("a code that is a number", #"{"error":{"message":"gone","code":"429"}}"#, "gone"),
      ("a code alone", #"{"error":{"code":"a_b"}}"#, #"{"error":{"code":"a_b"}}"#),
      (
        "words in words", #"{"error":{"message":{"en":"gone"}}}"#,
        #"{"error":{"message":{"en":"gone"}}}"#
      ),
      ("words under another name", #"{"Message":"gone"}"#, #"{"Message":"gone"}"#),
      ("a list of errors", #"{"errors":["gone"]}"#, #"{"errors":["gone"]}"#),
      ("an empty object", #"{"error":{}}"#, #"{"error":{}}"#),
      ("an empty text", #"{"error":""}"#, ""),
      ("a list", "[1]", "[1]"), ("a text alone", #""gone""#, "gone"),
      ("a number", "7", "7"), ("nothing", "", ""), ("blank lines alone", "\n \r\n", ""),
      ("plain words", "gone,\n lost", "gone, lost"), ("cut JSON", #"{"error":{"#, #"{"error":{"#),
      (
        "a page", "<html>\n<title>502</title><body class='a'>gone<br/>lost</body></html>",
        "502 gone lost"
      ),
      ("a page that ends in a tag", "<p>gone</p", "gone"),
      ("a page of tags alone", "<html><hr></html>", "<html><hr></html>"),
      ("no page", "<3 tokens are left", "<3 tokens are left"),
      ("a sign among words", "5 < 6 tokens", "5 < 6 tokens"),
    ])
  func words(id: String, body: String, message: String) {
    #expect(self.message(body) == message)
  }

  @Test("the codes, the status and the delay are found where Google puts them")
  func google() {
    let body = """
      {"error":{"code":429,"message":"slowly","status":"RESOURCE_EXHAUSTED","details":[
        {"reason":"RATE"},{"violations":[{"quotaId":"PerDay-1"},{}]},{"retryDelay":"1.5s"},
        {"retryDelay":"9s"},7]}}
      """
    let error = ErrorBody(HTTPResponse(status: 429, body: Array(body.utf8)))
    #expect(error.message == "slowly (RESOURCE_EXHAUSTED, RATE, PerDay-1)")
    #expect(error.codes == ["RESOURCE_EXHAUSTED", "RATE", "PerDay-1"])
    #expect(error.status == 429)
    #expect(error.retryDelay == .milliseconds(1500))
  }

  @Test("a delay that cannot be read is none", arguments: [#""soon""#, "5", "null", #""-1s""#])
  func delay(text: String) {
    let body = #"{"error":{"message":"slowly","details":[{"retryDelay":\#(text)}]}}"#
    #expect(ErrorBody(HTTPResponse(status: 429, body: Array(body.utf8))).retryDelay == nil)
  }

  @Test("long words are cut where the server means nobody to read them, and kept where it does")
  func long() {
    let words = String(repeating: "busy \n", count: 100)
    #expect(message(words) == String(repeating: "busy ", count: 32) + "…")
    let whole = String(repeating: "busy ", count: 100)
    #expect(message(#"{"error":"\#(whole)"}"#) == whole)
  }

  @Test(
    "no nonsense stops the reader",
    arguments: [
      String(repeating: "[", count: 10_000),
      String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
      String(repeating: #"{"error":"#, count: 10_000),
      String(repeating: #"{"error":"#, count: 10_000) + "7" + String(repeating: "}", count: 10_000),
      String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
      String(repeating: #"{"error":"#, count: 100) + "7" + String(repeating: "}", count: 100),
      String(repeating: "<", count: 10_000), "{\"error\":{\"message\":\"\\ud800\"}}", "\0\0", "NaN",
    ])
  func nonsense(body: String) {
    let error = ErrorBody(HTTPResponse(status: 500, body: Array(body.utf8)))
    #expect(!error.message.isEmpty)
    #expect(error.codes.isEmpty)
    let response = HTTPResponse(status: 200, body: Array(body.utf8))
    for kind in ModelKind.allCases {
      #expect(throws: ModelError.self) { try kind.dialect.reply(response) }
    }
  }

  @Test("bytes that are not UTF-8 are shown as such")
  func notUTF8() {
    let bytes = Array("gone ".utf8) + [0xFF, 0xFE] + Array(" lost".utf8)
    let error = ErrorBody(HTTPResponse(status: 500, body: bytes))
    #expect(error.message == "gone \u{FFFD}\u{FFFD} lost")
    let json = Array(#"{"error":"gone"#.utf8) + [0xFF] + Array(#""}"#.utf8)
    let text = ErrorBody(HTTPResponse(status: 500, body: json)).message
    #expect(text.contains("gone"))
  }
}
