import Records
import Testing

@Suite("Text without commands of TeX")
struct PlainTeXTests {
  @Test(
    "LaTeX is shown as what it stands for",
    arguments: [
      (#"We propose \aname, a method"#, "We propose 〔aname〕, a method"),
      (#"\name{} and \name wins"#, "〔name〕 and 〔name〕 wins"),
      (#"by 14.6\% at $\epsilon = 1$"#, "by 14.6% at $ε = 1$"),
      (#"$10\times$ and $3 \times 4$"#, "$10×$ and $3 × 4$"),
      (#"the \textbf{bold \emph{one}} {kept}"#, "the bold one {kept}"),
      (#"\textit{a {b} c} d"#, "a {b} c d"),
      (#"\alpha\beta, R\&D, 50\,000 \\ next"#, "αβ, R&D, 50 000   next"),
      (#"$\mathcal{O}(\sqrt{n})$"#, "$O(√{n})$"),
      (#"\(x\) and \[y\]"#, "$x$ and $y$"),
      (#"a brace } and an end \"#, "a brace } and an end "),
      (#"$\frac{1}{2}$ and $\dfrac {a+b}{c}$ and \frac12"#, "$1/2$ and $(a+b)/c$ and 12"),
      (#"\frac{\frac{x}{2}}{\sqrt{n}}"#, "(x/2)/(√{n})"),
      (#"\frac{a}{b"#, "a{b"),
      (
        String(repeating: #"\frac{"#, count: 6) + "1" + String(repeating: "}{2}", count: 6),
        "((((1{2}{2})/2)/2)/2)/2"
      ),
      (#"$\tilde{O}(n)$ and $\widetilde{x}$"#, "$~O(n)$ and $~x$"),
      (#"\begin{itemize}\item a\end{itemize}"#, " a"),
      (#"\href{https://x.example/a_b}{the code} here"#, "the code here"),
      (#"as in \cite{foo}, \citep[p.~2]{a,b} and \ref{sec:x}\label{y}."#, "as in ,  and ."),
      (
        #"\cite without a group, \cite{and without its end"#,
        " without a group, {and without its end"
      ),
      (#"Poincar\'{e}, Poincar{\'e}, G\"odel, \c{c}a, \v s"#, "Poincaré, Poincaré, Gödel, ça, š"),
      (#"\O re, \o{}re, Stra\ss e, na\"{\i}ve, \'\i, \L{}"#, "Øre, øre, Straße, naïve, í, Ł"),
      (#"\' and \vs and \c"#, " and 〔vs〕 and 〔c〕"),
      (#"\textbf without a group"#, " without a group"),
      ("no command at all", "no command at all"),
    ])
  func commands(latex: String, shown: String) {
    #expect(latex.withoutCommands == shown)
  }
}
