import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { closeCase, type FaultyStep, type SupportCase, supportCasesQuery } from '../api/faulty'
import { DrawersOnly } from '../app/drawers-only'
import newsletters from '../newsletters/newsletters.module.css'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './support-cases.module.css'

/** Customers whom a person answers because of what a step sent, or any step; nothing where there are none. */
export function SupportCases({ step }: { step?: FaultyStep }) {
  const { t } = useWords()
  const { data } = useQuery(supportCasesQuery(step))
  if (!data || data.items.length === 0) return null
  return (
    <section className={`${panel.panel} ${newsletters.block}`} aria-label={t('faulty.cases')}>
      <h2>{t('faulty.cases')}</h2>
      <p className={newsletters.quiet}>{t('faulty.casesAbout')}</p>
      <ul className={styles.cases}>
        {data.items.map((one) => (
          <Case key={one.id} one={one} withStep={step === undefined} />
        ))}
      </ul>
      {data.next && <p className={newsletters.quiet}>{t('faulty.more')}</p>}
    </section>
  )
}

function Case({ one, withStep }: { one: SupportCase; withStep: boolean }) {
  const { t, date } = useWords()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const close = useMutation({
    mutationFn: closeCase,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['flow', one.flowId] }),
        queries.invalidateQueries({ queryKey: ['answers'] }),
      ]),
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    close.mutate({ id: one.id, note })
  }
  const who = one.contact ?? t('faulty.unnamed')
  return (
    <li>
      <span>
        <Link to="/customers/$contactId" params={{ contactId: one.contactId }}>
          {who}
        </Link>
        <small>
          {date(one.openedAt, 'moment')}
          {withStep && (
            <>
              {' · '}
              <Link
                to="/scenarios/$flowId/steps/$nodeId/oops"
                params={{ flowId: one.flowId, nodeId: one.nodeId }}
              >
                {one.flowName}
              </Link>
            </>
          )}
        </small>
      </span>
      <DrawersOnly>
        <form onSubmit={submit}>
          <input
            className={fields.field}
            aria-label={t('faulty.agreed', { who })}
            placeholder={t('faulty.agreed', { who })}
            value={note}
            maxLength={2000}
            onChange={({ target }) => setNote(target.value)}
          />
          <Button type="submit" size="small" disabled={close.isPending}>
            {t('faulty.answered')}
          </Button>
        </form>
      </DrawersOnly>
    </li>
  )
}
