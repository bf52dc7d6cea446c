import { ImageUp } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'
import styles from './images.module.css'

const TYPES = 'image/png,image/jpeg,image/gif,image/webp'

/** Takes one picture from this computer, chosen or dropped anywhere over what is inside. */
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
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file) onFile(file)
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
          accept={TYPES}
          hidden
          aria-label={t('images.choose')}
          onChange={({ target }) => {
            take(target.files)
            // The same file may be chosen again.
            target.value = ''
          }}
        />
      </div>
      {children}
    </section>
  )
}
