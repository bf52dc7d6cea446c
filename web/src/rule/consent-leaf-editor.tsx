import type { ConsentLeaf } from '@relance/core/rule/rule-shape'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import styles from './rule.module.css'

const channels = ['email', 'sms', 'phone', 'post'] as const
const states = ['given', 'refused', 'unknown'] as const

/** "Consent for · email · given". */
export function ConsentLeafEditor({
  leaf,
  onChange,
}: {
  leaf: ConsentLeaf
  onChange: (leaf: ConsentLeaf) => void
}) {
  const { t } = useWords()
  return (
    <>
      <span className={styles.word}>{t('rule.consentFor')}</span>
      <Select
        label={t('rule.channel')}
        value={leaf.consent}
        onChange={(consent) => onChange({ ...leaf, consent })}
        choices={channels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
      />
      <Select
        label={t('rule.consent')}
        value={leaf.state}
        onChange={(next) =>
          onChange({ ...leaf, state: states.find((state) => state === next) ?? 'given' })
        }
        choices={states.map((state) => ({ value: state, label: t(`consent.${state}`) }))}
      />
    </>
  )
}
