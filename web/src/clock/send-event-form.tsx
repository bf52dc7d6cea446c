import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import type { SendEvent } from '../api/types'
import { sendEvent } from '../api/workspace'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { useWords } from '../words/use-words'
import styles from './clock.module.css'

const KEY = 'relance.visitor'

/** An address, a number, or a new visitor: how the typed text names someone. */
const contactOf = (who: string): SendEvent['contact'] =>
  who.includes('@') ? { email: who } : { externalId: who }

/** What a visitor does, sent by pressing a button, as their browser would. */
export function SendEventForm() {
  const { t, language, currency } = useWords()
  const [who, setWho] = useState(() => localStorage.getItem(KEY) ?? 'duchemin')
  const [section, setSection] = useState('portrait')
  const [email, setEmail] = useState('')
  const send = useMutation({
    mutationFn: ({ event }: { event: Omit<SendEvent, 'contact'>; label: string }) =>
      sendEvent({ contact: contactOf(who.trim()), ...event }),
    onSuccess: async (_, { label }) => {
      localStorage.setItem(KEY, who)
      toast.success(t('sendEvent.sent', { event: label, who }))
      await queryClient.invalidateQueries()
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  const orderId = `o-${Date.now().toString(36)}`
  const acts: { label: string; event: Omit<SendEvent, 'contact'> }[] = [
    {
      label: t('sendEvent.page'),
      event: {
        type: 'page',
        name: section,
        properties: { section, url: `https://example.com/${section}` },
      },
    },
    {
      label: t('sendEvent.cart'),
      event: {
        type: 'track',
        name: 'Product Added',
        properties: {
          product_id: 'p-1',
          name: 'Portrait',
          category: section,
          price: 48,
          quantity: 1,
        },
      },
    },
    {
      label: t('sendEvent.order'),
      event: {
        type: 'track',
        name: 'Order Completed',
        properties: { order_id: orderId, revenue: 48, currency },
      },
    },
  ]
  const identify = {
    label: t('sendEvent.identify'),
    event: {
      type: 'identify' as const,
      properties: { email, locale: language, consent: { email: true } },
    },
  }
  const disabled = !who.trim() || send.isPending
  return (
    <section className={styles.section}>
      <h3>{t('sendEvent.title')}</h3>
      <div className={styles.pair}>
        <label>
          <span className={fields.label}>{t('sendEvent.who')}</span>
          <input
            className={fields.field}
            value={who}
            onChange={(event) => setWho(event.target.value)}
          />
        </label>
        <label>
          <span className={fields.label}>{t('sendEvent.section')}</span>
          <input
            className={fields.field}
            value={section}
            onChange={(event) => setSection(event.target.value)}
          />
        </label>
      </div>
      <div className={styles.jumps}>
        {acts.map((act) => (
          <Button key={act.label} size="small" disabled={disabled} onClick={() => send.mutate(act)}>
            {act.label}
          </Button>
        ))}
      </div>
      <form
        className={styles.to}
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate(identify)
        }}
      >
        <input
          type="email"
          required
          className={fields.field}
          aria-label={t('sendEvent.email')}
          placeholder={t('sendEvent.email')}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button type="submit" size="small" disabled={disabled}>
          {t('sendEvent.identify')}
        </Button>
      </form>
    </section>
  )
}
