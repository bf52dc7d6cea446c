import type { People, PublishPreview } from '../../api/types'
import { Select } from '../../ui/select'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { readingOrder, stepTitles } from '../step-titles'
import { isTriggerType } from '../step-types'
import { useLiveContent } from '../use-changes'
import styles from './publish.module.css'
import { SpreadChoice, type SpreadHours } from './spread-choice'

const choices: People[] = ['finish', 'move', 'leave']

/** When the waits at a step end after the move, and how many of them are past that already. */
function NewEnds({ ends }: { ends: NonNullable<PublishPreview['byNode'][number]['ends']> }) {
  const { t, date } = useWords()
  const [from, to] = [date(ends.first, 'moment'), date(ends.last, 'moment')]
  return (
    <>
      {from === to ? from : t('publish.endsBetween', { from, to })}
      {ends.atOnce > 0 && <small>{t('publish.atOnce', { n: ends.atOnce })}</small>}
    </>
  )
}

/** How many would go on at once after a move. */
export const atOnceOf = ({ byNode }: PublishPreview): number =>
  byNode.reduce((sum, { kept, ends }) => sum + (kept && ends ? ends.atOnce : 0), 0)

/** What becomes of those who are inside the live version. */
export function PeopleBlock({
  preview,
  people,
  onPeople,
  sure,
  onSure,
  targets,
  onTarget,
  hours,
  onHours,
}: {
  preview: PublishPreview
  people: People
  onPeople: (people: People) => void
  sure: boolean
  onSure: (sure: boolean) => void
  targets: Record<string, string>
  onTarget: (from: string, to: string) => void
  hours: SpreadHours
  onHours: (hours: SpreadHours) => void
}) {
  const { t, number, language } = useWords()
  const { document } = useSession()
  const live = useLiveContent()
  const titles = useContent((content) => stepTitles(content, language))
  const oldTitles = live ? stepTitles(live, language) : titles
  const steps = readingOrder(document.content).filter(
    (id) => !isTriggerType(document.content.nodes[id]?.type ?? ''),
  )
  const goingOn = atOnceOf(preview)
  const values = { n: preview.inside, live: preview.live ?? 0, next: preview.next }
  return (
    <section className={styles.section}>
      <h3 id="people-inside">{t('publish.inside', values)}</h3>
      <fieldset aria-labelledby="people-inside">
        {choices.map((choice) => (
          <label key={choice} className={styles.option} data-on={people === choice || undefined}>
            <input
              type="radio"
              name="people"
              checked={people === choice}
              onChange={() => onPeople(choice)}
            />
            <span>
              <b>{t(`publish.${choice}`, values)}</b>
              <span className={styles.about}>{t(`publish.${choice}About`, values)}</span>
            </span>
            {choice === 'finish' && <span className={styles.advice}>{t('publish.advised')}</span>}
          </label>
        ))}
      </fieldset>
      {people === 'move' && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('publish.step')}</th>
              <th>{t('publish.people')}</th>
              <th>{t('publish.goesTo')}</th>
              <th>{t('publish.newEnd')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.byNode
              .filter((row) => row.people > 0)
              .map((row) => (
                <tr key={row.nodeId}>
                  <td>{oldTitles.get(row.nodeId) ?? row.nodeId}</td>
                  <td className="num">{number(row.people)}</td>
                  <td>
                    {row.kept ? (
                      t('publish.samePlace')
                    ) : (
                      <Select
                        label={t('publish.goesTo')}
                        value={targets[row.nodeId] ?? null}
                        tone={targets[row.nodeId] ? undefined : 'missing'}
                        placeholder={t('publish.chooseTarget')}
                        choices={steps.map((id) => ({ value: id, label: titles.get(id) ?? id }))}
                        onChange={(to) => onTarget(row.nodeId, to)}
                      />
                    )}
                  </td>
                  <td>{row.kept && row.ends ? <NewEnds ends={row.ends} /> : '–'}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      {people === 'move' && goingOn > 0 && (
        <SpreadChoice people={goingOn} hours={hours} onHours={onHours} />
      )}
      {people === 'leave' && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={sure}
            onChange={(event) => onSure(event.target.checked)}
          />
          {t('publish.leaveSure', values)}
        </label>
      )}
    </section>
  )
}
