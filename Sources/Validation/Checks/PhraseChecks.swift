import Records

/// Whether a text speaks of its own making instead of the paper.
extension Check {
  /// The rules of this file; each is a list of phrases that no digest needs.
  static let phrases: [Check] = Phrase.allCases.map { kind in
    Check(kind.rawValue) { reading in
      reading.phrases.filter { $0.kind == kind }.map { phrase in
        Problem(
          phrase.text.field.description, kind.message, quote: phrase.text.words(phrase.place))
      }
    }
  }
}

/// What a phrase gives away.
enum Phrase: String, CaseIterable {
  /// The text is about the task.
  case taskTalk = "task-talk"
  /// The model declines.
  case refusal
  /// Something was to be filled in.
  case placeholder

  /// One sentence for the editor.
  var message: String {
    switch self {
    case .taskTalk: "the text speaks of the task instead of the paper"
    case .refusal: "the model declines or excuses itself"
    case .placeholder: "something was to be filled in here"
    }
  }

  /// All phrases, with the words of a source that make one harmless.
  static let table = PhraseTable(
    allCases.flatMap { kind in
      kind.phrases.map { phrase in
        let topics = Set(topics[phrase, default: []].map { WordMark($0).value })
        return (phrase: phrase, value: (kind: kind, topics: topics))
      }
    })

  /// What papers about such things may well say.
  private static let topics = [
    "JSON": ["json"], "要旨": ["abstract"], "箇条書き": ["bullet", "list"], "固有名詞は": ["noun", "name"],
    "日本語に翻訳": ["japanese", "translation"], "日本語訳は": ["japanese", "translation"],
    "翻訳すると": ["translation", "translate", "translated", "translating"],
    "タイトルから": ["title"], "タイトルを読む": ["title"], "TODO": ["todo"], "TBD": ["tbd"], "XXX": ["xxx"],
    "placeholder": ["placeholder"],
  ]

  private var phrases: [String] {
    switch self {
    case .taskTalk:
      [
        "このタイトル", "この題目", "タイトルを読む", "題目を読む", "タイトルから", "タイトルを翻訳", "日本語に翻訳", "日本語訳は",
        "日本語訳:", "日本語訳：", "翻訳すると", "翻訳しました", "要約しました", "要約すると", "要約です。", "要約します",
        "以下に示", "以下に要約", "以下に翻訳", "以下に訳", "以下の通り", "以下のとおり", "上記の論文", "与えられた論文",
        "入力された論文", "入力された題目", "要旨", "固有名詞は", "ご確認ください", "箇条書き", "JSON", "一言コメント", "コメントします",
        "出力します", "here is", "here are", "the user", "this paper ", "translation:", "summary:",
      ]
    case .refusal:
      [
        "申し訳", "お手伝いできません", "お答えできません", "要約できません", "翻訳できません", "できかねます",
        "AIアシスタントとして", "AIとしてお", "私はAI", "言語モデルとしてお", "言語モデルなので", "私は言語モデル",
        "i'm sorry", "i am sorry", "i cannot", "i can't", "as an ai", "unable to assist", "お役に立て",
        "情報が提供されていません", "情報がありません", "要旨が提供されていない", "要旨が与えられていない",
      ]
    case .placeholder:
      [
        "〔", "TODO", "TBD", "XXX", "lorem ipsum", "○○", "〇〇", "◯◯", "△△", "××", "入力の id", "日本語の題目",
        "一つ目の文", "一つ目の項目", "ここに記", "ここに入力", "ここに書", "ここにタイトル", "ここに要約", "ここに訳", "（略）", "(略)",
        "[要約]", "[タイトル]", "<title>", "placeholder",
      ]
    }
  }
}
