import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Image, imagesQuery } from '../api/images'
import { Button } from '../ui/button'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import { ChosenImage } from './chosen-image'
import styles from './images.module.css'

/** The pictures of the workspace, newest first; the chosen one can be used, described anew or deleted. */
export function ImageLibrary({ onPick }: { onPick: (image: Image) => void }) {
  const { t } = useWords()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(imagesQuery())
  const [chosenId, setChosenId] = useState<string | null>(null)
  const images = data?.pages.flatMap(({ items }) => items) ?? []
  const chosen = images.find(({ id }) => id === chosenId)
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (isPending) return <Loading rows={2} height={96} />
  if (images.length === 0) return <p className={styles.none}>{t('images.none')}</p>
  return (
    <>
      <ul className={styles.grid}>
        {images.map((image) => (
          <li key={image.id}>
            <button
              type="button"
              aria-pressed={image.id === chosenId}
              title={image.name}
              onClick={() => setChosenId(image.id)}
              onDoubleClick={() => onPick(image)}
            >
              <img src={image.url} alt={image.alt} loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('images.more')}
        </Button>
      )}
      {chosen && <ChosenImage key={chosen.id} image={chosen} onPick={onPick} />}
    </>
  )
}
