const UNSAID =
  /<mj-head\b[\s\S]*?<\/mj-head\s*>|<(?:mj-)?style\b[\s\S]*?<\/(?:mj-)?style\s*>|<!--[\s\S]*?-->|\{%[\s\S]*?%\}/gi
/** Tags that begin a line of their own; one that is left open ends where the next begins. */
const PARTS = /<\/?(?:mj-[a-z-]+|p|br|h[1-6]|li|ul|ol|table|tr|div)\b[^<>]*>?/gi
const INLINE = /<\/?[a-z][^<>]*>?/gi
const characters: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: '’',
    nbsp: '\u00a0',
    '#39': '’',
    '#8239': '\u202f',
  },
}

/** What a mail's source says, a line for each of its parts, also where it cannot be made into a mail; data as written. */
export const sourceWords = (mjml: string): string =>
  mjml
    .replace(UNSAID, '')
    .replace(PARTS, '\n')
    .replace(INLINE, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => characters[name] ?? whole)
    .split('\n')
    .map((line) => line.replace(/[ \t\r]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
