import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { CopyButton } from './copy-button'
import styles from './developers.module.css'

/** What a shop puts on its pages, so that visitors are recognised. */
export function SiteScript({ writeKey }: { writeKey: string | null }) {
  const { t } = useWords()
  const snippet = `<script>
  window.relance = window.relance || function () { (relance.q = relance.q || []).push(arguments) }
</script>
<script async src="${window.location.origin}/relance.js" data-key="${writeKey ?? t('developers.yourKey')}"></script>`
  const calls = `<body data-relance-section="nature" data-relance-category="photo" data-relance-product="p-1">

relance('consent', true)                                  // ${t('developers.script.given')}
relance('consent', false)                                 // ${t('developers.script.withdrawn')}
relance('identify', 'duchemin', { email: 'a@example.com' }) // ${t('developers.script.identify')}
relance('track', 'Product Added', { product_id: 'p-1', price: 48 })
relance('page', { section: 'nature' })                    // ${t('developers.script.page')}
relance('reset')                                          // ${t('developers.script.reset')}`
  const recommendations = `const visitor = document.cookie.match(/(?:^|; *)relance_id=([\\w-]+)/)?.[1] ?? ''
const { items } = await fetch(
  '${window.location.origin}/v1/recommendations?limit=6&writeKey=${writeKey ?? t('developers.yourKey')}&anonymousId=' + visitor
).then((answer) => answer.json()) // [{ productId, title, url, image, price, currency, … }]`
  return (
    <section className={`${panel.panel} ${styles.block}`} aria-labelledby="site-script">
      <header className={styles.head}>
        <h2 id="site-script">{t('developers.script')}</h2>
        <span className={styles.grow} />
        <CopyButton text={snippet} />
      </header>
      <p className={styles.about}>{t('developers.script.about')}</p>
      <pre className={styles.code}>{snippet}</pre>
      <p className={styles.about}>{t('developers.script.calls')}</p>
      <pre className={styles.code}>{calls}</pre>
      <p className={styles.about}>{t('developers.script.recommendations')}</p>
      <pre className={styles.code}>{recommendations}</pre>
    </section>
  )
}
