import { Link, useNavigate } from '@tanstack/react-router'
import { Check, TriangleAlert } from 'lucide-react'
import type { MailCheckRow, MailTemplateRow } from '../api/content-types'
import type { MessageFigures } from '../api/reports'
import table from '../home/home.module.css'
import { Chip } from '../ui/chip'
import { Tile } from '../ui/tile'
import { useWords } from '../words/use-words'
import styles from './mail-row.module.css'

const BYTES_A_KB = 1024

/** A mail of the list: where it is used, what came of it, how heavy it is and what is better mended. */
export function MailRow({
  mail,
  figures,
  check,
}: {
  mail: MailTemplateRow
  /** Undefined while they are not known; null for a mail nobody got. */
  figures: MessageFigures | null | undefined
  check: MailCheckRow | undefined
}) {
  const { t, date } = useWords()
  const navigate = useNavigate()
  const to = { to: '/messages/$templateId', params: { templateId: mail.id } } as const
  return (
    <tr onClick={() => void navigate(to)}>
      <td>
        <span className={table.name}>
          <Tile tone="message" icon="mail" />
          <span>
            <Link {...to}>
              <b>{mail.name}</b>
            </Link>
            <small>
              {t('messages.version', { version: mail.version })} · {date(mail.updatedAt, 'moment')}
            </small>
          </span>
        </span>
      </td>
      <td data-label={t('messages.languages')}>
        <span className={table.chips}>
          {mail.languages.map((each) => (
            <Chip key={each} small tone="outline">
              {each.toUpperCase()}
            </Chip>
          ))}
        </span>
      </td>
      <td
        data-label={t('messages.usedBy')}
        style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}
      >
        {mail.usedBy.map((flow) => flow.name).join(', ') || '–'}
      </td>
      <td data-label={t('messages.results')}>
        <Results figures={figures} />
      </td>
      <td data-label={t('messages.weight')}>
        {check?.bytes == null
          ? '–'
          : t('messages.kb', { kb: Math.round(check.bytes / BYTES_A_KB) })}
      </td>
      <td data-label={t('messages.checks')}>
        <Checks check={check} />
      </td>
    </tr>
  )
}

function Results({ figures }: { figures: MessageFigures | null | undefined }) {
  const { t, share } = useWords()
  if (!figures) return <>–</>
  const { delivered, uniqueClicks } = figures
  return (
    <span>
      {t('messages.delivered', { n: delivered })}
      {delivered > 0 && (
        <small className={styles.clicked}>
          {t('messages.clicked', { share: share(uniqueClicks / delivered) })}
        </small>
      )}
    </span>
  )
}

function Checks({ check }: { check: MailCheckRow | undefined }) {
  const { t } = useWords()
  if (!check) return <>–</>
  const { warnings, problem } = check
  if (problem !== null)
    return (
      <span title={problem}>
        <Chip small tone="bad">
          {t('messages.unfilled')}
        </Chip>
      </span>
    )
  if (!warnings)
    return (
      <Chip small tone="ok">
        <Check className="icon-s" aria-hidden="true" />
        {t('messages.fine')}
      </Chip>
    )
  return (
    <Chip small tone="warn">
      <TriangleAlert className="icon-s" aria-hidden="true" />
      {t('messages.warnings', { n: warnings })}
    </Chip>
  )
}
