import Foundation
import Records
import Validation

/// A good manuscript, for tests to damage.
struct Sheet: Sendable {
  /// The paper's English title.
  var paperTitle = "Small Models for Tide Tables"
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
  /// The headings of the prompts.
  var headings = ["役割", "守ること"]

  /// The sheet after a change.
  func with(_ change: (inout Sheet) -> Void) -> Sheet {
    var sheet = self
    change(&sheet)
    return sheet
  }

  /// The sheet with another text in one field; `bullets[2]` names the third bullet.
  func with(_ text: String, in field: String) -> Sheet {
    with { sheet in
      switch field {
      case "title": sheet.title = text
      case "remark": sheet.remark = text
      default:
        guard let digit = field.dropFirst("bullets[".count).first?.wholeNumberValue else { return }
        sheet.bullets?[digit] = text
      }
    }
  }

  /// Both drafts beside the paper.
  var manuscript: Manuscript {
    Manuscript(paper: paper, title: titleDraft, summary: summaryDraft, promptHeadings: headings)
  }

  /// The title's draft alone.
  var titleAlone: Manuscript {
    Manuscript(paper: paper, title: titleDraft, promptHeadings: headings)
  }

  /// The summary's draft alone.
  var summaryAlone: Manuscript {
    Manuscript(paper: paper, summary: summaryDraft, promptHeadings: headings)
  }

  /// The paper alone.
  var bare: Manuscript { Manuscript(paper: paper) }

  /// The identifier of the paper.
  static let id: ArXivID = {
    guard let id = ArXivID("2407.20021") else { fatalError("no identifier") }
    return id
  }()

  private static let time = Date(timeIntervalSince1970: 1_722_261_460)

  private var paper: Paper {
    Paper(
      id: Self.id, version: 1, title: paperTitle, abstract: "Tides follow the moon.",
      authors: ["First Author"], comment: nil, categories: ["cs.LG"], published: Self.time,
      updated: Self.time, topics: ["sd"])
  }

  private var provenance: Provenance {
    Provenance(
      profile: "p", model: "m", prompt: Fingerprint("prompt"), input: Fingerprint("input"),
      usage: Usage(requests: 1), time: Self.time)
  }

  private var titleDraft: TitleDraft {
    TitleDraft(
      id: Self.id, title: title, reply: "{}", failure: titleFailure, provenance: provenance)
  }

  private var summaryDraft: SummaryDraft {
    SummaryDraft(
      id: Self.id, bullets: bullets, remark: remark, reply: "{}", failure: summaryFailure,
      provenance: provenance)
  }
}
