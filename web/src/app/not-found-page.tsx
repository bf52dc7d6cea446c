import { Link } from '@tanstack/react-router'
import { useWords } from '../words/use-words'
import { Page, PageHead } from './page'

/** What stands at an address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useWords()
  return (
    <Page>
      <PageHead title={t('notFound.title')} about={t('notFound.about')} />
      <Link to="/">{t('notFound.home')}</Link>
    </Page>
  )
}
