import { ORDER_GOAL } from '@relance/core/report/report-settings'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type FigureRow, figureRowsQuery } from '../api/reports'
import { MailDialog } from '../customers/mail-dialog'
import { nameOfContact } from '../customers/name-of-contact'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import styles from './figure-list.module.css'
import { useFigureLists } from './figure-lists'
import { useCreditWords } from './use-credit-words'

/** The list behind the figure that was pressed; nothing while none was. Leaving the page closes it. */
export function FigureList() {
  const { shown, close } = useFigureLists()
  useEffect(() => close, [close])
  return shown ? <List key={JSON.stringify(shown.asked)} {...shown} close={close} /> : null
}

function List({
  asked,
  title,
  close,
}: Pick<NonNullable<ReturnType<typeof useFigureLists.getState>['shown']>, 'asked' | 'title'> & {
  close: () => void
}) {
  const { t, money } = useWords()
  const credit = useCreditWords()
  const [mail, setMail] = useState<string | null>(null)
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    figureRowsQuery(asked),
  )
  const first = data?.pages[0]
  const isCredit = asked.figure === 'conversions' || asked.figure === 'revenueCents'
  const clicked =
    first && asked.figure === 'reactivity' ? t('figures.listedClicks', { n: first.clicked }) : null
  const sum = first && asked.figure === 'revenueCents' ? money(first.revenueCents) : null
  return (
    <Dialog
      open
      side
      width={620}
      title={title}
      about={
        first &&
        [
          t('figures.listed', { n: first.count }),
          ...(sum ? [sum] : []),
          ...(clicked ? [clicked] : []),
          ...(isCredit ? [credit(first)] : []),
        ].join(' · ')
      }
      onClose={close}
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} height={52} />}
      {first && (
        <ul className={styles.list}>
          {data.pages.flatMap((page) =>
            page.items.map((row) => <Row key={row.id} row={row} onMail={setMail} />),
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

function Row({ row, onMail }: { row: FigureRow; onMail: (messageId: string) => void }) {
  const { t, date, money } = useWords()
  const name = nameOfContact({ ...row, id: row.contactId }, t('customer.nameless'))
  const what =
    row.linkUrl ??
    (row.orderId && t('figures.orderNumber', { id: row.orderId })) ??
    (row.goal === ORDER_GOAL ? null : row.goal)
  return (
    <li>
      <span className={styles.who}>
        <Link to="/customers/$contactId" params={{ contactId: row.contactId }}>
          <b>{name}</b>
        </Link>
        {row.email && row.email !== name && <small>{row.email}</small>}
      </span>
      <span className={styles.what}>
        <span>{date(row.at, 'stamp')}</span>
        {what && <small title={what}>{what}</small>}
        {row.clickedAt && (
          <small>{t('figures.clickedAt', { at: date(row.clickedAt, 'stamp') })}</small>
        )}
      </span>
      {row.revenueCents !== null && <b className={styles.money}>{money(row.revenueCents)}</b>}
      {row.subject && (
        <Button size="small" look="ghost" title={row.subject} onClick={() => onMail(row.messageId)}>
          {t('figures.seeMail')}
        </Button>
      )}
    </li>
  )
}
