import type { MailProviderKind, MailProviderSettings } from '@relance/core/sender/mail-provider'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import { Select } from '../ui/select'
import type { WordKey } from '../words/format-message'
import { useWords } from '../words/use-words'

type Field = { name: string; label: WordKey; type: 'text' | 'port' | 'region' | 'tls' }

/** What is asked of each besides its secret. */
const asked: Record<MailProviderKind, readonly Field[]> = {
  own: [],
  smtp: [
    { name: 'host', label: 'provider.host', type: 'text' },
    { name: 'port', label: 'provider.port', type: 'port' },
    { name: 'secure', label: 'provider.secure', type: 'tls' },
    { name: 'user', label: 'provider.user', type: 'text' },
  ],
  ses: [
    { name: 'region', label: 'provider.awsRegion', type: 'text' },
    { name: 'accessKeyId', label: 'provider.accessKeyId', type: 'text' },
    { name: 'configurationSet', label: 'provider.configurationSet', type: 'text' },
  ],
  postmark: [{ name: 'stream', label: 'provider.stream', type: 'text' }],
  mailgun: [
    { name: 'domain', label: 'provider.domain', type: 'text' },
    { name: 'region', label: 'provider.region', type: 'region' },
  ],
  sendgrid: [{ name: 'region', label: 'provider.region', type: 'region' }],
  brevo: [],
}

const optional = new Set(['user', 'configurationSet'])

/** The fields of one provider, as its kind asks for them. */
export function ProviderFields({
  settings,
  onChange,
}: {
  settings: MailProviderSettings
  onChange: (settings: MailProviderSettings) => void
}) {
  const { t } = useWords()
  const values = settings as Record<string, string | number | boolean>
  const set = (name: string, value: string | number | boolean) =>
    onChange({ ...settings, [name]: value } as MailProviderSettings)
  return asked[settings.kind].map(({ name, label, type }) => {
    const said = t(label)
    if (type === 'region' || type === 'tls') {
      const choices =
        type === 'region'
          ? [
              { value: 'eu', label: t('provider.eu') },
              { value: 'us', label: t('provider.us') },
            ]
          : [
              { value: 'false', label: t('provider.startTls') },
              { value: 'true', label: t('provider.tls') },
            ]
      return (
        <Labelled key={name} label={said}>
          {({ id }) => (
            <Select
              id={id}
              look="field"
              value={String(values[name])}
              choices={choices}
              onChange={(value) => set(name, type === 'tls' ? value === 'true' : value)}
            />
          )}
        </Labelled>
      )
    }
    return (
      <Labelled key={name} label={said}>
        {(props) => (
          <input
            {...props}
            className={fields.field}
            type={type === 'port' ? 'number' : 'text'}
            required={!optional.has(name)}
            value={String(values[name] ?? '')}
            onChange={(event) =>
              set(name, type === 'port' ? Number(event.target.value) : event.target.value)
            }
          />
        )}
      </Labelled>
    )
  })
}
