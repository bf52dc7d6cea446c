import { useEffect, useRef, useState } from 'react'
import { inTheme, type MailTheme, writeMail } from './stage-document'

/** A frame that shows a mail without letting any script of it run, as high as the mail is. */
export function useMailFrame(html: string | undefined, theme: MailTheme) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [isReady, setReady] = useState(false)
  const [height, setHeight] = useState(0)
  const [shown, setShown] = useState<{ document: Document } | null>(null)
  useEffect(() => {
    const document = frame.current?.contentDocument
    if (!isReady || !document || html === undefined) return
    writeMail(document, inTheme(html, theme))
    const measure = () => {
      setHeight(Math.ceil(document.body.getBoundingClientRect().height))
      setShown({ document })
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [html, theme, isReady])
  return { frame, height, shown, onLoad: () => setReady(true) }
}
