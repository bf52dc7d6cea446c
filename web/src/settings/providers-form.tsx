import {
  type MailProviderKind,
  type MailProviderSettings,
  mailProviderKinds,
  needsSecret,
} from '@relance/core/sender/mail-provider'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ArrowUp, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { type ListedProvider, mailProvidersQuery, saveMailProviders } from '../api/mail-providers'
import { Button, IconButton } from '../ui/button'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import panel from '../ui/panel.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import { ProviderFields } from './provider-fields'
import styles from './providers.module.css'
import settings from './settings.module.css'

/** Who hands out the mails, in the order they are asked. */
export function ProvidersForm() {
  const { data } = useQuery(mailProvidersQuery())
  return data ? <Form start={data.items} /> : null
}

/** One as it is edited: new ones have no id yet. */
interface Row {
  key: string
  id?: string
  settings: MailProviderSettings
  hasSecret: boolean
  secret: string
}

const proposals: Record<MailProviderKind, MailProviderSettings> = {
  own: { kind: 'own' },
  smtp: { kind: 'smtp', host: '', port: 587, secure: false, user: '' },
  ses: { kind: 'ses', region: 'eu-west-1', accessKeyId: '', configurationSet: '' },
  postmark: { kind: 'postmark', stream: 'broadcast' },
  mailgun: { kind: 'mailgun', domain: '', region: 'eu' },
  sendgrid: { kind: 'sendgrid', region: 'us' },
  brevo: { kind: 'brevo' },
}

const MOST = 10
const rowOf = (one: ListedProvider): Row => ({ ...one, key: one.id, secret: '' })

function Form({ start }: { start: ListedProvider[] }) {
  const { t } = useWords()
  const [rows, setRows] = useState(() => start.map(rowOf))
  const save = useMutation({
    mutationFn: () =>
      saveMailProviders(
        rows.map(({ id, settings: said, secret }) => ({
          ...{ id, settings: said, secret: secret || undefined },
        })),
      ),
    onSuccess: ({ items }) => {
      setRows(items.map(rowOf))
      toast.success(t('settings.saved'))
    },
    onError: (error) => void toast.error(messageOfError(error)),
  })
  const change = (place: number, part: Partial<Row>) =>
    setRows(rows.map((row, i) => (i === place ? { ...row, ...part } : row)))
  const up = (place: number) =>
    setRows(
      rows.map((row, i) =>
        i === place - 1 ? (rows[place] ?? row) : i === place ? (rows[place - 1] ?? row) : row,
      ),
    )
  const names = mailProviderKinds.map((kind) => ({ value: kind, label: t(`provider.${kind}`) }))
  return (
    <form
      className={`${panel.panel} ${settings.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2>{t('provider.title')}</h2>
      <p className={settings.about}>{t('provider.about')}</p>
      {rows.length === 0 && <p className={settings.about}>{t('provider.none')}</p>}
      <ol className={styles.rows}>
        {rows.map((row, place) => (
          <li key={row.key}>
            <div className={styles.head}>
              <span>{place + 1}</span>
              <Select
                look="field"
                label={t('provider.kind')}
                value={row.settings.kind}
                choices={names}
                onChange={(kind) =>
                  change(place, {
                    ...{ settings: proposals[kind as MailProviderKind], hasSecret: false },
                    secret: '',
                  })
                }
              />
              <IconButton
                label={t('provider.up', { place: place + 1 })}
                disabled={place === 0}
                onClick={() => up(place)}
              >
                <ArrowUp className="icon-s" aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t('provider.remove', { place: place + 1 })}
                onClick={() => setRows(rows.filter((_, i) => i !== place))}
              >
                <X className="icon-s" aria-hidden="true" />
              </IconButton>
            </div>
            <div className={styles.fields}>
              <ProviderFields
                settings={row.settings}
                onChange={(said) => change(place, { settings: said })}
              />
              {row.settings.kind !== 'own' && (
                <Labelled label={t(`provider.secret-${row.settings.kind}`)}>
                  {(props) => (
                    <input
                      {...props}
                      className={fields.field}
                      type="password"
                      autoComplete="new-password"
                      required={needsSecret(row.settings) && !row.hasSecret}
                      placeholder={row.hasSecret ? t('provider.kept') : undefined}
                      value={row.secret}
                      onChange={(event) => change(place, { secret: event.target.value })}
                    />
                  )}
                </Labelled>
              )}
            </div>
          </li>
        ))}
      </ol>
      <p className={settings.buttons}>
        {rows.length < MOST && (
          <Button
            type="button"
            onClick={() =>
              setRows([
                ...rows,
                {
                  ...{ key: crypto.randomUUID(), hasSecret: false, secret: '' },
                  settings: proposals[rows.length === 0 ? 'own' : 'smtp'],
                },
              ])
            }
          >
            <Plus className="icon-s" aria-hidden="true" />
            {t('provider.add')}
          </Button>
        )}
        <Button type="submit" look="primary" disabled={save.isPending}>
          {t('settings.save')}
        </Button>
      </p>
    </form>
  )
}
