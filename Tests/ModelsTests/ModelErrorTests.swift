import Models
import Testing

@Suite("Model errors")
struct ModelErrorTests {
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
}
