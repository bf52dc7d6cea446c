import type { DomainLimit } from '@relance/core/sending-limit/sending-settings'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../ui/button'
import fields from '../ui/field.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import { MailCount } from './mail-count'
import styles from './sending.module.css'

const MOST_ROWS = 50

/** Limits by the domain that mails go to, a row each; `*` is each domain without a row of its own. */
export function DomainLimitRows({
  limits,
  onChange,
}: {
  limits: DomainLimit[]
  onChange: (limits: DomainLimit[]) => void
}) {
  const { t } = useWords()
  // Rows have no name while they are typed.
  const [keys, setKeys] = useState(() => limits.map((_, i) => i))
  const change = (place: number, part: Partial<DomainLimit>) =>
    onChange(limits.map((limit, i) => (i === place ? { ...limit, ...part } : limit)))
  const drop = (place: number) => {
    setKeys(keys.filter((_, i) => i !== place))
    onChange(limits.filter((_, i) => i !== place))
  }
  const add = () => {
    setKeys([...keys, Math.max(-1, ...keys) + 1])
    onChange([...limits, { domain: '', most: 1000, per: 'hour' }])
  }
  return (
    <div className={styles.limits}>
      {limits.map(({ domain, most, per }, place) => (
        <p key={keys[place]}>
          <input
            className={fields.field}
            required
            pattern="\s*(\*|[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+)\s*"
            placeholder="gmail.com"
            title={t('sending.domainHelp')}
            aria-label={t('sending.domain')}
            value={domain}
            onChange={(event) => change(place, { domain: event.target.value })}
          />
          <MailCount
            label={t('sending.mostTo', { domain })}
            value={most}
            onChange={(value) => change(place, { most: value })}
          />
          <Select
            look="field"
            label={t('sending.perOf', { domain })}
            value={per}
            onChange={(value) => change(place, { per: value === 'day' ? 'day' : 'hour' })}
            choices={[
              { value: 'hour', label: t('sending.perHour') },
              { value: 'day', label: t('sending.perDay') },
            ]}
          />
          <IconButton label={t('sending.removeLimit', { domain })} onClick={() => drop(place)}>
            <X className="icon-s" aria-hidden="true" />
          </IconButton>
        </p>
      ))}
      {limits.length < MOST_ROWS && (
        <div>
          <Button type="button" size="small" onClick={add}>
            <Plus className="icon-s" aria-hidden="true" />
            {t('sending.addLimit')}
          </Button>
        </div>
      )}
    </div>
  )
}
