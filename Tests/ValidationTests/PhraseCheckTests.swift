import Records
import Testing
import Validation

@Suite("Phrases about the making of a text")
struct PhraseCheckTests {
  @Test(
    "a sentence about the task is an error",
    arguments: [
      ("このタイトルは日本語にしにくいね", "このタイトル"), ("以下に示すのが港の予測の話だよ", "以下に示"),
      ("上記の論文は港の話をしているよ", "上記の論文"), ("一言コメント：港の話は楽しいね", "一言コメント"),
      ("要約すると、港の話ってことだね", "要約すると"), ("論文の要旨をまとめてみたよ", "要旨"), ("この内容をJSON形式にしたよ", "JSON"),
      ("Here is 港の話のコメントだよ", "Here is"), ("日本語訳：港の潮を予測する", "日本語訳："),
    ])
  func taskTalk(text: String, phrase: String) throws {
    let findings = try findings(on: text)
    #expect(findings.contains(Expected("task-talk", in: "remark", quote: phrase)))
  }

  @Test(
    "a refusal is an error",
    arguments: [
      ("申し訳ありませんが、要約できません", "申し訳"), ("AIアシスタントとして港を語るのは難しいね", "AIアシスタントとして"),
      ("言語モデルとしてお答えするのは難しいよ", "言語モデルとしてお"), ("I'm sorry 港の話はちょっと", "I'm sorry"),
      ("港について十分な情報がありません", "情報がありません"),
    ])
  func refusal(text: String, phrase: String) throws {
    let findings = try findings(on: text)
    #expect(findings.contains(Expected("refusal", in: "remark", quote: phrase)))
  }

  @Test(
    "what was to be filled in is an error",
    arguments: [
      ("ここに要約を入れるんだって、港の話", "ここに要約"), ("〇〇という手法で港を救う話だよ", "〇〇"), ("港の話 TODO あとで書くね", "TODO"),
      ("（略）という港の話だったよ", "（略）"), ("〔港の名〕の記録を借りる話だよ", "〔"), ("一つ目の文に港の話を書くんだよ", "一つ目の文"),
    ])
  func placeholder(text: String, phrase: String) throws {
    let findings = try findings(on: text)
    #expect(findings.contains(Expected("placeholder", in: "remark", quote: phrase)))
  }

  @Test(
    "the same words in another sense are good",
    arguments: [
      TextCase.good("誤差を従来の40分の1以下に抑えた予測を示す"), .good("記録の欠けた港でも使えるAIとして信頼を得る"),
      .good("予測器を言語モデルとして見直す新しい視点"), .good("入力された画像から港の潮位を読み取る"),
      .good("港のラベル情報が不足しているため、誤差が増える"), .good("こんなところにも港の知恵があるなんてね", in: "remark"),
      .good("設定をJSON文書から読み取り、港の記録を学ぶ", of: "It reads JSON documents."),
      .good("論文の要旨から港の名前を抜き出す手法を示す", of: "It reads the abstracts of papers."),
      .good("TODOコメントの書かれた理由を分類する手法", of: "We classify TODO comments."),
      .good("港の案内を日本語に翻訳した文の集まりを配る", of: "A Japanese corpus of harbour guides."),
    ])
  func harmless(example: TextCase) throws {
    try example.check()
  }

  private func findings(on text: String) throws -> [Expected] {
    let sheet = Sheet().with(text, in: "remark")
    return try #require(Sheet.validator.verdict(on: sheet.manuscript)).findings.map(Expected.init)
  }
}
