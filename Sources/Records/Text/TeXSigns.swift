/// What the common commands of LaTeX stand for.
enum TeXSigns {
  /// Commands that are a sign or a letter.
  static let signs: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "θ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "nabla": "∇", "partial": "∂", "infty": "∞",
    "times": "×", "cdot": "·", "cdots": "…", "ldots": "…", "dots": "…", "pm": "±", "mp": "∓",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈",
    "sim": "~", "simeq": "≃", "equiv": "≡", "propto": "∝", "ll": "≪", "gg": "≫", "in": "∈",
    "notin": "∉", "subset": "⊂", "subseteq": "⊆", "cup": "∪", "cap": "∩", "emptyset": "∅",
    "forall": "∀", "exists": "∃", "neg": "¬", "wedge": "∧", "vee": "∨", "oplus": "⊕",
    "otimes": "⊗", "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒",
    "leftrightarrow": "↔", "mapsto": "↦", "sum": "∑", "prod": "∏", "int": "∫", "sqrt": "√",
    "log": "log", "ln": "ln", "exp": "exp", "min": "min", "max": "max", "sup": "sup",
    "inf": "inf", "lim": "lim", "Pr": "Pr", "star": "*", "ast": "*", "circ": "∘", "prime": "′",
    "langle": "⟨", "rangle": "⟩", "mid": "|", "vert": "|", "lVert": "‖", "rVert": "‖",
    "lceil": "⌈", "rceil": "⌉", "lfloor": "⌊", "rfloor": "⌋", "percent": "%", "degree": "°",
    "textbackslash": "", "quad": " ", "qquad": " ", "newline": " ", "LaTeX": "LaTeX", "TeX": "TeX",
    "left": "", "right": "", "big": "", "Big": "", "bigl": "", "bigr": "", "displaystyle": "",
    "textasciitilde": "~", "textsuperscript": "^", "textsubscript": "_", "item": "", "par": " ",
  ]

  /// Commands that only set how their argument looks.
  static let forms: Set<String> = [
    "textbf", "textit", "texttt", "textsc", "textsf", "textrm", "textsl", "textup", "emph", "text",
    "underline", "mathrm", "mathbf", "mathcal", "mathbb", "mathfrak", "mathsf", "mathtt", "mathit",
    "mathscr", "operatorname", "boldsymbol", "bm", "tilde", "hat", "bar", "vec", "overline",
    "widetilde", "widehat", "mbox", "hbox", "url", "href", "footnote",
    "bf", "it", "em", "tt", "sc", "sf", "rm", "tiny", "small", "large",
    "ensuremath", "xspace", "mathop", "limits", "bmod", "mod",
  ]

  /// Commands whose argument is no text for a reader.
  static let silent: Set<String> = [
    "cite", "citep", "citet", "citealp", "label", "ref", "eqref", "cref", "Cref", "begin", "end",
    "vspace", "hspace", "footnotemark",
  ]

  /// Commands that set their first argument above their second.
  static let fractions: Set<String> = ["frac", "tfrac", "dfrac", "nicefrac", "sfrac"]
}
