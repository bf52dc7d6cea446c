import { suppressionWords } from '@relance/core/words/reason-words'
import { Mail, MessageSquareText, Package, Phone } from 'lucide-react'
import type { Contact } from '../api/contact-types'
import { Chip } from '../ui/chip'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './side-cards.module.css'

/** Visits, orders and money, with the rhythm this person keeps. */
export function FiguresCard({ contact }: { contact: Contact }) {
  const { t, number, money, date, currency } = useWords()
  const { state } = contact
  const gap = (days: number | null) =>
    days === null ? '–' : t('customer.everyDays', { n: Math.round(days) })
  const average =
    state.ordersCount > 0 ? money(Math.round(state.revenueCents / state.ordersCount)) : '–'
  return (
    <section className={panel.card}>
      <h3>{t('customer.figures')}</h3>
      <div className={styles.boxes}>
        <div>
          <b>{number(state.visitsCount)}</b>
          <small>{t('customer.visits', { n: state.visitsCount })}</small>
        </div>
        <div>
          <b>{number(state.ordersCount)}</b>
          <small>{t('customer.orders', { n: state.ordersCount })}</small>
        </div>
        <div>
          <b>{number(Math.round(state.revenueCents / 100))}</b>
          <small>{t('customer.spent', { currency })}</small>
        </div>
      </div>
      <dl className={styles.figures}>
        <dt>{t('customer.averageOrder')}</dt>
        <dd>{average}</dd>
        <dt>{t('customer.usualVisits')}</dt>
        <dd>{gap(state.usualVisitGapDays)}</dd>
        <dt>{t('customer.usualOrders')}</dt>
        <dd>{gap(state.usualOrderGapDays)}</dd>
        <dt>{t('customer.lastOrder')}</dt>
        <dd>{date(state.lastOrderAt, 'day')}</dd>
        <dt>{t('customer.lastClick')}</dt>
        <dd>{date(state.lastClickAt, 'day')}</dd>
      </dl>
    </section>
  )
}

const channels = [
  { channel: 'email', icon: Mail },
  { channel: 'sms', icon: MessageSquareText },
  { channel: 'phone', icon: Phone },
  { channel: 'post', icon: Package },
] as const

/** What was agreed to, channel by channel, with where and when. */
export function ConsentCard({ contact }: { contact: Contact }) {
  const { language, t, date } = useWords()
  return (
    <section className={panel.card}>
      <h3>
        {t('consent.title')}
        <small>{t('consent.about')}</small>
      </h3>
      <ul className={styles.lines}>
        {channels.map(({ channel, icon: Icon }) => {
          const consent = contact.consents[channel]
          const suppressed = contact.suppressed.find((each) => each.channel === channel)
          const isAsked = channel === 'email' && contact.consentAskedAt
          const state = isAsked ? 'asked' : (consent?.state ?? 'unknown')
          const said = isAsked ? contact.consentAskedAt : consent?.at
          const proof = [!isAsked && consent?.source, said && date(said, 'full'), consent?.wording]
            .filter(Boolean)
            .join(' · ')
          return (
            <li key={channel} title={proof || undefined}>
              <Icon className="icon" aria-hidden="true" />
              <span>{t(`channel.${channel}`)}</span>
              {suppressed ? (
                <Chip small tone="bad">
                  {t('consent.suppressed', {
                    reason: suppressionWords(suppressed.reason, language),
                  })}
                </Chip>
              ) : (
                <Chip small tone={state === 'given' ? 'ok' : state === 'refused' ? 'bad' : 'mute'}>
                  {t(`consent.${state}`)}
                </Chip>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
