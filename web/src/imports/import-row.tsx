import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Import } from '../api/content-types'
import { importQuery } from '../api/workspace'
import { Chip } from '../ui/chip'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './imports.module.css'

const SHOWN = 20

/** One import: how far it is, what was taken, which rows were refused and why. */
export function ImportRow({ id }: { id: string }) {
  const { t, number } = useWords()
  const { data } = useQuery({
    ...importQuery(id),
    refetchInterval: (query) =>
      query.state.data?.state === 'done' || query.state.data?.state === 'failed' ? false : 1_000,
  })
  if (!data) return null
  const running = data.state === 'queued' || data.state === 'reading'
  const tone = data.state === 'done' ? 'ok' : data.state === 'failed' ? 'bad' : 'info'
  return (
    <section className={`${panel.panel} ${styles.row}`}>
      <header>
        <b>{t(`imports.${data.kind}`)}</b>
        <span role="status">
          {t('imports.progress', { read: data.read, taken: data.taken, refused: data.refused })}
        </span>
        {data.state === 'done' && data.taken > 0 && <SeeResult kind={data.kind} />}
        <Chip small tone={tone} dot={running}>
          {t(`imports.${data.state}`)}
        </Chip>
      </header>
      {running && (
        <progress
          className={styles.progress}
          value={data.readBytes > 0 ? data.readBytes : undefined}
          max={data.totalBytes}
          aria-label={t('imports.reading')}
        />
      )}
      {data.error && <p className={styles.error}>{data.error}</p>}
      {data.refusals.length > 0 && (
        <details>
          <summary>{t('imports.refusals', { n: data.refused })}</summary>
          <table className={styles.refusals}>
            <thead>
              <tr>
                <th>{t('imports.line')}</th>
                <th>{t('imports.column')}</th>
                <th>{t('imports.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {data.refusals.slice(0, SHOWN).map((refusal) => (
                <tr key={`${refusal.row}${refusal.column}${refusal.code}`}>
                  <td className="num">{number(refusal.row)}</td>
                  <td>{refusal.column ?? '–'}</td>
                  <td>{refusal.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  )
}

/** Where what came in is seen; products have no page of their own. */
const seenAt = {
  contacts: '/customers',
  events: '/customers',
  orders: '/scores',
  cdnow: '/scores',
  products: null,
} as const

function SeeResult({ kind }: { kind: Import['kind'] }) {
  const { t } = useWords()
  const to = seenAt[kind]
  return (
    to && (
      <Link to={to} className={styles.link}>
        {t(to === '/scores' ? 'imports.seeScores' : 'imports.seeCustomers')}
      </Link>
    )
  )
}
