import { Copy } from 'lucide-react'
import { toast } from 'sonner'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'

/** Copies a text, and says so. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useWords()
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    toast(t('developers.copied'))
  }
  return (
    <Button size="small" onClick={() => void copy()}>
      <Copy className="icon-s" aria-hidden="true" />
      {t('developers.copy')}
    </Button>
  )
}
