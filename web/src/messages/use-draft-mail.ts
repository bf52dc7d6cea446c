import { markBlocks } from '@relance/core/mail/mark-blocks'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { DraftMail, MailLanguage } from '../api/content-types'
import { renderMailDraft } from '../api/messages'
import { useSettled } from '../ui/use-settled'
import { useWords } from '../words/use-words'

const PAUSE_MS = 180
const KEPT_MS = 30_000

/** The marked source, or the plain one where it cannot be read as blocks: the server then says what is wrong. */
function marked(mjml: string): string {
  try {
    return markBlocks(mjml)
  } catch {
    return mjml
  }
}

/** A mail as it could last be made, and when: an instant. */
export interface GoodMail {
  language: string
  draft: DraftMail
  at: string
}

/**
 * What is being written as one customer would get it, made by the server shortly after each change, with what is better
 * mended of it. Its blocks carry marks. What was shown before stays until the next is there; where none can be made, the
 * last good one is at hand.
 */
export function useDraftMail(
  mailId: string,
  language: string,
  source: MailLanguage | undefined,
  contactId: string | undefined,
) {
  const { language: reader } = useWords()
  const settled = useSettled(source, PAUSE_MS)
  const draft = useMemo(() => settled && { ...settled, mjml: marked(settled.mjml) }, [settled])
  const [good, setGood] = useState<GoodMail | null>(null)
  const made = useQuery({
    queryKey: ['mail-draft', mailId, language, contactId, reader, draft],
    queryFn: () => renderMailDraft(mailId, language, draft, contactId),
    enabled: draft !== undefined,
    placeholderData: (before) => before,
    gcTime: KEPT_MS,
    retry: false,
  })
  const { data, isPlaceholderData } = made
  if (data && !isPlaceholderData && good?.draft !== data)
    setGood({ language, draft: data, at: new Date().toISOString() })
  return { data, error: made.error, good: good?.language === language ? good : null }
}
