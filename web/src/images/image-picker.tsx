import { useState } from 'react'
import type { Image } from '../api/images'
import { Dialog } from '../ui/dialog'
import { useWords } from '../words/use-words'
import { ImageDrop } from './image-drop'
import { ImageLibrary } from './image-library'
import { NewImage } from './new-image'

/** Picks a picture: one the workspace has, or one from this computer, which is kept with words of what it shows. */
export function ImagePicker({
  open,
  onClose,
  onPick,
}: {
  open: boolean
  onClose: () => void
  onPick: (image: Image) => void
}) {
  const { t } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const pick = (image: Image) => {
    setFile(null)
    onPick(image)
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('images.title')}
      about={t('images.about')}
      width={720}
    >
      {file ? (
        <NewImage file={file} onKept={pick} onBack={() => setFile(null)} />
      ) : (
        <ImageDrop onFile={setFile}>
          <ImageLibrary onPick={pick} />
        </ImageDrop>
      )}
    </Dialog>
  )
}
