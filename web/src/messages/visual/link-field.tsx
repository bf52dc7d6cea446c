import { mailLinks } from '@relance/core/mail/mail-fields'
import fields from '../../ui/field.module.css'
import { Labelled } from '../../ui/labelled'
import { Select } from '../../ui/select'
import { useWords } from '../../words/use-words'
import styles from './block-fields.module.css'

const OTHER = 'other'

/** Where a button or an image leads: a place each customer has, or any address. */
export function LinkField({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (value: string) => void
}) {
  const { t, say } = useWords()
  const known = mailLinks.some(({ href }) => href === value)
  return (
    <div className={styles.field}>
      <Labelled label={t('mailEditor.leadsTo')}>
        {({ id }) => (
          <Select
            id={id}
            look="field"
            label={t('mailEditor.leadsTo')}
            value={known ? (value ?? OTHER) : OTHER}
            onChange={(next) => onChange(next === OTHER ? 'https://' : next)}
            choices={[
              ...mailLinks.map(({ href, words }) => ({ value: href, label: say(words) })),
              { value: OTHER, label: t('mailEditor.otherAddress') },
            ]}
          />
        )}
      </Labelled>
      {!known && (
        <input
          className={fields.field}
          aria-label={t('mailEditor.address')}
          value={value ?? ''}
          placeholder="https://"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  )
}
