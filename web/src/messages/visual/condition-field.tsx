import { ownCondition } from '@relance/core/mail/edit/set-condition'
import type { MailBlock } from '@relance/core/mail/mail-block'
import { mailConditions } from '@relance/core/mail/mail-fields'
import { useState } from 'react'
import type { MailField } from '../../api/content-types'
import look from '../../ui/field.module.css'
import { Labelled } from '../../ui/labelled'
import { Select } from '../../ui/select'
import { useWords } from '../../words/use-words'
import { useChipWords } from '../rich-text/use-chip-words'
import styles from './block-fields.module.css'
import view from './visual.module.css'

const ALWAYS = 'always'
const OTHER = 'other'

/** Who gets a block: everybody, or whoever meets a condition. */
export function ConditionField({
  block,
  fields,
  onChange,
}: {
  block: MailBlock
  fields: readonly MailField[]
  onChange: (says: string | null) => void
}) {
  const { t, say } = useWords()
  const { liquid } = useChipWords(fields)
  const own = ownCondition(block)
  const says = own?.branch.word === 'if' ? own.branch.says : null
  const known = mailConditions.some((each) => each.says === says)
  const [isOther, setOther] = useState(own !== undefined && !known)
  const [typed, setTyped] = useState(says ?? '')
  const shared = block.conditions.filter(({ group }) => group !== own?.group)
  return (
    <section className={styles.part} aria-label={t('mailEditor.showBlock')}>
      <Labelled label={`${t('mailEditor.showBlock')} ${t('mailEditor.toWhom')}`}>
        {({ id }) => (
          <Select
            id={id}
            look="field"
            label={t('mailEditor.showBlock')}
            value={isOther ? OTHER : (says ?? ALWAYS)}
            onChange={(next) => {
              setOther(next === OTHER)
              if (next !== OTHER) onChange(next === ALWAYS ? null : next)
            }}
            choices={[
              { value: ALWAYS, label: t('mailEditor.always') },
              ...mailConditions.map((each) => ({ value: each.says, label: say(each.words) })),
              { value: OTHER, label: t('mailEditor.otherCondition') },
            ]}
          />
        )}
      </Labelled>
      {isOther && (
        <Labelled label={t('mailEditor.condition')} help={t('mailEditor.conditionHelp')}>
          {(props) => (
            <input
              {...props}
              className={look.field}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onBlur={() => onChange(typed.replaceAll(/[{}%]/g, '').trim() || null)}
            />
          )}
        </Labelled>
      )}
      {shared.map(({ branch, group }) => (
        <p key={group.from} className={view.hint}>
          {branch.word === 'for'
            ? t('mailEditor.repeated', { says: liquid(branch.word, branch.says) })
            : t('mailEditor.together', { says: liquid(branch.word, branch.says) })}
        </p>
      ))}
    </section>
  )
}
