import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Mail } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import {
  type Answer,
  answerOwnersQuery,
  closeAnswer,
  giveAnswer,
  reopenAnswer,
} from '../api/answers'
import { messageOfError } from '../api/api-error'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import styles from './answers.module.css'

/** Makes an act on an answer: whatever shows answers is asked for again. */
function useAct<Asked>(act: (asked: Asked) => Promise<void>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['answers'] }),
    onError: (failure) => toast.error(messageOfError(failure)),
  })
}

const NOBODY = 'nobody'

/** Who sees to it, a mail to them, and that it is done. */
export function AnswerActs({ answer, name }: { answer: Answer; name: string }) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  const owners = useQuery(answerOwnersQuery()).data?.items ?? []
  const give = useAct(giveAnswer)
  const close = useAct(closeAnswer)
  const choices = [
    { value: NOBODY, label: t('answers.nobody') },
    ...owners.map(({ userId, name: label }) => ({ value: userId, label })),
  ]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    close.mutate({ id: answer.id, note })
  }
  return (
    <form className={styles.acts} onSubmit={submit}>
      <Select
        look="field"
        label={t('answers.owner', { name })}
        value={answer.owner?.userId ?? NOBODY}
        choices={choices}
        onChange={(userId) =>
          give.mutate({ id: answer.id, userId: userId === NOBODY ? null : userId })
        }
      />
      <a className={styles.write} href={mailTo(answer)}>
        <Mail className="icon-s" aria-hidden="true" />
        {t('answers.write')}
      </a>
      <input
        className={fields.field}
        aria-label={t('answers.noteOf', { name })}
        placeholder={t('answers.note')}
        value={note}
        maxLength={2000}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button type="submit" look="primary" size="small" disabled={close.isPending}>
        {t('answers.close')}
      </Button>
    </form>
  )
}

const mailTo = ({ from, subject }: Answer) =>
  `mailto:${encodeURIComponent(from)}?subject=${encodeURIComponent(subject)}`

/** Who has seen to it and what was agreed. */
export function AnswerDone({ answer, mayAct }: { answer: Answer; mayAct: boolean }) {
  const { t, date } = useWords()
  const reopen = useAct(reopenAnswer)
  const { id, doneAt, doneBy, note } = answer
  return (
    <div className={styles.acts}>
      <p>
        {t('answers.doneBy', {
          who: doneBy ?? t('answers.script'),
          at: doneAt ? date(doneAt, 'moment') : '',
        })}
        {note && <small>{note}</small>}
      </p>
      {mayAct && (
        <Button size="small" disabled={reopen.isPending} onClick={() => reopen.mutate(id)}>
          {t('answers.reopen')}
        </Button>
      )}
    </div>
  )
}
