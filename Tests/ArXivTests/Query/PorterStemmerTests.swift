import Testing

@testable import ArXiv

/// The pairs are examples of the paper, each carried through all the steps that follow.
@Suite("The stem of a word")
struct PorterStemmerTests {
  @Test(
    "loses plurals and tenses",
    arguments: [
      ("caresses", "caress"), ("ponies", "poni"), ("ties", "ti"), ("caress", "caress"),
      ("cats", "cat"), ("feed", "feed"), ("agreed", "agre"), ("plastered", "plaster"),
      ("bled", "bled"), ("motoring", "motor"), ("sing", "sing"), ("conflated", "conflat"),
      ("troubled", "troubl"), ("sized", "size"), ("hopping", "hop"), ("tanned", "tan"),
      ("falling", "fall"), ("hissing", "hiss"), ("fizzed", "fizz"), ("failing", "fail"),
      ("filing", "file"), ("happy", "happi"), ("sky", "sky"),
    ])
  func plurals(word: String, stem: String) {
    #expect(PorterStemmer.stem(of: word) == stem)
  }

  @Test(
    "loses double suffixes",
    arguments: [
      ("relational", "relat"), ("conditional", "condit"), ("rational", "ration"),
      ("valenci", "valenc"), ("hesitanci", "hesit"), ("digitizer", "digit"),
      ("conformabli", "conform"), ("radicalli", "radic"), ("differentli", "differ"),
      ("vileli", "vile"), ("analogousli", "analog"), ("vietnamization", "vietnam"),
      ("predication", "predic"), ("operator", "oper"), ("feudalism", "feudal"),
      ("decisiveness", "decis"), ("hopefulness", "hope"), ("callousness", "callous"),
      ("formaliti", "formal"), ("sensitiviti", "sensit"), ("sensibiliti", "sensibl"),
      ("triplicate", "triplic"), ("formative", "form"), ("formalize", "formal"),
      ("electriciti", "electr"), ("electrical", "electr"), ("hopeful", "hope"),
      ("goodness", "good"), ("generalizations", "gener"), ("oscillators", "oscil"),
    ])
  func doubles(word: String, stem: String) {
    #expect(PorterStemmer.stem(of: word) == stem)
  }

  @Test(
    "loses single suffixes",
    arguments: [
      ("revival", "reviv"), ("allowance", "allow"), ("inference", "infer"), ("airliner", "airlin"),
      ("gyroscopic", "gyroscop"), ("adjustable", "adjust"), ("defensible", "defens"),
      ("irritant", "irrit"), ("replacement", "replac"), ("adjustment", "adjust"),
      ("dependent", "depend"), ("adoption", "adopt"), ("homologou", "homolog"),
      ("communism", "commun"), ("activate", "activ"), ("angulariti", "angular"),
      ("homologous", "homolog"), ("effective", "effect"), ("bowdlerize", "bowdler"),
      ("probate", "probat"), ("rate", "rate"), ("cease", "ceas"), ("controll", "control"),
      ("roll", "roll"),
    ])
  func singles(word: String, stem: String) {
    #expect(PorterStemmer.stem(of: word) == stem)
  }

  @Test("follows what the author changed later: abli and ibli alike, and logi")
  func changes() {
    #expect(PorterStemmer.stem(of: "possibly") == PorterStemmer.stem(of: "possible"))
    #expect(PorterStemmer.stem(of: "archaeology") == "archaeolog")
  }

  @Test(
    "is the word itself where it is short, long or not from plain Latin",
    arguments: ["", "a", "is", "é", "данные", "連合学習", "s", String(repeating: "ings", count: 20)])
  func unchanged(word: String) {
    #expect(PorterStemmer.stem(of: word) == word)
  }
}
