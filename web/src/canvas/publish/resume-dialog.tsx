import { MOST_SPREAD_HOURS } from '@relance/core/sending/spread'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { resumeFlow, resumePreviewQuery } from '../../api/flows'
import { GoingOnTold } from '../../newsletters/going-on-told'
import newsletters from '../../newsletters/newsletters.module.css'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Failed } from '../../ui/states'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { LengthField } from './length-field'
import { Options } from './options'
import { useAct } from './use-act'

const modes = ['spread', 'now', 'skip'] as const
type Mode = (typeof modes)[number]

/** What is proposed: an hour to spread over, two days late is too late. */
const PROPOSED = { spread: 1, skip: 2 }
const MOST = { spread: MOST_SPREAD_HOURS, skip: 60 }

/** The choice as the server takes it: hours to spread over, days that are too late. */
const overdueOf = (mode: Mode, { spread, skip }: typeof PROPOSED): Record<string, string> =>
  mode === 'spread'
    ? { mode, over: `PT${spread}H` }
    : mode === 'skip'
      ? { mode, laterThan: `P${skip}D` }
      : { mode }

/** Going on after a pause: what to do with the messages that came due meanwhile. */
export function ResumeDialog() {
  const { t } = useWords()
  const { flow, store } = useSession()
  const [mode, setMode] = useState<Mode>('spread')
  const [lengths, setLengths] = useState(PROPOSED)
  const { data, error, refetch } = useQuery(resumePreviewQuery(flow.id))
  const about = data ? t('resume.overdue', { n: data.overdue }) : '…'
  const resume = useAct((id) => resumeFlow(id, overdueOf(mode, lengths)), t('resume.done'))
  const close = () => store.getState().showDialog(null)
  const footer = (
    <>
      <Button onClick={close}>{t('common.cancel')}</Button>
      <Button look="primary" disabled={!data || resume.isPending} onClick={() => resume.mutate()}>
        {t('resume.button')}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={close}
      title={t('resume.title', { name: flow.name })}
      about={about}
      footer={footer}
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.sending && (
        <div className={newsletters.asked}>
          <GoingOnTold sending={data.sending} />
        </div>
      )}
      <Options
        legend={about}
        options={modes.map((value) => ({
          value,
          title: value === 'now' ? t('resume.now') : t(`resume.${value}`, { n: lengths[value] }),
          about: t(`resume.${value}About`),
        }))}
        chosen={mode}
        onChoose={setMode}
      >
        {mode !== 'now' && (
          <LengthField
            label={t(`resume.${mode}Length`)}
            most={MOST[mode]}
            value={lengths[mode]}
            onChange={(length) => setLengths({ ...lengths, [mode]: length })}
          />
        )}
      </Options>
    </Dialog>
  )
}
