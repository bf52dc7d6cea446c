import { useMutation, useQuery } from '@tanstack/react-query'
import { ExternalLink, KeyRound, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import { createKey, deleteKey, keysQuery, statusQuery } from '../api/workspace'
import { Page, PageHead } from '../app/page'
import table from '../home/home.module.css'
import { OwnersSee } from '../settings/owners-see'
import { Button, IconButton } from '../ui/button'
import panel from '../ui/panel.module.css'
import cards from '../ui/row-cards.module.css'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import { CopyButton } from './copy-button'
import styles from './developers.module.css'
import { LiveEvents } from './live-events'
import { SiteScript } from './site-script'

/** Keys, one call and one script to copy, and the events as they arrive. */
export function DevelopersPage() {
  const { t } = useWords()
  const status = useQuery(statusQuery()).data
  const [made, setMade] = useState<{ kind: 'api' | 'write'; key: string } | null>(null)
  const writeKey = made?.kind === 'write' ? made.key : null
  return (
    <Page>
      <PageHead title={t('nav.developers')} about={t('developers.about')}>
        {status && (
          <a href={status.docsUrl} target="_blank" rel="noreferrer">
            <Button tabIndex={-1}>
              <ExternalLink className="icon-s" aria-hidden="true" />
              {t('developers.docs')}
            </Button>
          </a>
        )}
      </PageHead>
      <OwnersSee name="keys" title="key.title">
        <Keys made={made} onMade={setMade} />
      </OwnersSee>
      <FirstCall writeKey={writeKey} />
      <SiteScript writeKey={writeKey} />
      <LiveEvents />
    </Page>
  )
}

function Keys({
  made,
  onMade,
}: {
  made: { key: string } | null
  onMade: (made: { kind: 'api' | 'write'; key: string }) => void
}) {
  const { t, date } = useWords()
  const asked = useQuery(keysQuery())
  const { data, isPending } = asked
  const again = () => queryClient.invalidateQueries({ queryKey: keysQuery().queryKey })
  const onError = (error: unknown) => void toast.error(messageOfError(error))
  const make = useMutation({
    mutationFn: async (kind: 'api' | 'write') => ({
      kind,
      key: (await createKey(kind, t(`key.${kind}Name`))).key,
    }),
    onSuccess: async (key) => {
      onMade(key)
      await again()
    },
    onError,
  })
  const remove = useMutation({ mutationFn: deleteKey, onSuccess: again, onError })
  return (
    <section className={`${panel.panel} ${styles.block}`} aria-labelledby="keys">
      <header className={styles.head}>
        <h2 id="keys">{t('key.title')}</h2>
        <span className={styles.grow} />
        <Button size="small" disabled={make.isPending} onClick={() => make.mutate('write')}>
          {t('key.newWrite')}
        </Button>
        <Button size="small" disabled={make.isPending} onClick={() => make.mutate('api')}>
          {t('key.newApi')}
        </Button>
      </header>
      {made && (
        <p className={styles.made} role="status">
          <KeyRound className="icon" aria-hidden="true" />
          <code>{made.key}</code>
          <CopyButton text={made.key} />
          <span>{t('key.once')}</span>
        </p>
      )}
      <Unanswered asked={asked} works={t('developers.worksAllTheSame')} />
      {isPending && <Loading rows={2} height={54} />}
      <table className={`${table.table} ${cards.cards}`}>
        <tbody>
          {(data?.items ?? []).map((key) => (
            <tr key={key.id} style={{ cursor: 'default' }}>
              <td>{key.name}</td>
              <td style={{ width: 150 }}>{t(`key.${key.kind}`)}</td>
              <td style={{ width: 150 }}>
                <code>…{key.hint}</code>
              </td>
              <td style={{ width: 150 }}>{date(key.createdAt, 'moment')}</td>
              <td style={{ width: 60 }}>
                <IconButton
                  label={t('key.remove', { name: key.name })}
                  onClick={() => remove.mutate(key.id)}
                >
                  <Trash2 className="icon" aria-hidden="true" />
                </IconButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function FirstCall({ writeKey }: { writeKey: string | null }) {
  const { t } = useWords()
  const origin = window.location.origin
  const call = `curl ${origin}/v1/track \\
  -u ${writeKey ?? t('developers.yourKey')}: \\
  -H 'Content-Type: application/json' \\
  -d '{"userId": "duchemin", "event": "Product Added", "properties": {"cart_id": "c-1", "product_id": "p-1", "price": 48}}'`
  return (
    <section className={`${panel.panel} ${styles.block}`} aria-labelledby="first-call">
      <header className={styles.head}>
        <h2 id="first-call">{t('developers.call')}</h2>
        <span className={styles.grow} />
        <CopyButton text={call} />
      </header>
      <pre className={styles.code}>{call}</pre>
    </section>
  )
}
