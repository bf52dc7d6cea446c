import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { messageOfError } from '../api/api-error'
import { deleteImage, describeImage, type Image, imagesQuery } from '../api/images'
import { Button, IconButton } from '../ui/button'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import { useWords } from '../words/use-words'
import styles from './images.module.css'

/** One picture of the library: what it shows, and what can be done with it. */
export function ChosenImage({ image, onPick }: { image: Image; onPick: (image: Image) => void }) {
  const { t, number } = useWords()
  const queries = useQueryClient()
  const [alt, setAlt] = useState(image.alt)
  const [isAsked, setAsked] = useState(false)
  const changed = () => queries.invalidateQueries({ queryKey: imagesQuery().queryKey })
  const use = useMutation({
    mutationFn: async () =>
      alt.trim() === image.alt ? image : describeImage(image.id, alt.trim()),
    onSuccess: (described) => {
      void changed()
      onPick(described)
    },
  })
  const remove = useMutation({ mutationFn: () => deleteImage(image.id), onSuccess: changed })
  const wrong = use.error ?? remove.error
  const isBusy = use.isPending || remove.isPending
  return (
    <form
      className={styles.chosen}
      onSubmit={(event) => {
        event.preventDefault()
        // The form that the picker was opened from is not sent along.
        event.stopPropagation()
        use.mutate()
      }}
    >
      <Labelled
        label={t('images.alt')}
        help={t('images.size', {
          ...{ name: image.name, width: image.width, height: image.height },
          kb: number(Math.max(1, Math.round(image.bytes / 1024))),
        })}
        error={wrong ? messageOfError(wrong) : null}
      >
        {(props) => (
          <input
            {...props}
            required
            maxLength={300}
            className={fields.field}
            value={alt}
            onChange={(event) => setAlt(event.target.value)}
          />
        )}
      </Labelled>
      <Button look="primary" type="submit" disabled={isBusy || alt.trim() === ''}>
        {t('images.use')}
      </Button>
      {isAsked ? (
        <Button look="danger" disabled={isBusy} onClick={() => remove.mutate()}>
          {t('images.deleteSure')}
        </Button>
      ) : (
        <IconButton label={t('images.delete')} disabled={isBusy} onClick={() => setAsked(true)}>
          <Trash2 className="icon-s" aria-hidden="true" />
        </IconButton>
      )}
    </form>
  )
}
