const LONGEST = 40

/** An innermost condition: what stands in it, and what stands otherwise. */
const CONDITION =
  /\{%-?\s*(?:if|unless)\b[^%]*%\}((?:(?!\{%)[\s\S])*)(?:\{%-?\s*else\s*-?%\}((?:(?!\{%)[\s\S])*))?\{%-?\s*end(?:if|unless)\s*-?%\}/g

/** The words of a block as a line of a list, as somebody reads them of whom little is known; data as “…”. */
export function wordsIn(html: string): string {
  let text = html
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(CONDITION, (_, then: string, otherwise?: string) => otherwise ?? then)
  }
  text = text
    .replace(/\{%[\s\S]*?%\}/g, '')
    .replace(/\{\{[\s\S]*?\}\}/g, '…')
    .replace(/<[^>]*>|&\w+;/g, ' ')
    // Not \s: French typography lives in its no-break spaces.
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
