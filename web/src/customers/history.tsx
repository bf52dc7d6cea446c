import { useInfiniteQuery } from '@tanstack/react-query'
import { Eye, Mail, Workflow, Zap } from 'lucide-react'
import { useState } from 'react'
import type { Contact, TimelineItem, TimelineKind } from '../api/contact-types'
import { timelineQuery } from '../api/contacts'
import { useWorkspace } from '../app/use-workspace'
import { Button } from '../ui/button'
import panel from '../ui/panel.module.css'
import { Loading, Unanswered } from '../ui/states'
import { Tile, type TileTone } from '../ui/tile'
import { useWords } from '../words/use-words'
import shared from './customer.module.css'
import styles from './history.module.css'
import { MailDialog } from './mail-dialog'

const all: TimelineKind[] = ['event', 'message', 'session', 'step']
const filters: { kind: TimelineKind; icon: typeof Mail }[] = [
  { kind: 'message', icon: Mail },
  { kind: 'session', icon: Eye },
  { kind: 'event', icon: Zap },
  { kind: 'step', icon: Workflow },
]
const tones: Record<TimelineKind, TileTone> = {
  event: 'data',
  message: 'message',
  session: 'trigger',
  step: 'mute',
}
const icons: Record<TimelineKind, string> = {
  event: 'zap',
  message: 'mail',
  session: 'eye',
  step: 'workflow',
}

const toneOf = (item: TimelineItem): TileTone =>
  /cart|order|bag/.test(item.icon ?? '') ? 'end' : tones[item.kind]

/** The year is said where it is not the newest entry's. */
const styleOf = (at: string, newest: string | undefined) =>
  at.slice(0, 4) === newest?.slice(0, 4) ? 'moment' : 'stamp'

/** What happened, newest first; older facts come when asked for. */
export function History({ contact }: { contact: Contact }) {
  const { t, date, language } = useWords()
  const workspace = useWorkspace()
  const [kind, setKind] = useState<TimelineKind | null>(null)
  const [mail, setMail] = useState<string | null>(null)
  const asked = useInfiniteQuery(timelineQuery(contact.id, kind ? [kind] : all, language))
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = asked
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const zone = contact.timeZone ?? workspace?.timeZone
  return (
    <section className={panel.panel} aria-labelledby="history">
      <header className={shared.bar}>
        <h2 id="history">{t('history.title')}</h2>
        <button
          type="button"
          className={styles.filter}
          aria-pressed={kind === null}
          onClick={() => setKind(null)}
        >
          {t('history.all')}
        </button>
        {filters.map(({ kind: each, icon: Icon }) => (
          <button
            key={each}
            type="button"
            className={styles.filter}
            aria-pressed={kind === each}
            onClick={() => setKind(each)}
          >
            <Icon className="icon-s" aria-hidden="true" />
            {t(`history.${each}`)}
          </button>
        ))}
        <span className={styles.grow} />
        {zone && (
          <small>
            {t('history.zone', { zone: zone.split('/').at(-1)?.replace('_', ' ') ?? zone })}
          </small>
        )}
      </header>
      <Unanswered asked={asked} works={t('customer.failedWorks')} />
      {isPending && (
        <div className={shared.quiet}>
          <Loading rows={5} />
        </div>
      )}
      {data && items.length === 0 && <p className={shared.quiet}>{t('history.none')}</p>}
      <ol className={styles.events}>
        {items.map((item) => (
          <li key={`${item.kind}-${item.id}`}>
            <time dateTime={item.at}>{date(item.at, styleOf(item.at, items[0]?.at), zone)}</time>
            <Tile size="small" tone={toneOf(item)} icon={item.icon ?? icons[item.kind]} />
            <span className={styles.what}>
              <b>{item.title}</b> {item.detail && <small>{item.detail}</small>}
            </span>
            {item.kind === 'message' && (
              <button
                type="button"
                className={shared.link}
                onClick={() => setMail(item.messageId ?? item.id)}
              >
                {t('history.seeMail')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <p className={styles.older}>
          <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('history.older')}
          </Button>
        </p>
      )}
      {mail && <MailDialog messageId={mail} close={() => setMail(null)} />}
    </section>
  )
}
