import type { Language } from '@relance/core/words/language'
import type { MailData } from '@relance/templates/mail-data'
import { sampleData } from '@relance/templates/sample-data'

const SIX = [1, 2, 3, 4, 5, 6]

/** The sample customer with six lines in the cart, six lines ordered and six products recommended, pictures by address. */
export function sixProducts(language: Language): MailData {
  const sample = sampleData(language)
  const named = (n: number) => ({
    title: `Tirage ${n}, 30 × 40`,
    price: 4_800 + n * 135,
    image: `https://shop.example/pictures/${n}.jpg?width=328`,
    url: `https://shop.example/p/tirage-${n}?from=mail&n=${n}`,
  })
  const ordered = SIX.map((n) => ({
    ...{ product_id: `tirage-${n}`, name: `Tirage ${n}, 30 × 40`, price: 48 + n, quantity: n },
    image_url: named(n).image,
    url: named(n).url,
  }))
  return {
    ...sample,
    event: {
      name: 'Order Completed',
      at: sample.now,
      properties: { ...sample.event?.properties, products: ordered },
    },
    cart: {
      ...{ lines: SIX.map((n) => ({ ...named(n), quantity: n })), value: 128_250 },
      ...{ currency: 'EUR', recovery_url: 'https://shop.example/cart/c-1' },
    },
    recommended: SIX.map((n) => ({
      ...named(n),
      ...{ currency: 'EUR', creator: 'A. Morel', category: 'portrait' },
    })),
  }
}
