import Records
import Testing

@testable import Validation

@Suite("Names are those of the abstract")
struct NameCheckTests {
  @Test("a name may be written in every usual way", arguments: spellings)
  func spelling(abstract: String, text: String) throws {
    try TextCase.good(text + "を用いて予測する手法を示す", of: abstract).check()
  }

  @Test(
    "a name that differs by a letter from the abstract's is an error",
    arguments: [
      ("We propose TideNet.", "TideNets2", "altered-name"),
      ("We propose TideNet.", "TydeNet", "altered-name"),
      ("We propose TideNet.", "TidNet", "altered-name"),
      ("on Harbor-10", "Harbor-11", "altered-name"),
      ("on ImageNet", "ImegeNet", "altered-name"), ("MoonFormerXL", "MonnFormerXL", "altered-name"),
      ("GPT-4 and others", "GPT-5", "altered-name"), ("CIFAR-10", "CIFAR-100", "altered-name"),
      ("LLaMA-2", "LLaMA-3", "altered-name"), ("GPT-4o", "GPT-4", "altered-name"),
      ("GPT-3.5", "GPT-3", "altered-name"),
      ("the WikiText corpus", "WikiTxt", "altered-name"),
    ])
  func alteration(abstract: String, text: String, code: String) throws {
    try TextCase.bad(text + "を用いて予測する手法を示す", of: abstract, code, quote: text).check()
  }

  @Test(
    "an acronym is one of the abstract, or made of words in a row",
    arguments: [
      TextCase.good("MSEを用いて予測する手法を示す", of: "the mean squared error"),
      .good("MSEを用いて予測する手法を示す", of: "the mean of squared error"),
      .good("Poincaré球を用いて予測する手法を示す", of: #"the Poincar\'e ball"#),
      .good("Gödelを用いて予測する手法を示す", of: #"the G\"{o}del number"#),
      .bad("MAEを用いて予測する手法を示す", of: "the MSE of models and errors", "altered-name", quote: "MAE"),
      .bad(
        "PCAを用いて予測する手法を示す", of: "a patient. Cancer and all", "name-not-in-abstract",
        quote: "PCA"),
      .bad(
        "Llama-3-SynBを用いて予測する手法を示す", of: "Llama-3-SynE, a small but good one", "altered-name",
        quote: "Llama-3-SynB"),
    ])
  func acronym(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "a name that the abstract does not have is an error",
    arguments: [
      ("We propose TideNet.", "StormNet"), ("a vision model", "GPT-4"),
      ("federated learning", "SVM"),
      ("federated learning", "FLX"), ("a model", "BERT"), ("a model", "H100"),
      ("a model", "Llama-3"),
      ("proof of work", "PoS"), ("a method", "SOTB"), ("CIFAR-10/100", "CIFAR-200"),
      ("Llama-3.1-8B", "Llama-3-8B"),
    ])
  func invention(abstract: String, text: String) throws {
    try TextCase.bad(
      text + "を用いて予測する手法を示す", of: abstract, "name-not-in-abstract", quote: text
    ).check()
  }

  @Test(
    "a word with one capital may be a name or a word, and is reported",
    arguments: [("a language model", "Transformer"), ("a private model", "Laplace")])
  func word(abstract: String, text: String) throws {
    try TextCase.odd(
      text + "を用いて予測する手法を示す", of: abstract, "word-not-in-abstract", quote: text
    ).check()
  }

  @Test("a name of the rules may stand in any text")
  func known() throws {
    let sheet = Sheet().with("StormNetとWAVESを用いて予測する", in: "bullets[1]")
    var rules = Rules()
    rules.knownNames = ["storm-net", "WAVE"]
    let names = Validator(rules: rules).findings(in: sheet.manuscript)
    #expect(names == [])
    rules.knownNames = []
    let strangers = Validator(rules: rules).findings(in: sheet.manuscript)
    #expect(strangers.map(\.quote) == ["StormNet", "WAVES"])
  }

  @Test("nothing is held against an abstract that is not known")
  func unknown() throws {
    try TextCase.good("StormNetをBERTと比べる実験を示す", of: "").check()
  }

  @Test(
    "words are as far apart as the letters that differ",
    arguments: [
      ("tide", "tide", 0), ("tide", "tyde", 1), ("tide", "tides", 1), ("tide", "ide", 1),
      ("tide", "edit", nil),
      ("", "ab", 2), ("ab", "", 2), ("", "", 0), ("abc", "", nil),
    ])
  func distance(one: String, other: String, distance: Int?) {
    #expect(Array(one.utf8).distance(to: Array(other.utf8), atMost: 2) == distance)
  }

  private static let spellings = [
    ("We propose TideNet.", "TideNet"), ("We propose TideNet.", "Tide-Net"),
    ("We propose Tide-Net.", "TideNet"),
    ("we use LLMs", "LLM"), ("an LLM", "LLMs"), ("a large language model", "LLM"),
    ("zk-SNARKs", "zkSNARK"),
    ("zkSNARK", "zk-SNARK"), ("graph neural networks", "GNN"), ("vision transformers", "ViT"),
    ("reinforcement learning", "RL"), ("proof of work", "PoW"), ("out-of-distribution data", "OOD"),
    ("state-of-the-art models", "SOTA"), ("a trusted execution environment", "TEE"),
    ("CIFAR-10/100", "CIFAR-100"),
    ("CIFAR-10/100", "CIFAR-10"), ("CIFAR10", "CIFAR-10"), ("GPT-4o", "GPT-4o"), ("GPT-4", "GPT4"),
    ("in 3D", "3D"),
    ("5G networks", "5G"), ("differentially private SGD", "DP-SGD"), ("non-IID data", "non-IID"),
    ("a method", "GPU"),
    ("a method", "AI"), ("ResNet50", "ResNet-50"), ("H100 GPUs", "H100"), ("AT&T", "AT&T"),
    ("LLaMA-2", "Llama 2"),
    ("the Gaussian mechanism", "Gaussian"), ("F1 scores", "F1"), ("the variable n", "n"),
    ("naïve Bayes", "naïve Bayes"),
    ("FedAvg", "FedAvg"), ("U-Net", "UNet"), ("text-to-image", "Text-to-Image"),
    ("the k-means method", "K-means"),
    ("a 10x10 grid", "10x10"), ("IEEE 802.11ax", "IEEE 802.11ax"), ("(VAEs)", "VAE"),
    ("C++ code", "C++"),
    ("100 Mbps", "100Mbps"), ("Qwen2.5-Coder-1.5B-Instruct", "Qwen2.5-Coder-1.5B-Instruct"),
    ("GPT-3.5", "GPT-3.5"),
    ("Llama-3.1-8B", "Llama-3.1-8B"), ("TLS 1.3", "TLS 1.3"), ("IEEE 802.15.4", "IEEE 802.15.4"),
    ("on ImageNet-1k", "ImageNet-1k"),
    ("chain-of-thought prompts", "CoT"), ("LLM-as-a-judge", "LLM-as-a-Judge"),
    ("question answering", "QA"), ("i.i.d. data", "IID"),
    ("NP-hard", "NP"), ("zero-knowledge proofs", "ZKP"), ("IPv6", "IPv6"), ("v2.0", "v2.0"),
    ("COVID-19", "COVID-19"),
    ("a 28 nm chip", "28nm"), ("multi-party computation", "MPC"), ("Wi-Fi", "WiFi"),
    ("mixture-of-experts", "MoE"), ("Mixture of Experts", "MoE"),
    (#"the model \textsc{Tide}Net"#, "TideNet"),
    ("GPT4 and Llama3", "Llama 3"), ("Qwen2.5", "Qwen 2.5"), ("30FPS", "30 FPS"),
    ("MSCOCO", "MS COCO"), ("DeepSeekV3", "DeepSeek V3"), ("Llama-3.1 (8B, 70B)", "Llama-3.1-70B"),
    ("GPT-3.5 and GPT-3", "GPT-3"), ("ResNets of depth 50", "ResNet-50"),
    ("variational autoencoders", "VAE"), ("the area under the ROC curve", "AUC"),
    ("intersection over union", "mIoU"), ("electrocardiograms", "ECG"),
  ]
}
