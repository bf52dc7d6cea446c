import type { MailWarning } from './mail-warning'
import { about } from './warning-about'

/** Longer subjects are cut by phones. A workspace's own figure may differ. */
const MOST_CHARACTERS = 50
/** Of a subject with so many letters, more than this share in capitals is shouting. */
const FEWEST_LETTERS = 8
const SHOUTED_SHARE = 0.6

/** What is wrong with a subject as one person gets it. */
export function subjectWarnings(subject: string): MailWarning[] {
  const length = [...subject.trim()].length
  if (length === 0) return [about('no-subject')]
  return [
    ...(length > MOST_CHARACTERS
      ? [about('long-subject', { n: length, most: MOST_CHARACTERS })]
      : []),
    ...(isShouted(subject) ? [about('shouting')] : []),
  ]
}

function isShouted(subject: string): boolean {
  const letters = subject.match(/\p{L}/gu) ?? []
  const capitals = subject.match(/\p{Lu}/gu) ?? []
  const isLoud =
    letters.length >= FEWEST_LETTERS && capitals.length > SHOUTED_SHARE * letters.length
  return isLoud || (subject.match(/!/g) ?? []).length > 1
}
