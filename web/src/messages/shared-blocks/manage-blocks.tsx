import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { toast } from 'sonner'
import { messageOfError } from '../../api/api-error'
import { blocksChanged, deleteSharedBlock, type SharedBlock } from '../../api/mail-blocks'
import { IconButton } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useWords } from '../../words/use-words'
import styles from '../visual/visual.module.css'

/** The shared blocks with where each is used; one that no mail uses can go. */
export function ManageBlocks({
  open,
  onClose,
  blocks,
}: {
  open: boolean
  onClose: () => void
  blocks: readonly SharedBlock[]
}) {
  const { t } = useWords()
  const remove = useMutation({
    mutationFn: deleteSharedBlock,
    onSuccess: blocksChanged,
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  return (
    <Dialog open={open} onClose={onClose} title={t('mailEditor.shared')}>
      <ul className={styles.managed}>
        {blocks.map(({ id, name, usedBy }) => (
          <li key={id}>
            <div>
              <b>{name}</b>
              <p>
                {t('mailEditor.usedIn', { n: usedBy.length })}{' '}
                {usedBy.map((mail) => mail.name).join(', ')}
              </p>
            </div>
            <IconButton
              label={t('mailEditor.deleteShared', { name })}
              onClick={() => remove.mutate(id)}
            >
              <Trash2 className="icon-s" aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
