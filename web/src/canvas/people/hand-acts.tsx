import { sentenceText } from '@relance/core/node/sentence'
import { summarise } from '@relance/core/node/summarise'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../../api/api-error'
import { actOnEnrolment, type HandAct } from '../../api/flows'
import type { Enrolment } from '../../api/types'
import { Button } from '../../ui/button'
import fields from '../../ui/field.module.css'
import { Labelled } from '../../ui/labelled'
import { Select } from '../../ui/select'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { readingOrder } from '../step-titles'
import { isTriggerType, stepType } from '../step-types'
import { useSentenceNames } from '../use-sentence-names'
import styles from './hand-acts.module.css'

const acts = ['skip', 'move', 'end'] as const
type Act = (typeof acts)[number]

/**
 * What a publisher may do with somebody who is under way: skip the wait, move, end; each with a reason that is kept.
 * `mayMove`: the steps drawn are those of their version.
 */
export function HandActs({ enrolment, mayMove }: { enrolment: Enrolment; mayMove: boolean }) {
  const { t } = useWords()
  const [act, setAct] = useState<Act | null>(null)
  return (
    <details className={styles.acts} onToggle={() => setAct(null)}>
      <summary>{t('hand.acts')}</summary>
      <div className={styles.choices}>
        {acts
          .filter((each) => mayMove || each !== 'move')
          .map((each) => (
            <Button
              key={each}
              size="small"
              aria-pressed={act === each}
              onClick={() => setAct(act === each ? null : each)}
            >
              {t(`hand.${each}`)}
            </Button>
          ))}
      </div>
      {act && <HandForm key={act} act={act} enrolment={enrolment} />}
    </details>
  )
}

function HandForm({ act, enrolment }: { act: Act; enrolment: Enrolment }) {
  const { t, language } = useWords()
  const { flow } = useSession()
  const names = useSentenceNames()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [nodeId, setNodeId] = useState<string | null>(null)
  const order = useContent(readingOrder)
  const nodes = useContent((content) => content.nodes)
  const targets = order.filter(
    (id) => id !== enrolment.nodeId && !isTriggerType(nodes[id]?.type ?? ''),
  )
  /** By number and sentence: several steps may have one name. */
  const said = (id: string) => {
    const node = nodes[id]
    const definition = node && stepType(node.type)
    const words = definition && sentenceText(summarise(definition, node.config, language, names))
    return `${order.indexOf(id) + 1}. ${words ?? id}`
  }
  const help = useMutation({
    mutationFn: (body: HandAct) => actOnEnrolment(enrolment.id, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['flow', flow.id] }),
    onError: (error) => toast.error(messageOfError(error)),
  })
  const isReady = reason.trim() !== '' && (act !== 'move' || nodeId !== null)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (act === 'move') {
          if (nodeId) help.mutate({ act, reason, nodeId })
        } else help.mutate({ act, reason })
      }}
    >
      {act === 'move' && (
        <Select
          look="field"
          label={t('hand.to')}
          placeholder={t('hand.to')}
          value={nodeId}
          choices={targets.map((id) => ({ value: id, label: said(id) }))}
          onChange={setNodeId}
        />
      )}
      <Labelled label={t('hand.reason')} help={t('hand.reasonHelp')}>
        {(props) => (
          <input
            {...props}
            className={fields.field}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
      <Button
        type="submit"
        size="small"
        look={act === 'end' ? 'danger' : 'primary'}
        disabled={!isReady || help.isPending}
      >
        {t(`hand.do-${act}`)}
      </Button>
    </form>
  )
}
