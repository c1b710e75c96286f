import Validation

extension Sheet {
  /// Good manuscripts of six papers that have little in common.
  static let samples = [wards, histograms, phones, faults, registries, lists]

  /// Judges the samples by their terms, with a prompt to copy from.
  static let sampleValidator = Validator(
    glossary: Glossary(
      [
        ("federated learning", "連合学習", "連邦学習"), ("differential privacy", "差分プライバシー", "差動プライバシー"),
        ("zero-knowledge proof", "ゼロ知識証明", "ゼロナレッジ証明"),
        ("trusted execution environment", "信頼実行環境", "信頼できる実行環境"),
        ("synthetic data", "合成データ", "人造データ"), ("homomorphic encryption", "準同型暗号", "ホモモルフィック暗号"),
      ].map { Glossary.Term(english: [$0.0], japanese: [$0.1], forbidden: [$0.2]) }),
    prompts: ["四つの文を順に並べ、読む人の目線で短くまとめて書く"], promptHeadings: ["役割", "守ること"])

  private static let wards = Sheet(
    paperTitle: "Federated Fine-Tuning of Language Models on Ward Notes",
    abstract: """
      Hospitals may not pool their ward notes. We present WardTune, a federated learning method \
      that fine-tunes a 7B language model across 12 hospitals while exchanging only low-rank \
      adapters. Compared with FedAvg, WardTune cuts communication by 84.5% and shortens training by \
      6-50% depending on the site. On the NoteQA benchmark its accuracy is within 1.2 points of \
      central training.
      """,
    number: 10001, title: "看護記録に基づく言語モデルの連合学習による微調整",
    bullets: [
      "病院どうしは看護記録を持ち寄れず、学習に使える文章が限られる",
      "FedAvgでは7Bの言語モデルの重みを送り合うため、通信量が重い",
      "低ランクの差分だけを送り合う連合学習手法WardTuneを提案する",
      "12の病院で通信量を84.5%減らし、訓練時間を6〜50%短縮した",
    ], remark: "記録を外に出さずに賢くなれるなら、現場の看護師さんも安心して使えそうだね！")

  private static let histograms = Sheet(
    paperTitle: "Private Histograms Without a Trusted Curator",
    abstract: """
      Counting how often values occur is the first step of many studies, yet a curator who sees all \
      values must be trusted. We study differential privacy in the shuffle model and propose \
      ShuffleBin, a protocol whose error is 3.2 times smaller than that of LocalHash at the same \
      privacy budget. For a domain of 120 million values it sends 18 bits per user and finishes in \
      40 ms. On CensusMini and TaxiTrips the largest error stays below 0.4\\%.
      """,
    number: 10002, title: "信頼できる管理者を要しない差分プライバシーのヒストグラム",
    bullets: [
      "値の出現回数を数える調査では、全ての値を見る管理者への信頼が前提となる",
      "既存のLocalHashは、同じプライバシー予算のもとで誤差が大きい",
      "シャッフルモデルで差分プライバシーを満たす手順ShuffleBinを提案",
      "1億2000万の値でも40ミリ秒で終わり、LocalHashより3.2倍正確に数えた",
    ], remark: "誰も全部は見ていないのにちゃんと数えられるって、なんだか手品みたいで好きだなあ")

  private static let phones = Sheet(
    paperTitle: "Proving Model Inference in Zero Knowledge on Phones",
    abstract: """
      A user would like to know that a remote model really computed an answer, without seeing its \
      weights. We describe PocketProof, a zero-knowledge proof system for convolutional networks \
      that runs on phones. It replaces the circuits of zk-SNARK compilers by lookup tables of 65,536 \
      entries and needs 2.4 GB of memory, half of what TensorPlonk needs. Proving ResNet-18 takes 38 \
      seconds, a nine-fold speed-up, and a proof has 1.5 kB.
      """,
    number: 10003, title: "スマートフォン上でモデル推論をゼロ知識証明する",
    bullets: [
      "遠隔のモデルが本当に計算した答えかを、重みを見ずに確かめたい場面がある",
      "zkSNARKの回路に直す従来の手法は記憶量が大きく、電話機では動かない",
      "65536項目の参照表で回路を置き換えるゼロ知識証明系PocketProofを示す",
      "ResNet-18の証明を38秒で終え、従来より9倍速く、記憶量は2.4GBに収まった",
    ], remark: "ポケットの中で証明まで済んじゃうなんて、少し前なら笑い話だったかもね")

  private static let faults = Sheet(
    paperTitle: "Page Faults Still Leak: Timing Attacks on Confidential Virtual Machines",
    abstract: """
      Trusted execution environments promise to keep data secret from the host. We show that page \
      faults of confidential virtual machines still leak. Our attack, FaultScope, watches 256 pages \
      at once and recovers an RSA key of 2,048 bits in 17 minutes with 99.1% accuracy. It works on \
      SEV-SNP and TDX. Padding faults to a fixed time stops the attack at a cost of 5 to 11% in \
      throughput.
      """,
    number: 10004, title: "ページフォールトはなお漏らす: 機密仮想マシンへの時間差攻撃",
    bullets: [
      "信頼実行環境は、ホストからもデータを隠せると期待されている",
      "機密仮想マシンでは、ページフォールトの時刻から秘密が漏れる余地が残る",
      "256のページを同時に見張る攻撃FaultScopeをSEV-SNPとTDXで実証した",
      "2048ビットのRSA鍵を17分、99.1%の精度で復元し、対策の負荷は5〜11%だった",
    ], remark: "鍵穴をのぞくどころか、足音だけで鍵の形を当てられるみたいでちょっと怖いね")

  private static let registries = Sheet(
    paperTitle: "Tabular Synthesis for Rare Diseases with Conditional Diffusion",
    abstract: """
      Registries of rare diseases are small, and sharing them endangers patients. We introduce \
      RareDiff, a conditional diffusion model that generates synthetic data for tables with mixed \
      columns. Trained on 1,840 records of five registries, it raises the F1 score of downstream \
      classifiers from 0.61 to 0.74, where CTGAN reaches 0.66. Membership inference succeeds in only \
      52% of the cases, close to a coin flip. Sampling takes a third of the time of TabDDPM.
      """,
    number: 10005, title: "条件付き拡散による希少疾患の表形式合成データ",
    bullets: [
      "希少疾患の登録簿は件数が少なく、共有すると患者の身元が危うい",
      "列の種類が混ざる表では、CTGANなどの合成データの質が伸び悩む",
      "条件を与えて表を作る拡散モデルRareDiffを提案し、患者を守る",
      "1840件の記録で学び、分類のF1スコアを0.61から0.74へ高めた",
    ], remark: "患者さんを守りながら研究も進むなら、こういう地道な表づくりこそ応援したくなるよ")

  private static let lists = Sheet(
    paperTitle: "Sorting Encrypted Lists in Logarithmic Depth",
    abstract: """
      Homomorphic encryption computes on ciphertexts, but comparisons are costly. We give SortCrypt, \
      an algorithm that sorts encrypted lists with O(log n) depth. It packs 4,096 numbers into one \
      ciphertext and uses polynomials of degree 27. With OpenFHE on one CPU, sorting 1,024 numbers \
      takes 6.5 seconds, which is 4 times faster than BitonicFHE, and the error stays below \
      $10^{-3}$.
      """,
    number: 10006, title: "暗号化されたリストを対数の深さで並べ替える",
    bullets: [
      "準同型暗号は暗号文のまま計算できるが、大小の比較は重い処理になる",
      "BitonicFHEなどの並べ替えは、リストが長いほど段数がかさむ",
      "4096個の数を一つの暗号文に詰め、対数の深さで並べるSortCryptを示す",
      "OpenFHEで1024個の数を6.5秒で並べ、BitonicFHEより4倍速く終えた",
    ], remark: "中身を見ないまま並べ替えるなんて、目隠しでトランプを整えるみたいだよね")
}
