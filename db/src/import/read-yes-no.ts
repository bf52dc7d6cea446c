const YES = new Set(['1', 'yes', 'y', 'true', 'oui', 'o', 'vrai', 'x'])
const NO = new Set(['0', 'no', 'n', 'false', 'non', 'faux'])

/** Yes or no as people write it in either language; null where it is neither. */
export function readYesNo(text: string): boolean | null {
  const said = text.trim().toLowerCase()
  if (YES.has(said)) return true
  return NO.has(said) ? false : null
}
