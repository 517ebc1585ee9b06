const SIGNS = [
  /^#{1,6} \S/m,
  /^\s*[-*+] \S/m,
  /^\s*\d{1,3}[.)] \S/m,
  /^\s*[-*] \[[ xX]\] /m,
  /^> \S/m,
  /^```/m,
  /^\|.*\|[ \t]*\n\|[ \t]*:?-+:?[ \t]*\|/m,
  /\[[^\]\n]+\]\(https?:\/\/[^)\s]+\)/,
  /\*\*\S[^*\n]*\*\*/,
]

/** Whether plain text was probably written as Markdown: it has one of the signs that people rarely type for another reason. */
export function looksLikeMarkdown(text: string): boolean {
  const beginning = text.slice(0, 20_000)
  return SIGNS.some((sign) => sign.test(beginning))
}
