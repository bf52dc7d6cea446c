import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CustomerAnswers } from '../answers/customer-answers'
import type { Contact } from '../api/contact-types'
import { contactQuery } from '../api/contacts'
import { Page } from '../app/page'
import { useWorkspace } from '../app/use-workspace'
import { Chip } from '../ui/chip'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import styles from './customer.module.css'
import { DataCard } from './data-card'
import { History } from './history'
import { IdentityCard } from './identity-card'
import { InScenarios } from './in-scenarios'
import { MergesCard } from './merges-card'
import { initialsOf, nameOfContact } from './name-of-contact'
import { PressureCard } from './pressure-card'
import { ScoresCard } from './scores-card'
import { ConsentCard, FiguresCard } from './side-cards'
import { TastesCard } from './tastes-card'
import { VisitsCard } from './visits-card'
import { WhyBox } from './why-box'

/** One customer: who, what happened, and why in every scenario. */
export function CustomerPage() {
  const { t } = useWords()
  const { contactId } = useParams({ from: '/app/customers/$contactId' })
  const asked = useQuery({ ...contactQuery(contactId), refetchInterval: 10_000 })
  const { data, error } = asked
  const isOwner = useWorkspace()?.role === 'owner'
  const name = data ? nameOfContact(data, t('customer.nameless')) : '…'
  return (
    <Page wide crumb={{ to: '/customers', label: t('nav.customers'), here: name }}>
      <Unanswered asked={asked} what={t('customer.failed')} works={t('customer.failedWorks')} />
      {!data && !error && <Loading rows={8} />}
      {data && (
        <div className={styles.page}>
          <Head contact={data} name={name} />
          <div className={styles.column}>
            <WhyBox contact={data} name={name} />
            <CustomerAnswers contactId={contactId} />
            <InScenarios contactId={contactId} />
            <VisitsCard contactId={contactId} />
            <History contact={data} />
          </div>
          <aside className={styles.side}>
            <FiguresCard contact={data} />
            <ScoresCard contact={data} />
            <ConsentCard contact={data} />
            <PressureCard contactId={data.id} />
            <TastesCard contact={data} />
            <IdentityCard contactId={contactId} />
            <MergesCard contactId={contactId} />
            {isOwner && <DataCard contactId={contactId} name={name} />}
          </aside>
        </div>
      )}
    </Page>
  )
}

const channels = ['email', 'sms', 'phone', 'post'] as const

/** Channels this person may be written to: consent given, an address there, not suppressed. */
export function reachableBy({ consents, suppressed, email, phone }: Contact) {
  const blocked = new Set(suppressed.map((each) => each.channel))
  const hasAddress = {
    email: Boolean(email),
    sms: Boolean(phone),
    phone: Boolean(phone),
    post: true,
  }
  return channels.filter(
    (channel) =>
      consents[channel]?.state === 'given' && hasAddress[channel] && !blocked.has(channel),
  )
}

function Head({ contact, name }: { contact: Contact; name: string }) {
  const { t, date, language } = useWords()
  const inSentence = (word: string) => (word === word.toUpperCase() ? word : word.toLowerCase())
  const reachable = reachableBy(contact).map((channel) => inSentence(t(`channel.${channel}`)))
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(reachable)
  const facts = [
    contact.email,
    t('customer.since', { at: date(contact.createdAt, 'month') }),
    contact.state.lastVisitAt &&
      t('customer.lastVisit', { at: date(contact.state.lastVisitAt, 'full') }),
  ].filter(Boolean)
  return (
    <div className={styles.head}>
      <span className={styles.face} aria-hidden="true">
        {initialsOf(name)}
      </span>
      <div>
        <h1>
          {name}
          {contact.state.ordersCount > 1 && <Chip tone="accent">{t('customer.regular')}</Chip>}
        </h1>
        <p>{facts.join(' · ')}</p>
      </div>
      <span className={styles.grow} />
      {reachable.length > 0 ? (
        <Chip tone="ok" dot>
          {t('customer.reachable', { channels: list })}
        </Chip>
      ) : (
        <Chip tone="warn">{t('customer.unreachable')}</Chip>
      )}
    </div>
  )
}
