import { useQuery } from '@tanstack/react-query'
import { contactEnrolmentsQuery } from '../../api/contacts'
import { Select } from '../../ui/select'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import styles from './try.module.css'

/** Where a rehearsal begins: a run they really lived, by its id, or this very moment. */
export type Beginning = { runId: string } | { at: string } | null

const NOW = 'now'
const TRIGGER = 'trigger'

/** When they come in: at one of their own entries, when the trigger would bring them in, or now. */
export function WhenField({
  contactId,
  presentAt,
  from,
  begin,
}: {
  contactId: string
  presentAt: string
  from: Beginning
  begin: (from: Beginning) => void
}) {
  const { t, date } = useWords()
  const { flow } = useSession()
  const { data } = useQuery(contactEnrolmentsQuery(contactId))
  const runs = data?.items.filter(({ flowId }) => flowId === flow.id) ?? []
  const lived = runs.map(({ id, enteredAt }) => ({
    value: id,
    label: t('try.whenLived', { at: date(enteredAt, 'stamp') }),
  }))
  const latest = lived[0]?.value ?? TRIGGER
  const choices = [
    ...(lived.length > 0 ? lived : [{ value: TRIGGER, label: t('try.whenTrigger') }]),
    ...(from && 'at' in from && from.at !== presentAt
      ? [{ value: from.at, label: t('try.whenReckoned', { at: date(from.at, 'stamp') }) }]
      : []),
    { value: NOW, label: t('try.whenNow') },
  ]
  const value =
    from === null ? latest : 'runId' in from ? from.runId : from.at === presentAt ? NOW : from.at
  const choose = (wanted: string) =>
    begin(
      wanted === NOW
        ? { at: presentAt }
        : wanted === TRIGGER
          ? null
          : lived.some((run) => run.value === wanted)
            ? { runId: wanted }
            : { at: wanted },
    )
  return (
    <div className={styles.whenField}>
      <span>{t('try.when')}</span>
      <Select
        value={value}
        choices={choices}
        onChange={choose}
        label={t('try.when')}
        look="field"
      />
    </div>
  )
}
