import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { IconButton } from '../ui/button'
import { Chip } from '../ui/chip'
import fields from '../ui/field.module.css'
import { useWords } from '../words/use-words'
import styles from './settings.module.css'

/** A few names: each typed or taken from those proposed, added by Enter or by leaving the field. */
export function NamesInput({
  id,
  names,
  proposed,
  adds,
  onChange,
  'aria-describedby': describedBy,
}: {
  id: string
  names: string[]
  proposed: string[]
  /** What the empty field asks for; left out: a category. */
  adds?: string
  onChange: (names: string[]) => void
  'aria-describedby'?: string
}) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const listId = useId()
  const add = () => {
    const name = typed.trim()
    const isNew = !names.some((one) => one.toLowerCase() === name.toLowerCase())
    if (name !== '' && isNew) onChange([...names, name])
    setTyped('')
  }
  return (
    <div className={styles.names}>
      {names.map((name) => (
        <Chip key={name} tone="outline">
          {name}
          <IconButton
            label={t('settings.removeName', { name })}
            className={styles.removeName}
            onClick={() => onChange(names.filter((one) => one !== name))}
          >
            <X className="icon-s" aria-hidden="true" />
          </IconButton>
        </Chip>
      ))}
      <input
        id={id}
        aria-describedby={describedBy}
        className={fields.field}
        list={listId}
        value={typed}
        placeholder={adds ?? t('settings.addName')}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
      <datalist id={listId}>
        {proposed
          .filter((name) => !names.includes(name))
          .map((name) => (
            <option key={name} value={name} />
          ))}
      </datalist>
    </div>
  )
}
