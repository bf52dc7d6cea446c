import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { contactQuery } from '../api/contacts'
import { enrolmentQuery } from '../api/flows'
import { type JourneyRow, journeyQuery } from '../api/journeys'
import { Page, PageHead } from '../app/page'
import { nameOfContact } from '../customers/name-of-contact'
import panel from '../ui/panel.module.css'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import { type Lane, Lanes } from './lanes'
import { PrintButton } from './print-button'
import { secondsWords } from './seconds-words'

/** One run from both sides: every visit, open, order and silence beside what the company made of it. */
export function RunJourneyPage() {
  const { t, date, language } = useWords()
  const { contactId, enrolmentId } = useParams({
    from: '/app/customers/$contactId/runs/$enrolmentId',
  })
  const contact = useQuery(contactQuery(contactId)).data
  const run = useQuery(enrolmentQuery(enrolmentId)).data
  const { data, error, refetch } = useQuery(journeyQuery(enrolmentId, language))
  const name = contact ? nameOfContact(contact, t('customer.nameless')) : '…'
  const title = t('lanes.run', { name, flow: run?.flowName ?? '…' })
  const lane = ({ at, customer, silence, company }: JourneyRow, place: number): Lane => ({
    key: String(place),
    when: date(at, 'moment'),
    customer:
      silence !== null ? (
        <p data-kind="silence">{t('lanes.silence', { time: secondsWords(silence, language) })}</p>
      ) : (
        customer.length > 0 &&
        customer.map(({ kind, words, detail }) => (
          <p key={`${kind}${words}`} data-kind={kind}>
            {words}
            {detail && <small>{detail}</small>}
          </p>
        ))
      ),
    company:
      company.length > 0 ? (
        company.map(({ kind, words }) => (
          <p key={`${kind}${words}`} data-kind={kind}>
            {words}
          </p>
        ))
      ) : (
        <p data-kind="stored">{t('lanes.stored')}</p>
      ),
  })
  return (
    <Page crumb={{ to: '/customers', label: t('nav.customers'), here: name }} wide>
      <PageHead title={title} about={t('lanes.about')}>
        <PrintButton />
      </PageHead>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} />}
      {data && (
        <section className={panel.panel}>
          <Lanes lanes={data.items.map(lane)} caption={title} />
        </section>
      )}
    </Page>
  )
}
