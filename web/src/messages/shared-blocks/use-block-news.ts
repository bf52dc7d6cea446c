import type { SharedBlock } from '../../api/mail-blocks'
import { useWords } from '../../words/use-words'

/** Said of a change of a block before it is made: which mails get it, and what stays with live scenarios. */
export function useBlockNews() {
  const { t } = useWords()
  return ({ usedBy, liveFlows }: SharedBlock): string[] => [
    t('mailEditor.usedIn', { n: usedBy.length }),
    ...(usedBy.length > 0 ? [t('mailEditor.changeReaches', { n: usedBy.length })] : []),
    ...(liveFlows.length > 0
      ? [
          t('mailEditor.liveKeep', {
            ...{ n: liveFlows.length, names: liveFlows.map(({ name }) => name).join(', ') },
          }),
        ]
      : []),
  ]
}
