import type { SenderSettings } from '../api/sender'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import { useWords } from '../words/use-words'
import { Thing } from './thing'
import styles from './things.module.css'

const parts = [
  { key: 'name', type: 'text' },
  { key: 'address', type: 'email' },
] as const

/** Whom the mails come from. */
export function SenderThing({
  sender,
  onChange,
}: {
  sender: SenderSettings
  onChange: (sender: SenderSettings) => void
}) {
  const { t } = useWords()
  return (
    <Thing
      title={t('templates.sender')}
      about={t('templates.senderAbout')}
      isKnown={Boolean(sender.address)}
    >
      <div className={styles.pair}>
        {parts.map(({ key, type }) => (
          <Labelled key={key} label={t(`sender.${key}`)}>
            {(props) => (
              <input
                {...props}
                type={type}
                maxLength={200}
                className={fields.field}
                value={sender[key] ?? ''}
                onChange={(event) => onChange({ ...sender, [key]: event.target.value })}
              />
            )}
          </Labelled>
        ))}
      </div>
    </Thing>
  )
}
