import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { useCommands } from '../use-commands'

/** Asks before a step goes that somebody else is changing at the moment. */
export function RemoveEditedDialog() {
  const { t } = useWords()
  const { store } = useSession()
  const commands = useCommands()
  const close = () => store.getState().showDialog(null)
  const step = commands.titleOf(store.getState().selected[0] ?? '')
  const name = commands.editor() ?? t('presence.someone')
  const footer = (
    <>
      <Button onClick={close}>{t('common.cancel')}</Button>
      <Button
        look="danger"
        onClick={() => {
          close()
          commands.removeAnyway()
        }}
      >
        {t('removeEdited.button')}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={close}
      title={t('removeEdited.title', { name, step })}
      about={t('removeEdited.about')}
      footer={footer}
    >
      {null}
    </Dialog>
  )
}
