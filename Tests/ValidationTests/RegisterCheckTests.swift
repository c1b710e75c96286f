import Records
import Testing
import Validation

@Suite("Register of the texts")
struct RegisterCheckTests {
  @Test(
    "a bullet in です・ます is an error, at the end of any of its sentences",
    arguments: [
      ("隣の港の記録を借りて予測します", "ます"), ("隣の港の記録を借りる手法です", "です"), ("隣の港の記録を借りました", "ました"),
      ("隣の港の記録は要りません", "ません"), ("隣の港の記録でした", "でした"), ("隣の港の記録でしょう！", "でしょう"),
      ("隣の港を見てください", "ください"), ("隣の港の記録を借ります。それで予測する", "ます"),
      ("隣の港の記録が使えます！それで予測する", "ます"),
      ("隣の港の記録は使えますか", "ますか"), ("隣の港の記録は便利ですね", "ですね"),
    ])
  func polite(text: String, ending: String) throws {
    try TextCase.bad(text, "polite-style", quote: ending).check()
    try TextCase.odd(text, in: "remark", "polite-remark", quote: ending).check()
  }

  @Test(
    "a bullet that is polite before a comma is one too",
    arguments: [
      ("港の記録は少ないですが、予測はできる", "ですが"), ("隣の港から借りますので、記録は要らない", "ますので"),
      ("予測はしましたが、誤差は残った", "ましたが"),
    ])
  func politeClause(text: String, ending: String) throws {
    try TextCase.bad(text, "polite-style", quote: ending).check()
    try TextCase.good(text + "ってことだね", in: "remark").check()
  }

  @Test(
    "plain style, nouns and words that only look polite are good in a bullet",
    arguments: [
      "隣の港の記録を借りて予測する", "隣の港の記録を借りる手法である", "誤差を大きく減らせる", "隣の港の記録による予測",
      "誤差を従来の半分に削減", "記録の要らない手法だ", "ますます深くなる港を調べる", "誤差が減ることを確かめた",
      "誤差は増えない。記録も要らない", "潮の満ち引きを覚ます仕組み", "ですます調の文章を分ける", "港の記録が壊れないことを保証",
    ])
  func plain(text: String) throws {
    try TextCase.good(text).check()
  }

  @Test(
    "a remark that ends like a report is reported",
    arguments: [
      ("港の記録を借りる手法である", "である"), ("港の潮がうまく予測された。", "された"), ("港の記録を活用している", "している"),
      ("隣の港の大切さを示す", "を示す"), ("港に役立つと考えられる。", "と考えられる"), ("小さな予測モデルを提案", "を提案"),
    ])
  func formal(text: String, ending: String) throws {
    try TextCase.odd(text, in: "remark", "formal-remark", quote: ending).check()
  }

  @Test(
    "a casual remark is good",
    arguments: [
      "港ごとの癖まで分かるなんて、ちょっと感動しちゃうよね", "釣りに行く前にのぞいてみたいな〜", "これで寝坊しても大丈夫かも！？",
      "お隣さんの記録を借りるって発想、好き", "小さいのに働き者だね♪", "港の人は大喜びなんじゃないかな。",
      "地味だけど、こういうのが効くんだよなあ…", "計算も軽いし、うちの古いPCでも動きそう！",
    ])
  func casual(text: String) throws {
    try TextCase.good(text, in: "remark").check()
  }

  @Test(
    "a bullet that says first what kind of fact it is, is an error",
    arguments: [
      ("背景: 潮汐表には長年の記録が要る", "背景:"), ("課題：記録の欠けた港では誤差が増す", "課題："),
      ("【提案】隣の港の記録を借りて予測する", "【提案】"), ("結果 : 誤差は従来の半分になった", nil), ("まとめ：誤差は半分になった", "まとめ："),
    ])
  func label(text: String, label: String?) throws {
    guard let label else {
      try TextCase.good(text).check()
      return
    }
    try TextCase.bad(text, "label", quote: label).check()
  }

  @Test(
    "a colon within a sentence, or behind a name, is no label",
    arguments: [
      "TideNet: 隣の港の記録を借りる小さな手法", "二つの港の記録の比は3:2であると示す", "入力の港と出力の港の比較：誤差は従来の半分",
      "記録を三つに分ける: 港と潮と月",
    ])
  func noLabel(text: String) throws {
    try TextCase.good(text, of: "We propose TideNet with a ratio of 3:2 in three parts.").check()
  }
}
