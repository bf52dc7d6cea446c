import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ContactRef, Page } from '../api/types'
import { MailDialog } from '../customers/mail-dialog'
import { nameOfContact } from '../customers/name-of-contact'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import styles from './figure-list.module.css'

/** One thing that a figure counts: whose it is, when, because of which message. */
export interface ListedRow extends Omit<ContactRef, 'id'> {
  id: string
  /** Null: nothing has happened yet. */
  at: string | null
  contactId: string
  messageId: string | null
  subject: string | null
  /** Of orders, and of goals that bring money. */
  revenueCents?: number | null
}

/**
 * The list behind a figure, at the side, page by page, with the mail of each row a press away.
 * @param about what the whole list comes to
 * @param lines what is said under a row's instant; nothing is left out
 */
export function PeopleList<Row extends ListedRow, First extends Page<Row>>({
  title,
  asked,
  about,
  lines,
  close,
}: {
  title: string
  asked: UseInfiniteQueryResult<InfiniteData<First>>
  about: (first: First) => (string | null)[]
  lines: (row: Row) => (string | null)[]
  close: () => void
}) {
  const { t } = useWords()
  const [mail, setMail] = useState<string | null>(null)
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = asked
  const first = data?.pages[0]
  return (
    <Dialog
      open
      side
      width={620}
      title={title}
      about={
        first &&
        about(first)
          .filter((part) => part !== null)
          .join(' · ')
      }
      onClose={close}
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} height={52} />}
      {first && (
        <ul className={styles.list}>
          {data.pages.flatMap((page) =>
            page.items.map((row) => (
              <Listed key={row.id} row={row} lines={lines(row)} onMail={setMail} />
            )),
          )}
        </ul>
      )}
      {hasNextPage && (
        <p className={styles.more}>
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('common.more50')}
          </Button>
        </p>
      )}
      {mail && <MailDialog messageId={mail} close={() => setMail(null)} />}
    </Dialog>
  )
}

function Listed({
  row,
  lines,
  onMail,
}: {
  row: ListedRow
  lines: (string | null)[]
  onMail: (messageId: string) => void
}) {
  const { t, date, money } = useWords()
  const { messageId } = row
  const name = nameOfContact({ ...row, id: row.contactId }, t('customer.nameless'))
  return (
    <li>
      <span className={styles.who}>
        <Link to="/customers/$contactId" params={{ contactId: row.contactId }}>
          <b>{name}</b>
        </Link>
        {row.email && row.email !== name && <small>{row.email}</small>}
      </span>
      <span className={styles.what}>
        {row.at && <span>{date(row.at, 'stamp')}</span>}
        {lines.map(
          (line) =>
            line && (
              <small key={line} title={line}>
                {line}
              </small>
            ),
        )}
      </span>
      {typeof row.revenueCents === 'number' && (
        <b className={styles.money}>{money(row.revenueCents)}</b>
      )}
      {row.subject && messageId && (
        <Button size="small" look="ghost" title={row.subject} onClick={() => onMail(messageId)}>
          {t('figures.seeMail')}
        </Button>
      )}
    </li>
  )
}
