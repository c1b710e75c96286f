extension Damage {
  /// Every kind that is done to one text.
  static let kinds = shape + language + residue + grounding

  private static let shape = [
    replacing("an empty text", "empty-text", by: ["", "\n", " ", "\u{3000}"]),
    inserting("a line break", "several-lines", ["\n", "\r\n", "\u{2028}", "\u{85}"]),
    replacing("a single word", "length", by: ["港"], besides: ["repetition", "not-japanese"]),
    Damage("a text without an end", "length", besides: ["repetition"]) { text, _, generator in
      let letters = Array("あかさたなはまやらわいきしちに")
      return text + "と" + (0..<200).compactMap { _ in letters.randomElement(using: &generator) }
    },
    Damage("a text cut at a comma", "cut-off", besides: ["unpaired-bracket"]) {
      text, _, generator in
      let joints = text.joints.filter { $0 >= 8 }
      return joints.randomElement(using: &generator).map {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix($0))) + "、"
      }
    },
    around("a bullet cut at a particle", "cut-off", behind: ["ことを", "手法は", "点が"], in: bullets),
    inserting("words over and over", "repetition", [String(repeating: "新しい工夫を重ね", count: 8)]),
  ]

  private static let language = [
    Damage("an English sentence", "not-japanese", besides: ["repetition"]) { _, sheet, generator in
      sheet.abstract.split(separator: ". ").filter {
        !$0.contains(where: \.isNumber) && $0.count > 20
      }
      .randomElement(using: &generator).map(String.init)
    },
    replacing(
      "a Chinese sentence", "not-japanese",
      by: ["本文提出一种新的隐私保护方法以提高效率", "实验结果表明该方法优于现有的基准模型"], in: bullets + ["remark"],
      besides: ["foreign-kanji"]),
    replacing(
      "a Chinese title", "foreign-kanji", by: ["基于联邦学习的隐私保护方法", "面向边缘设备的模型压缩"], in: ["title"]),
    inserting(
      "English words", "english-sentence",
      ["that keeps all of the", "which is better than others by far"],
      besides: ["word-not-in-abstract"]),
    inserting(
      "an English word", "english-word", ["really", " however "], besides: ["word-not-in-abstract"]),
    inserting("a simplified character", "foreign-kanji", ["这", "测", "图", "为", "们", "网"]),
    inserting("a letter of another script", "wrong-script", ["데이터", "данные", "ข้อ", "بيان"]),
    inserting("a broken character", "broken-character", ["\u{FFFD}", "\u{E001}", "\u{FFFE}"]),
    inserting(
      "a control or override", "control-character",
      ["\u{7}", "\u{202E}", "\u{1B}", "\u{2067}", "\t"]),
    around("a polite ending", "polite-style", behind: ["と言えます", "手法です", "ことを示しました"], in: bullets),
    around("a polite remark", "polite-remark", behind: ["と思います", "ですね。そう思いました"], in: ["remark"]),
    around(
      "a remark like a report", "formal-remark", behind: ["ことが必要である", "技術を提案"], in: ["remark"]),
    around("a label", "label", before: ["背景：", "結果:", "【課題】", "手法："], in: bullets),
    inserting("a comma of ASCII", "narrow-punctuation", [",", "!"]),
    inserting("a comma of another style", "wide-comma", ["，", "．"]),
    inserting("half a bracket", "unpaired-bracket", ["（", "」", "[", ")"]),
  ]

  private static let residue = [
    around("a fence that is not closed", "code-fence", before: ["```"]),
    inserting("a fence in the middle", "code-fence", ["```", "~~~"]),
    around(
      "a thought", "think-block", before: ["<think>", "<think>ふむ</think>"],
      besides: ["english-word", "word-not-in-abstract"]),
    around(
      "a piece of JSON", "json-residue", behind: ["\"]}", "\"}"], besides: ["unpaired-bracket"]),
    around(
      "a heading of the prompt", "prompt-heading", before: ["役割：", "守ること: ", "# "],
      besides: ["label"]),
    inserting("a sentence of the prompt", "prompt-echo", ["読む人の目線で短くまとめて書く"]),
    replacing(
      "talk about the task", "task-talk",
      by: ["このタイトルを日本語にするとこうなる", "上記の論文を短くまとめた文である", "以下に示すのが短い文だ"], besides: ["formal-remark"]),
    replacing(
      "a refusal", "refusal", by: ["申し訳ありませんが、それはできません", "AIアシスタントとして、これは書けない"],
      besides: ["polite-style", "polite-remark"]),
    inserting("a placeholder", "placeholder", ["〇〇", "（略）", "〔入力〕", "××"]),
    inserting("a macro of the authors", "latex-macro", ["\\ourmethod ", "\\textsc{}"]),
    inserting(
      "a macro that JSON damaged", "latex-damage", ["\nabla ", "\times ", "\rho ", "\u{C}rac "],
      besides: ["several-lines", "control-character", "english-word", "word-not-in-abstract"]),
  ]

  private static let grounding = [
    Damage("a changed digit", "number-not-in-abstract") { text, sheet, generator in
      let scalars = Array(text.unicodeScalars)
      let digits = scalars.indices.filter { place in
        // The digits of names are names.
        ("2"..."9").contains(scalars[place]) && place > 0
          && ![UnicodeScalar("-"), "F"].contains(scalars[place - 1])
          && scalars.dropFirst(place + 1).first != "B"
      }
      guard let place = digits.randomElement(using: &generator) else { return nil }
      var changed = scalars
      changed[place] = UnicodeScalar(UInt8((scalars[place].value - 0x30 + 1) % 8 + 0x31))
      return changed == scalars ? nil : String(String.UnicodeScalarView(changed))
    },
    around(
      "an invented percentage", "number-not-in-abstract",
      behind: ["、73.9%の改善", "、４．５割の改善", "、改善率は33%"]),
    around(
      "an invented factor", "number-not-in-abstract", behind: ["、5.7倍の速さ", "、七倍の速さ", "、1900倍の速さ"]),
    around(
      "an invented amount", "number-not-in-abstract",
      behind: ["、3300万件の記録", "、88GBの記憶", "、2019年の記録"]),
    exchanging(
      "another unit", "unit-not-in-abstract",
      [("%", "倍"), ("倍", "%"), ("ミリ秒", "秒"), ("秒", "分"), ("17分", "17時間")]),
    exchanging(
      "another scale", "number-not-in-abstract",
      [
        ("1億2000万", "12億"), ("7B", "7M"), ("4096", "4096万"), ("65536", "6万5千536億"), ("12の", "12万の"),
        ("256", "256億"), ("1840", "1840万"),
      ]),
    exchanging(
      "a range of other ends", "range-not-in-abstract",
      [("6〜50%", "6〜84.5%"), ("5〜11%", "5〜99.1%"), ("から0.74", "から0.66")]),
    exchanging(
      "a name altered by a letter", "altered-name",
      [
        ("WardTune", "WardTone"), ("FedAvg", "FedAvq"), ("LocalHash", "LocalHush"),
        ("ShuffleBin", "ShufleBin"), ("zkSNARK", "zkSNERK"),
        ("PocketProof", "PoketProof"), ("ResNet-18", "ResNet-19"), ("FaultScope", "FaultScoop"),
        ("SEV-SNP", "SEV-SNQ"), ("CTGAN", "CTGEN"),
        ("RareDiff", "RareDif"), ("BitonicFHE", "BiotonicFHE"), ("SortCrypt", "SortCript"),
        ("OpenFHE", "OpemFHE"),
      ]),
    inserting("an invented name", "name-not-in-abstract", ["QuickPanda", "ZXQ", "GPT-9", "V900X"]),
    exchanging(
      "a term in a forbidden form", "forbidden-term",
      [
        ("連合学習", "連邦学習"), ("差分プライバシー", "差動プライバシー"), ("ゼロ知識証明", "ゼロナレッジ証明"), ("信頼実行環境", "信頼できる実行環境"),
        ("合成データ", "人造データ"), ("準同型暗号", "ホモモルフィック暗号"),
      ], besides: ["missing-term"]),
  ]
}
