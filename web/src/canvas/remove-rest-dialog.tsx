import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useWords } from '../words/use-words'
import { useSession } from './canvas-context'
import { useCommands } from './use-commands'

/** Asks, with their number, before a step goes together with all that only follows from it. */
export function RemoveRestDialog() {
  const { t } = useWords()
  const { store } = useSession()
  const commands = useCommands()
  const ids = commands.rest()
  const close = () => store.getState().showDialog(null)
  const footer = (
    <>
      <Button onClick={close}>{t('common.cancel')}</Button>
      <Button
        look="danger"
        onClick={() => {
          close()
          commands.removeAll(ids)
        }}
      >
        {t('removeRest.button', { n: ids.length })}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={close}
      title={t('removeRest.title', { n: ids.length })}
      about={t('removeRest.about', { step: commands.titleOf(ids[0] ?? ''), n: ids.length - 1 })}
      footer={footer}
    >
      {null}
    </Dialog>
  )
}
