import { sentenceText } from '@relance/core/node/sentence'
import { describeRule } from '@relance/core/rule/describe-rule'
import type { SeenLeaf } from '@relance/core/rule/rule'
import { useWords } from '../words/use-words'
import styles from './seen-values.module.css'

/** Each thing a rule looked at, with the value it saw. */
export function SeenValues({
  seen,
  nodeName,
}: {
  seen: SeenLeaf[] | null
  nodeName: (id: string) => string
}) {
  const { t, language, number } = useWords()
  if (!seen || seen.length === 0) return null
  const names = {
    template: () => undefined,
    offer: () => undefined,
    node: nodeName,
    segment: () => undefined,
  }
  const show = (value: SeenLeaf['value']) => {
    if (value === null) return t('seen.unknown')
    if (typeof value === 'boolean') return t(value ? 'seen.yes' : 'seen.no')
    return typeof value === 'number'
      ? number(value)
      : Array.isArray(value)
        ? value.join(', ')
        : value
  }
  return (
    <p className={styles.seen}>
      {seen.map((leaf) => (
        <span key={leaf.path}>
          {sentenceText(describeRule(leaf.leaf, { language, names, field: '' }))}{' '}
          <code>{show(leaf.value)}</code>
        </span>
      ))}
    </p>
  )
}
