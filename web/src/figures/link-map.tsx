import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type LinkReport, linkReportQuery, type ReportOf, type ReportPeriod } from '../api/reports'
import { nameOfContact } from '../customers/name-of-contact'
import panel from '../ui/panel.module.css'
import { Failed, Loading } from '../ui/states'
import { Tabs } from '../ui/tabs'
import { useWords } from '../words/use-words'
import styles from './link-map.module.css'
import { LinkTable } from './link-table'
import { markLinks } from './mark-links'

/** What people clicked, on the mail as one of them got it, and as a table. */
export function LinkMap({
  of,
  period,
  name,
}: {
  of: Required<ReportOf>
  period: ReportPeriod
  name: string
}) {
  const { t } = useWords()
  const [locale, setLocale] = useState<string>()
  const { data, error, refetch } = useQuery(linkReportQuery(of, period, locale))
  return (
    <section className={`${panel.panel} ${styles.map}`} aria-labelledby="clicked-where">
      <header>
        <h2 id="clicked-where">{t('links.title')}</h2>
        {data && <p>{t('links.about', { n: data.totalClicks })}</p>}
        {data && data.locales.length > 1 && data.locale && (
          <Tabs
            label={t('mail.language')}
            value={data.locale}
            onChange={setLocale}
            choices={data.locales.map((value) => ({ value, label: value.toUpperCase() }))}
          />
        )}
      </header>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data && (
        <div className={styles.both}>
          <Picture report={data} />
          <LinkTable {...{ report: data, of, period, name }} />
        </div>
      )}
    </section>
  )
}

function Picture({ report: { picture, items } }: { report: LinkReport }) {
  const { t, number, share } = useWords()
  const [height, setHeight] = useState(640)
  const html = useMemo(
    () =>
      picture &&
      markLinks(picture, items, {
        label: (of) =>
          of.totalClicks === 0 ? '0' : `${share(of.share)} · ${number(of.uniqueClicks)}`,
        title: (of) =>
          `${of.url} — ${t('links.people', { n: of.uniqueClicks })}, ${t('figures.clicks', { n: of.totalClicks })}`,
      }),
    [picture, items, t, number, share],
  )
  if (!picture || !html) return <p className={styles.none}>{t('links.noPicture')}</p>
  const who = nameOfContact(
    { ...picture, id: picture.contactId, externalId: null },
    t('customer.nameless'),
  )
  return (
    <figure className={styles.picture}>
      <iframe
        title={t('links.picture', { subject: picture.subject })}
        sandbox="allow-same-origin"
        srcDoc={html}
        style={{ height }}
        onLoad={({ currentTarget }) =>
          setHeight(currentTarget.contentDocument?.documentElement.scrollHeight ?? height)
        }
      />
      <figcaption>{t('links.asGot', { who })}</figcaption>
    </figure>
  )
}
