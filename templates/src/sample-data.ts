import type { Language } from '@relance/core/words/language'
import type { MailData } from './mail-data'

const pictures: Record<string, string> = {
  regard:
    '<rect width="328" height="256" fill="#3b3a38"/><path d="M60 256c8-90 50-110 104-110s96 20 104 110z" fill="#6f6a63"/><circle cx="164" cy="98" r="50" fill="#b8aa98"/>',
  profil:
    '<rect width="328" height="256" fill="#d9b99b"/><path d="M328 256H140c8-46 28-50 28-82-22-4-18-18-18-28-14-2-12-10-4-20 8-18-4-56 42-72 60-20 110 18 106 78-2 32-14 46-10 68 4 28 32 38 44 56z" fill="#5c3f35"/>',
  lisiere:
    '<rect width="328" height="256" fill="#cfd8d2"/><path d="M0 190h328v66H0z" fill="#7d8f82"/><path d="M40 194V90M96 200V60M150 194V80M208 200V44M262 194V76M304 200V100" stroke="#36463d" stroke-width="9"/>',
}

const picture = (name: string) =>
  `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 256">${pictures[name]}</svg>`).toString('base64')}`

const product = (title: string, price: number, image: string | null, creator: string) => ({
  title,
  price,
  creator,
  image: image && picture(image),
  url: `https://shop.example/p/${encodeURIComponent(title)}`,
  currency: 'EUR',
  category: 'portrait',
})

/** A gallery's customer with a cart, a credit and a selection, all seen at 2026-03-23T10:00Z. */
export const sampleData = (language: Language): MailData => ({
  now: '2026-03-23T10:00:00Z',
  contact: {
    first_name: 'Sophie',
    last_name: 'Lambert',
    email: 'sophie@example.com',
    external_id: 'duchemin',
    locale: language,
    last_visit_at: '2026-03-02T10:00:00Z',
    last_section: 'portrait',
    favourite_category: 'portrait',
    favourite_brand: 'Lumen',
    favourite_creator: 'Inès Moreau',
    interests: ['nature', 'portrait'],
    labels: ['subscriber', 'buyer'],
    traits: { city: 'Lyon' },
  },
  shop: {
    name: 'Galerie Lumen',
    url: 'https://shop.example/',
    phone: '0 800 123 456',
    hours: { en: 'Monday to Saturday, 9 am to 7 pm', fr: 'Du lundi au samedi, de 9 h à 19 h' }[
      language
    ],
    reply_address: 'bonjour@shop.example',
    chat_url: 'https://shop.example/chat',
    help_url: 'https://shop.example/aide',
    address: '12 rue des Arts, 69001 Lyon',
    currency: 'EUR',
  },
  event: {
    name: 'Order Completed',
    at: '2026-03-23T10:00:00Z',
    properties: {
      order_id: '2026-1042',
      currency: 'EUR',
      products: [
        {
          ...{ product_id: 'regard', name: 'Regard, tirage 30 × 40', price: 48, quantity: 1 },
          image_url: picture('regard'),
          url: 'https://shop.example/p/regard',
        },
        { product_id: 'lisiere', name: 'Lisière', price: 55.5, quantity: 2 },
      ],
      discount: 10,
      coupon: 'LUMEN-7K2F-QX4D',
      shipping: 0,
      total: 149,
    },
  },
  cart: {
    lines: [
      {
        title: 'Regard, tirage 30 × 40',
        price: 4800,
        quantity: 1,
        image: picture('regard'),
        url: 'https://shop.example/p/regard?a=1&b=2',
      },
      { title: 'Lisière', price: 61_725, quantity: 2, image: null, url: null },
    ],
    value: 128_250,
    currency: 'EUR',
    recovery_url: 'https://shop.example/cart/c-1',
  },
  offer: {
    code: 'LUMEN-7K2F-QX4D',
    value: 2500,
    currency: 'EUR',
    expires_at: '2026-04-22T10:00:00Z',
    minimum: 4000,
  },
  sections: { en: ['nature', 'portrait'], fr: ['nature', 'portrait'] }[language],
  recommended: [
    product('Regard', 4800, 'regard', 'A. Morel'),
    product('Profil au matin', 6200, 'profil', 'J. Costa'),
    product('Lisière', 5500, 'lisiere', 'A. Morel'),
  ],
})
