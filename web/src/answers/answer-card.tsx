import { Link } from '@tanstack/react-router'
import { ShoppingCart } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '../api/answers'
import { mayDrawIn, useWorkspace } from '../app/use-workspace'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { useWords } from '../words/use-words'
import { AnswerActs, AnswerDone } from './answer-acts'
import styles from './answers.module.css'

/** One answer: who wrote what to which mail, the cart it may be about, and who sees to it. */
export function AnswerCard({ answer, withName = false }: { answer: Answer; withName?: boolean }) {
  const { t, date, money } = useWords()
  const mayAct = mayDrawIn(useWorkspace())
  const { cart, messageSubject, flowName, receivedAt, holdsUntil } = answer
  const name = answer.contact ?? t('answers.unnamed')
  return (
    <article className={styles.answer} aria-label={t('answers.from', { name })}>
      <header>
        <h3>
          {withName ? (
            <Link to="/customers/$contactId" params={{ contactId: answer.contactId }}>
              {name}
            </Link>
          ) : (
            date(receivedAt, 'moment')
          )}
        </h3>
        {withName && <span>{date(receivedAt, 'moment')}</span>}
        <small>
          {t('answers.to', { subject: messageSubject ?? t('answers.noSubject'), flow: flowName })}
        </small>
      </header>
      <Said text={answer.said} />
      <p className={styles.facts}>
        {cart && (
          <Chip tone="mute">
            <ShoppingCart className="icon-s" aria-hidden="true" />
            {t('answers.cart', {
              value: money(cart.valueCents, cart.currency),
              what: cart.lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(', '),
            })}
          </Chip>
        )}
        {holdsUntil && (
          <Chip tone="warn">{t('answers.holds', { at: date(holdsUntil, 'moment') })}</Chip>
        )}
      </p>
      {answer.doneAt ? (
        <AnswerDone answer={answer} mayAct={mayAct} />
      ) : (
        mayAct && <AnswerActs answer={answer} name={name} />
      )}
    </article>
  )
}

const LONG = 600

/** What they wrote, the beginning of it where it is long. */
function Said({ text }: { text: string }) {
  const { t } = useWords()
  const [whole, setWhole] = useState(false)
  const isLong = text.length > LONG
  return (
    <>
      <blockquote>
        {text === '' ? (
          <i>{t('answers.nothing')}</i>
        ) : whole || !isLong ? (
          text
        ) : (
          `${text.slice(0, LONG)}…`
        )}
      </blockquote>
      {isLong && (
        <Button size="small" look="ghost" onClick={() => setWhole(!whole)}>
          {t(whole ? 'answers.less' : 'answers.whole')}
        </Button>
      )}
    </>
  )
}
