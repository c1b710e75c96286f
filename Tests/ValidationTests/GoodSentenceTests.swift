import Testing

@Suite("Good sentences of the field")
struct GoodSentenceTests {
  @Test("a good bullet brings no finding", arguments: bullets)
  func bullet(abstract: String, text: String) throws {
    try TextCase.good(text, of: abstract).check()
  }

  @Test("a good remark brings no finding", arguments: remarks)
  func remark(text: String) throws {
    try TextCase.good(text, in: "remark").check()
  }

  private static let bullets = [
    ("We train LLMs with DP-SGD at epsilon = 8.", "DP-SGDでLLMを学習し、ε=8でも文章の質を保てることを示す"),
    ("Accuracy rises from 71.2% to 78.9% on CIFAR-100.", "CIFAR-100での精度を71.2%から78.9%に引き上げた"),
    ("Membership inference attacks reveal training data.", "メンバーシップ推論攻撃（MIA）により、学習データの一部が露見しうる"),
    ("The Rényi differential privacy of the mechanism", "Rényi差分プライバシーに基づき、機構の損失を厳密に評価する"),
    ("Intel SGX and AMD SEV-SNP are compared.", "Intel SGXとAMD SEV-SNPの性能と安全性を同じ条件で比較した"),
    ("A transformer with 1.3 billion parameters", "13億パラメータのTransformerを端末上で動かす工夫を示す"),
    ("throughput of 10,000 transactions per second", "毎秒1万件の取引を処理できることを、実機の計測で確かめた"),
    ("We reduce the cost by two orders of magnitude.", "計算量を2桁減らし、実用に耐える速さに近づけた"),
    ("a k-anonymous release for k = 5", "k=5のk-匿名性を満たす形で表を公開する手順を定める"),
    ("The adversary controls up to one third of the nodes.", "全体の3分の1までのノードが結託しても安全性を保つ"),
    ("Non-IID client data", "クライアントごとのデータがnon-IIDでも収束することを証明"),
    ("A 5G core network", "5G網の中核装置を対象に、設定の誤りを自動で見つける仕組み"),
    ("an O(n log n) algorithm", "計算量を O(n log n) に抑え、大きなグラフにも適用可能に"),
    ("posts on Stack Overflow from 2015 to 2023", "2015〜2023年のStack Overflowの投稿を集め、傾向を分析した"),
    ("The GDPR and the right to be forgotten", "GDPRの「忘れられる権利」を満たすための機械的忘却を扱う"),
    ("We interview 24 practitioners.", "24人の実務者への聞き取りから、導入をためらう理由を整理する"),
    ("It needs no retraining.", "再学習を要しないため、既存のサービスにそのまま組み込める"),
    ("a false positive rate of 0.1%", "偽陽性率を0.1%以下に保ったまま、不正な通信の大半を検知する"),
    ("synthetic data", "合成データは有用だが、希少な属性の再現にはなお課題が残る"),
    ("text prompts", "入力された文章から個人情報を取り除き、意味は保つ変換を学ぶ"),
    ("a trustworthy AI", "信頼できるAIとして社会に受け入れられる条件を整理する"),
    ("language models", "小規模な言語モデルとして最良の結果を、少ない資源で得た"),
    ("labels are scarce", "ラベル情報が不足しているため、自己教師あり学習で補う"),
    ("a survey", "近年の研究を目的・手法・評価の観点から分類した調査である"),
    ("a user study", "利用者調査の結果、説明の有無で信頼の度合いが変わると分かった"),
    ("Wi-Fi signals", "Wi-Fiの電波の揺らぎだけで、室内の人の動きを推定する"),
    ("JSON logs", "JSON形式のログを圧縮したまま検索できる索引を設計した"),
    ("zero-shot", "ゼロショットの設定でも、教師ありの手法に迫る性能を示した"),
    ("half of the users", "利用者の半数が、設定画面の存在に気づいていなかった"),
    ("a 12-layer network", "12層のネットワークを秘密計算の上で動かすための近似を提案"),
    ("It holds for α < 1/2.", "α < 1/2 の範囲で成り立つことを、反例とともに示した"),
    ("in the 1990s", "1990年代に提案された手法を、現在の計算機で改めて評価する"),
    ("the C++ and Rust compilers", "C++とRustで書かれた部品が混ざるときの落とし穴を洗い出す"),
    ("images of 512x512 pixels", "512x512の画像を対象に、透かしの耐久性を測る"),
    ("latency of 3 ms", "遅延は3 msに収まり、対話的な利用にも支障がない"),
    ("AUC of 0.93", "AUCは0.93に達し、専門家の判断とほぼ並んだ"),
  ]

  private static let remarks = [
    "秘密を守りながら答えだけ教えてくれるなんて、口の堅い友達みたいでいいよね！", "AIにも「忘れる力」が要るって話、ちょっと人間くさくて好きかも",
    "スマホの中だけで完結するなら、電車の中でも安心して使えそうだなあ", "攻撃する側の発想が巧妙すぎて、読んでいて背筋がひやっとしたよ…",
    "100%安全とは言えなくても、この一歩はかなり大きいんじゃないかな？", "数式は難しそうだけど、やりたいことはすごく素直で気持ちがいいね♪",
    "身近な家電がこっそり見張り役になるかもって、ちょっとした怪談だよね", "こういう縁の下の力持ちみたいな研究、もっと日の目を見てほしいな〜",
  ]
}
