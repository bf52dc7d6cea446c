import type { CheckedSender } from '../api/sender'
import { CopyButton } from '../developers/copy-button'
import { Chip, type ChipTone } from '../ui/chip'
import { useWords } from '../words/use-words'
import styles from './domain-records.module.css'

const tlsTones: Record<CheckedSender['servers'][number]['state'], ChipTone> = {
  ok: 'ok',
  missing: 'bad',
  wrong: 'bad',
  away: 'warn',
  local: 'mute',
  private: 'mute',
}
const tones = { ok: 'ok', missing: 'bad', wrong: 'warn' } as const

/** What the sender's domain says of itself, each with the record to add where it lacks. */
export function DomainRecords({ checked }: { checked: CheckedSender }) {
  const { t } = useWords()
  return (
    <section className={styles.records} aria-label={t('sender.records')} aria-live="polite">
      <p>
        {t(checked.isSigned ? 'sender.isSigned' : 'sender.isNotSigned', { domain: checked.domain })}
      </p>
      <ul>
        {checked.records.map(({ kind, state, host, type, expected, found }) => (
          <li key={kind}>
            <p className={styles.head}>
              <b>{t(`sender.kind-${kind}`)}</b>
              <Chip small tone={tones[state]}>
                {t(`sender.${state}`)}
              </Chip>
            </p>
            <p className={styles.about}>{t(`sender.why-${kind}`)}</p>
            {state !== 'ok' && (
              <dl>
                <dt>{t(state === 'wrong' ? 'sender.change' : 'sender.add', { type })}</dt>
                <dd>
                  <code>{host}</code>
                  <CopyButton text={host} />
                </dd>
                <dt>{t('sender.value')}</dt>
                <dd>
                  <code>{expected}</code>
                  <CopyButton text={expected} />
                </dd>
                {found.length > 0 && (
                  <>
                    <dt>{t('sender.found')}</dt>
                    <dd>
                      <code>{found.join('\n')}</code>
                    </dd>
                  </>
                )}
              </dl>
            )}
          </li>
        ))}
        {checked.servers.map(({ host, state, found }) => (
          <li key={`tls:${host}`}>
            <p className={styles.head}>
              <b>{t('sender.tls', { host })}</b>
              <Chip small tone={tlsTones[state]}>
                {t(`sender.tls-${state}`)}
              </Chip>
            </p>
            <p className={styles.about}>{t(`sender.tls-why-${state}`)}</p>
            {found && (
              <p className={styles.about}>
                <code>{found}</code>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
