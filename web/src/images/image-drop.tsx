import { ImageUp } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'
import styles from './images.module.css'
import { IMAGE_TYPES, refusedFile } from './refused-file'

/** Takes one picture from this computer, chosen or dropped anywhere over what is inside; says at once what cannot be one. */
export function ImageDrop({
  onFile,
  children,
}: {
  onFile: (file: File) => void
  children: ReactNode
}) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [refused, setRefused] = useState<{
    name: string
    why: NonNullable<ReturnType<typeof refusedFile>>
  } | null>(null)
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (!file) return
    const why = refusedFile(file)
    setRefused(why && { name: file.name, why })
    if (!why) onFile(file)
  }
  return (
    <section
      className={styles.drop}
      aria-label={t('images.title')}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <div className={styles.upload}>
        <ImageUp className="icon" aria-hidden="true" />
        <span>{t('images.drop')}</span>
        <Button onClick={() => input.current?.click()}>{t('images.choose')}</Button>
        <input
          ref={input}
          type="file"
          accept={IMAGE_TYPES.join()}
          hidden
          aria-label={t('images.choose')}
          onChange={({ target }) => {
            take(target.files)
            // The same file may be chosen again.
            target.value = ''
          }}
        />
      </div>
      {refused && (
        <p role="alert" className={styles.refused}>
          {t(refused.why, { name: refused.name })}
        </p>
      )}
      {children}
    </section>
  )
}
