import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { messageOfError } from '../api/api-error'
import { type Image, imagesQuery, uploadImage } from '../api/images'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import { useWords } from '../words/use-words'
import styles from './images.module.css'

const MOST_LETTERS = 300

/** A picture of this computer before it is kept: it must be said what it shows. */
export function NewImage({
  file,
  onKept,
  onBack,
}: {
  file: File
  onKept: (image: Image) => void
  onBack: () => void
}) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [alt, setAlt] = useState('')
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const own = URL.createObjectURL(file)
    setUrl(own)
    return () => URL.revokeObjectURL(own)
  }, [file])
  const keep = useMutation({
    mutationFn: () => uploadImage(file, alt.trim()),
    onSuccess: async (image) => {
      await queries.invalidateQueries({ queryKey: imagesQuery().queryKey })
      onKept(image)
    },
  })
  return (
    <form
      className={styles.fresh}
      onSubmit={(event) => {
        event.preventDefault()
        // The form that the picker was opened from is not sent along.
        event.stopPropagation()
        keep.mutate()
      }}
    >
      {url && <img src={url} alt={alt} className={styles.large} />}
      <Labelled label={t('images.alt')} help={t('images.altHelp')}>
        {(props) => (
          <input
            {...props}
            required
            maxLength={MOST_LETTERS}
            className={fields.field}
            value={alt}
            onChange={(event) => setAlt(event.target.value)}
          />
        )}
      </Labelled>
      {keep.error && (
        <p role="alert" className={styles.refused}>
          {messageOfError(keep.error)}
        </p>
      )}
      <p className={styles.buttons}>
        <Button look="primary" type="submit" disabled={keep.isPending || alt.trim() === ''}>
          {keep.isPending ? t('images.keeping') : t('images.keep')}
        </Button>
        <Button onClick={onBack} disabled={keep.isPending}>
          {t('images.back')}
        </Button>
      </p>
    </form>
  )
}
