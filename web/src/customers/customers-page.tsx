import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Download, Search, Upload } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { contactsQuery } from '../api/contacts'
import { download, query } from '../api/request'
import { DrawersOnly } from '../app/drawers-only'
import { Page, PageHead } from '../app/page'
import table from '../home/home.module.css'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { LinkButton } from '../ui/link-button'
import panel from '../ui/panel.module.css'
import cards from '../ui/row-cards.module.css'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import styles from './customers.module.css'
import { initialsOf, nameOfContact } from './name-of-contact'
import { Nobody } from './nobody'
import { Recognised } from './recognised'
import { SegmentFilter } from './segment-filter'

/** Everyone known, found by name, address or number. */
export function CustomersPage() {
  const { t, date, number, money } = useWords()
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const [segmentId, setSegmentId] = useState<string>()
  const wanted = useDeferredValue(search)
  const asked = useInfiniteQuery(contactsQuery(wanted, segmentId))
  const { data, isPending, hasNextPage, fetchNextPage } = asked
  const keep = useMutation({
    mutationFn: () =>
      download(`/api/contacts.csv${query({ bom: 'true', search, segmentId })}`, 'contacts.csv'),
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  const people = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page>
      <PageHead title={t('nav.customers')}>
        <Button disabled={keep.isPending} onClick={() => keep.mutate()}>
          <Download className="icon-s" aria-hidden="true" />
          {t('customers.export')}
        </Button>
        <DrawersOnly>
          <LinkButton to="/imports">
            <Upload className="icon-s" aria-hidden="true" />
            {t('customers.import')}
          </LinkButton>
        </DrawersOnly>
      </PageHead>
      <Recognised />
      <div className={styles.filters}>
        <div className={`${fields.wrap} ${styles.search}`}>
          <Search className="icon-s" aria-hidden="true" />
          <input
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            placeholder={t('customers.search')}
            aria-label={t('customers.search')}
          />
        </div>
        <SegmentFilter segmentId={segmentId} onChange={setSegmentId} />
      </div>
      <Unanswered asked={asked} />
      {isPending && <Loading rows={8} height={54} />}
      {data && people.length === 0 && (
        <Nobody search={wanted} isNarrowed={segmentId !== undefined} />
      )}
      {people.length > 0 && (
        <div className={panel.panel}>
          <table className={`${table.table} ${cards.cards}`}>
            <thead>
              <tr>
                <th>{t('customers.name')}</th>
                <th>{t('customers.number')}</th>
                <th className={table.right} style={{ width: 110 }}>
                  {t('customers.orders')}
                </th>
                <th className={table.right} style={{ width: 130 }}>
                  {t('customers.revenue')}
                </th>
                <th style={{ width: 150 }}>{t('customers.lastVisit')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => {
                const name = nameOfContact(person, t('customer.nameless'))
                return (
                  <tr
                    key={person.id}
                    onClick={() =>
                      void navigate({
                        to: '/customers/$contactId',
                        params: { contactId: person.id },
                      })
                    }
                  >
                    <td>
                      <span className={table.name}>
                        <span className={styles.face}>{initialsOf(name)}</span>
                        <span>
                          <Link to="/customers/$contactId" params={{ contactId: person.id }}>
                            <b>{name}</b>
                          </Link>
                          {person.email && person.email !== name && <small>{person.email}</small>}
                        </span>
                      </span>
                    </td>
                    <td data-label={t('customers.number')}>{person.externalId ?? '–'}</td>
                    <td className={table.right} data-label={t('customers.orders')}>
                      {number(person.ordersCount)}
                    </td>
                    <td className={table.right} data-label={t('customers.revenue')}>
                      {money(person.revenueCents)}
                    </td>
                    <td data-label={t('customers.lastVisit')}>
                      {date(person.lastVisitAt, 'moment')}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && (
        <p className={styles.more}>
          <Button onClick={() => void fetchNextPage()}>{t('common.more50')}</Button>
        </p>
      )}
    </Page>
  )
}
