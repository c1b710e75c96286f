import HTTP
import Models
import Testing

@testable import arxiv_digest

@Suite("Advice on a model that does not answer")
struct ModelAdviceTests {
  private func advice(_ profile: ModelProfile, _ error: any Error) -> String? {
    ModelAdvice(profile: profile, keyVariable: "A_KEY").text(for: error)
  }

  @Test("fits what went wrong, and where", arguments: AdviceRow.all)
  func words(row: AdviceRow) {
    #expect(advice(row.profile, row.error) == row.text)
  }

  @Test("is there for every kind of failure", arguments: ModelError.Kind.allCases)
  func complete(kind: ModelError.Kind) {
    for profile in [AdviceRow.remote, AdviceRow.local, AdviceRow.amazon, AdviceRow.azure] {
      #expect(advice(profile, ModelError(kind, status: 400))?.isEmpty == false)
    }
  }

  @Test("is left out where the error says it")
  func none() {
    #expect(advice(AdviceRow.remote, UsageError("no key; set A_KEY")) == nil)
    let text = CheckText(profile: AdviceRow.remote, keyVariable: "A_KEY")
    #expect(text.lines(for: UsageError("no key; set A_KEY")) == "m: no key; set A_KEY")
    #expect(
      text.lines(for: ProfileCheck.Failure.misshapen("it is empty"))
        == "m: the model's reply cannot be used: it is empty\n  set structuredOutput of the profile "
        + "to another way, or take a larger model")
  }
}
