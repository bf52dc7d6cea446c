import { describeSeen } from '@relance/core/rule/describe-seen'
import { eventNoun } from '@relance/core/words/event-words'
import { HelpCircle } from 'lucide-react'
import type { ChoicesMade, TryChoice } from '../../api/try'
import fields from '../../ui/field.module.css'
import { useWords } from '../../words/use-words'
import { useSentenceNames } from '../use-sentence-names'
import styles from './tried-steps.module.css'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24

/** Something nobody can know: what is taken for it, whether that is only assumed, and the other answers. */
export function ChoiceField({
  choice,
  is,
  choose,
}: {
  choice: TryChoice
  /** What was chosen last, ahead of the answer to it. */
  is: string
  choose: (key: string, made: ChoicesMade[string]) => void
}) {
  const { t } = useWords()
  const question = useQuestion(choice)
  const option = useOption(choice)
  return (
    <fieldset className={styles.choice} data-choice={choice.key}>
      <legend>
        <HelpCircle className="icon-s" aria-hidden="true" />
        {question}
      </legend>
      <div className={styles.options}>
        {choice.options.map((each) => (
          <label key={each} className={styles.option}>
            <input
              type="radio"
              name={choice.key}
              checked={is === each}
              onChange={() => choose(choice.key, { is: each })}
            />
            {option(each)}
          </label>
        ))}
      </div>
      {choice.kind === 'wait' && choice.is !== 'nothing' && (
        <AfterDays choice={choice} choose={choose} />
      )}
      {choice.isAssumed && (
        <small>
          {choice.known > 0
            ? t('try.assumedFrom', { did: choice.did, known: choice.known })
            : t('try.assumed')}
        </small>
      )}
    </fieldset>
  )
}

function useQuestion({ kind, leaf }: TryChoice): string {
  const { t, language } = useWords()
  const names = useSentenceNames()
  if (kind === 'fact' && leaf)
    return t('try.unknownFact', { what: describeSeen(leaf, language, names).subject })
  return t(kind === 'call' ? 'try.unknownCall' : 'try.unknownWait')
}

function useOption({ kind }: TryChoice): (option: string) => string {
  const { t, language } = useWords()
  return (option) => {
    if (option === 'yes' || option === 'no') return t(option === 'yes' ? 'try.yes' : 'try.no')
    if (option === 'nothing') return t('try.nothing')
    if (kind === 'call') return t(option === 'ok' ? 'try.callOk' : 'try.callFailed')
    return eventNoun(option, language)
  }
}

/** After how many days of the wait it comes; days may have parts. */
function AfterDays({
  choice,
  choose,
}: {
  choice: TryChoice
  choose: (key: string, made: ChoicesMade[string]) => void
}) {
  const { t } = useWords()
  const between = (from: string | null, to: string | null) =>
    from && to ? (Date.parse(to) - Date.parse(from)) / HOUR_MS / DAY_HOURS : 0
  const days = Math.round(between(choice.from, choice.at) * 10) / 10
  return (
    <label className={styles.after}>
      {t('try.afterDays')}
      <input
        type="number"
        className={fields.field}
        min={0}
        max={Math.floor(between(choice.from, choice.until))}
        step="any"
        defaultValue={days}
        onChange={(event) => {
          const wanted = Number(event.target.value)
          if (event.target.value !== '' && wanted >= 0)
            choose(choice.key, { is: choice.is, hours: wanted * DAY_HOURS })
        }}
      />
    </label>
  )
}
