import Foundation
import Records
import Validation

/// A good manuscript, for tests to damage.
struct Sheet: Sendable {
  /// The paper's English title.
  var paperTitle = "Small Models for Tide Tables"
  /// The paper's abstract.
  var abstract = """
    Tide tables are built from decades of records, and existing methods err badly in ports without \
    them. We propose TideNet, a small model that borrows the records of a neighbouring port, and \
    compare it with MoonFormer on Harbor-10. On 40 ports TideNet halves the error and is 1.5 times \
    faster.
    """
  /// What the authors say beside the abstract.
  var comment: String?
  /// The paper's number within its month.
  var number = 20021
  /// The Japanese title.
  var title: String? = "潮汐表のための小さなモデル"
  /// Why there is no Japanese title.
  var titleFailure: DraftFailure?
  /// The bullets.
  var bullets: [String]? = [
    "潮汐表の作成には、長年の観測記録と多くの計算が要る", "既存の手法は、観測の欠けた港では誤差が大きい",
    "隣の港の記録を借りて学ぶ、小さな予測モデルを提案する", "40の港で試し、誤差を従来の半分に抑えた",
  ]
  /// The remark.
  var remark: String? = "港ごとの癖まで学んでくれるなんて、釣り好きにはたまらないね！"
  /// Why there is no summary.
  var summaryFailure: DraftFailure?
  /// Judges manuscripts whose prompts have two headings and one rule.
  static let validator = Validator(
    glossary: Glossary([
      Glossary.Term(
        english: ["tide table"], japanese: ["潮汐表", "潮見表"], forbidden: ["潮のテーブル"])
    ]),
    prompts: ["守ること\n読む人が港へ行きたくなるように書いてください"], promptHeadings: ["役割", "守ること"])

  /// The sheet after a change.
  func with(_ change: (inout Sheet) -> Void) -> Sheet {
    var sheet = self
    change(&sheet)
    return sheet
  }

  /// The text in a field, by its name in findings; setting one that does not exist does nothing.
  subscript(field: String) -> String {
    get {
      switch field {
      case "title": title ?? ""
      case "remark": remark ?? ""
      default: bullets?[Self.index(of: field)] ?? ""
      }
    }
    set {
      switch field {
      case "title": title = newValue
      case "remark": remark = newValue
      default: bullets?[Self.index(of: field)] = newValue
      }
    }
  }

  private static func index(of field: String) -> Int {
    field.dropFirst("bullets[".count).first?.wholeNumberValue ?? 0
  }

  /// The sheet with another text in one field; `bullets[2]` names the third bullet.
  func with(_ text: String, in field: String) -> Sheet {
    with { $0[field] = text }
  }

  /// Both drafts beside the paper.
  var manuscript: Manuscript {
    Manuscript(paper: paper, title: titleDraft, summary: summaryDraft)
  }

  /// The title's draft alone.
  var titleAlone: Manuscript {
    Manuscript(paper: paper, title: titleDraft)
  }

  /// The summary's draft alone.
  var summaryAlone: Manuscript {
    Manuscript(paper: paper, summary: summaryDraft)
  }

  /// The paper alone.
  var bare: Manuscript { Manuscript(paper: paper) }

  /// The identifier of the default paper.
  static let id = Sheet().id

  /// The identifier of the paper.
  var id: ArXivID {
    guard let id = ArXivID("2407.\(number)") else { fatalError("no identifier") }
    return id
  }

  private static let time = Date(timeIntervalSince1970: 1_722_261_460)

  /// The paper as arXiv describes it.
  var paper: Paper {
    Paper(
      id: id, version: 1, title: paperTitle, abstract: abstract, authors: ["First Author"],
      comment: comment, categories: ["cs.LG"], published: Self.time, updated: Self.time,
      topics: ["sd"])
  }

  private var provenance: Provenance {
    Provenance(
      profile: "p", model: "m", prompt: Fingerprint("prompt"), input: Fingerprint("input"),
      usage: Usage(requests: 1), time: Self.time)
  }

  private var titleDraft: TitleDraft {
    TitleDraft(
      id: id, title: title, reply: "{}", failure: titleFailure, provenance: provenance)
  }

  private var summaryDraft: SummaryDraft {
    SummaryDraft(
      id: id, bullets: bullets, remark: remark, reply: "{}", failure: summaryFailure,
      provenance: provenance)
  }
}
