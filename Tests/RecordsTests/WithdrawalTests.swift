import Records
import Testing

@Suite("Withdrawn papers")
struct WithdrawalTests {
  @Test(
    "a comment that says so marks the paper",
    arguments: [
      "This paper has been withdrawn by the author due to an error in Lemma 2",
      "This submission has been withdrawn by arXiv administrators due to overlap",
      "the manuscript is WITHDRAWN", "Article\nwithdrawn", "12 pages. Paper temporarily withdrawn.",
      "Withdrawn by the authors due to an error in Theorem 2", "Withdrawn", "withdrawn.",
      "This work has been withdrawn", "This preprint has been withdrawn by the authors",
      "This version has been withdrawn from arXiv",
    ])
  func comment(text: String) {
    #expect(Samples.noted(comment: text).isWithdrawn)
  }

  @Test(
    "the beginning of an abstract may say so as well, as it did in older records",
    arguments: [
      ("This paper has been withdrawn by the authors.", true), ("Withdrawn.", true),
      ("We study why a paper is withdrawn.", false),
      (String(repeating: "word ", count: 40) + "This paper has been withdrawn.", false),
    ])
  func abstract(text: String, isWithdrawn: Bool) {
    #expect(Samples.noted(abstract: text).isWithdrawn == isWithdrawn)
  }

  @Test("the words that tell it are named, whatever else there is")
  func words() {
    let paper = Samples.noted(comment: "12 pages", abstract: "Withdrawn by the authors.")
    #expect(paper.withdrawal?.field == "abstract")
    #expect(paper.withdrawal?.words == "Withdrawn by the authors.")
    #expect(Samples.noted(comment: "Withdrawn").withdrawal?.field == "comment")
  }

  @Test(
    "what only sounds like it does not",
    arguments: [
      nil, "", "12 pages, 3 figures", "Withdrawn from a conference",
      "We study withdrawal of papers", "On papers withdrawn in 2020", "newspaper withdrawn",
      "Extended version of our submission withdrawn from ICLR 2024",
      "This paper replaces 2401.00001, which was withdrawn",
      "The paper shows how money that customers of all the banks have saved is withdrawn",
    ])
  func other(text: String?) {
    #expect(!Samples.noted(comment: text).isWithdrawn)
  }
}
