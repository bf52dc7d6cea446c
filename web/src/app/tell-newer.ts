import { toast } from 'sonner'
import { formatWords } from '../words/format-message'
import { readLanguage } from '../words/language-store'

/** Says that the server has a newer app than this page is of; what is drawn is kept over the reload. */
export function tellNewer(): void {
  const language = readLanguage()
  toast(formatWords(language, 'app.newer'), {
    id: 'newer',
    duration: Number.POSITIVE_INFINITY,
    closeButton: true,
    action: { label: formatWords(language, 'app.reload'), onClick: () => window.location.reload() },
  })
}
