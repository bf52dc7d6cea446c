import { useMutation } from '@tanstack/react-query'
import { CalendarClock, Mail, Tag, Users } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../../api/api-error'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/select'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import type { Pasting } from '../store/paste-slice'
import { useCommands } from '../use-commands'
import styles from './match-dialog.module.css'
import { type Choice, type Match, proposed } from './match-needs'

/** Asks what stands in for the things that pasted steps need and this workspace lacks. */
export function MatchDialog() {
  const pasting = useCanvas((state) => state.pasting)
  return pasting ? <OpenDialog pasting={pasting} /> : null
}

function OpenDialog({ pasting }: { pasting: Pasting }) {
  const { t } = useWords()
  const { store } = useSession()
  const commands = useCommands()
  const [choices, setChoices] = useState(
    () => new Map(pasting.matches.map((match) => [match, proposed(match)])),
  )
  const close = () => store.getState().askMatches(null)
  const paste = useMutation({
    mutationFn: () => {
      // The keyboard goes to what was pasted, once this is out of the way.
      close()
      return commands.pasteMatched(pasting, choices)
    },
    onError: (error) => {
      store.getState().askMatches(pasting)
      toast.error(messageOfError(error))
    },
  })
  const missing = pasting.matches.filter(({ found }) => found === null)
  const found = pasting.matches.filter((match) => match.found !== null)
  const rows = (matches: Match[]) => (
    <ul className={styles.rows}>
      {matches.map((match) => (
        <MatchRow
          key={`${match.kind} ${match.key}`}
          match={match}
          choice={choices.get(match) ?? 'leave'}
          onChoose={(choice) => setChoices(new Map(choices).set(match, choice))}
        />
      ))}
    </ul>
  )
  return (
    <Dialog
      open
      onClose={close}
      title={t('match.title', { n: missing.length })}
      about={t('match.about')}
      footer={
        <>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={paste.isPending} onClick={() => paste.mutate()}>
            {t('match.paste', { n: pasting.clip.nodes.length })}
          </Button>
        </>
      }
    >
      {rows(missing)}
      {found.length > 0 && (
        <details className={styles.found}>
          <summary>{t('match.found', { n: found.length })}</summary>
          {rows(found)}
        </details>
      )}
    </Dialog>
  )
}

const icons = { template: Mail, segment: Users, offer: Tag, event: CalendarClock }

/** Values of the list: what is done, or `take:` and an id. */
const COPY = 'copy'
const LEAVE = 'leave'
const TAKE = 'take:'

function MatchRow({
  match,
  choice,
  onChoose,
}: {
  match: Match
  choice: Choice
  onChoose: (choice: Choice) => void
}) {
  const { t } = useWords()
  const { kind, name, candidates, canCopy, found } = match
  const Icon = icons[kind]
  const label = t(`match.${kind}`, { name })
  const choices = [
    ...(canCopy ? [{ value: COPY, label: t('match.copy') }] : []),
    { value: LEAVE, label: t(kind === 'event' ? 'match.keep' : 'match.leave') },
    ...candidates.map((one) => ({
      value: TAKE + one.id,
      label: one.id === found ? t('match.same', { name: one.name }) : one.name,
    })),
  ]
  return (
    <li className={styles.row} data-match={`${kind}:${name}`}>
      <Icon className="icon" aria-hidden="true" />
      <span className={styles.name}>{label}</span>
      <Select
        look="field"
        label={label}
        value={typeof choice === 'object' ? TAKE + choice.take : choice}
        choices={choices}
        onChange={(value) =>
          onChoose(value === COPY || value === LEAVE ? value : { take: value.slice(TAKE.length) })
        }
      />
    </li>
  )
}
