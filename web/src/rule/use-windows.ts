import type { EventLeaf } from '@relance/core/rule/rule'
import type { Choice } from '../ui/select'
import { useWords } from '../words/use-words'
import type { RuleGround } from './rule-ground'

const MAIL_EVENTS = [
  'Email Link Clicked',
  'Email Opened',
  'Email Delivered',
  'Email Bounced',
  'Email Replied',
]

/** The periods an event may be asked for where the rule stands. */
export function useWindows(leaf: EventLeaf, { steps }: RuleGround): Choice[] {
  const { t } = useWords()
  const within = { value: 'within', label: t('window.within') }
  const ever = { value: 'ever', label: t('window.ever') }
  if (steps === null) return [ever, within]
  const mails = MAIL_EVENTS.includes(leaf.event) ? steps.filter(({ sends }) => sends) : []
  return [
    ever,
    { value: 'since:entry', label: t('window.entry') },
    { value: 'since:anchor', label: t('window.anchor') },
    within,
    ...mails.map(({ id, title }) => ({
      value: `of:${id}`,
      label: t('window.of', { step: title }),
    })),
    ...steps.map(({ id, title }) => ({
      value: `since:${id}`,
      label: t('window.since', { step: title }),
    })),
  ]
}

/** The period of a leaf, as one of those. */
export const windowOf = ({ of, within, since }: EventLeaf): string =>
  of ? `of:${of}` : within ? 'within' : since ? `since:${since}` : 'ever'

/** The leaf with another period. */
export function withWindow(leaf: EventLeaf, chosen: string): EventLeaf {
  const { of: _of, within: _within, since: _since, ...plain } = leaf
  if (chosen === 'within') return { ...plain, within: 'P30D' }
  if (chosen.startsWith('of:')) return { ...plain, of: chosen.slice(3) }
  return chosen.startsWith('since:') ? { ...plain, since: chosen.slice(6) } : plain
}
