import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import {
  type CatalogueFeed as Feed,
  feedQuery,
  fetchFeed,
  removeFeed,
  saveFeed,
} from '../api/catalogue'
import { queryClient } from '../api/query-client'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import panel from '../ui/panel.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import styles from './settings.module.css'

/** Where the catalogue is fetched from, and how that went last. */
export function CatalogueFeed() {
  const { data } = useQuery(feedQuery())
  return data ? <Form key={data.feed?.url ?? ''} feed={data.feed} /> : null
}

const periods = [1, 6, 12, 24, 168]

function Form({ feed }: { feed: Feed | null }) {
  const { t } = useWords()
  const [url, setUrl] = useState(feed?.url ?? '')
  const [everyHours, setEveryHours] = useState(feed?.everyHours ?? 24)
  const after = {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: feedQuery().queryKey }),
    onError: (error: unknown) => toast.error(messageOfError(error)),
  }
  const save = useMutation({
    mutationFn: () => saveFeed({ url: url.trim(), everyHours }),
    ...after,
  })
  const remove = useMutation({ mutationFn: removeFeed, ...after })
  const now = useMutation({ mutationFn: fetchFeed, ...after })
  const isBusy = save.isPending || remove.isPending || now.isPending
  const period = (hours: number) => ({ value: String(hours), label: t('feed.every', { hours }) })
  return (
    <form
      className={`${panel.panel} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2>{t('feed.title')}</h2>
      <p className={styles.about}>{t('feed.about')}</p>
      <Labelled label={t('feed.url')} help={t('feed.urlHelp')}>
        {(props) => (
          <input
            {...props}
            required
            type="url"
            className={fields.field}
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Labelled>
      <Labelled label={t('feed.often')}>
        {({ id }) => (
          <Select
            id={id}
            look="field"
            value={String(everyHours)}
            onChange={(hours) => setEveryHours(Number(hours))}
            choices={[...new Set([...periods, everyHours])].map(period)}
          />
        )}
      </Labelled>
      {feed && <LastFetch feed={feed} />}
      <div className={styles.acts}>
        <Button type="submit" look="primary" disabled={isBusy}>
          {t('settings.save')}
        </Button>
        {feed && (
          <>
            <Button disabled={isBusy} onClick={() => now.mutate()}>
              {t('feed.now')}
            </Button>
            <Button look="ghost" disabled={isBusy} onClick={() => remove.mutate()}>
              {t('feed.remove')}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}

function LastFetch({ feed }: { feed: Feed }) {
  const { t, date } = useWords()
  const { errorCode, errorDetail, fetchedAt, importState, taken, refused } = feed
  const state = errorCode ? 'failed' : importState
  return (
    <div className={styles.last} role="status">
      {errorCode && (
        <p>
          <Chip tone="bad">{t('feed.failed')}</Chip> {t(`feed.${errorCode}`)}
          {errorDetail && <code>{errorDetail}</code>}
        </p>
      )}
      {!errorCode && state === null && <p>{t('feed.waiting')}</p>}
      {!errorCode && fetchedAt && state !== null && (
        <p>
          <Chip tone={state === 'failed' ? 'bad' : state === 'done' ? 'ok' : 'info'}>
            {t(`feed.import-${state}`)}
          </Chip>{' '}
          {state === 'done'
            ? t('feed.taken', { taken: taken ?? 0, refused: refused ?? 0 })
            : t('feed.reading')}{' '}
          <Link to="/imports">{t('feed.details')}</Link>
        </p>
      )}
      {fetchedAt && <small>{t('feed.lastAt', { at: date(fetchedAt, 'moment') })}</small>}
    </div>
  )
}
