import { brandFonts } from '@relance/core/brand/brand-fonts'
import { type BrandColours, brandColours, fontNames } from '@relance/core/brand/brand-kit'
import type { ShopBrand } from '@relance/core/brand/shop-settings'
import { contrast } from '@relance/core/colour/contrast'
import { mixColours } from '@relance/core/colour/mix-colours'
import { remembered } from '@relance/core/memory/remembered'
import type { MailShop } from './mail-data'

/**
 * What a mail names as `brand`: how the workspace's mails look and sign, as it is at the moment of sending. Colours are
 * `#rrggbb`, fonts lists of families that may stand in an attribute.
 */
export interface MailBrand extends MailColours {
  font: string
  title_font: string
  logo_url?: string | null
  company_name: string
  postal_address?: string | null
  support_phone?: string | null
  support_hours?: string | null
  support_email?: string | null
  chat_url?: string | null
  help_url?: string | null
  website?: string | null
}

interface MailColours {
  /** Buttons, and what must be seen first. */
  primary: string
  /** Read on `primary`. */
  on_primary: string
  text: string
  muted: string
  /** Around the mail. */
  background: string
  /** Of the mail itself. */
  surface: string
  /** Titles: darker than `text`. */
  ink: string
  /** Frames that should be seen, such as a coupon's. */
  frame: string
  /** Fine lines between things. */
  line: string
  /** A panel on `surface`. */
  tint: string
  /** The same, for readers whose mail program is dark. */
  dark: Record<
    | 'hero'
    | 'on_hero'
    | 'primary'
    | 'on_primary'
    | 'text'
    | 'muted'
    | 'background'
    | 'surface'
    | 'ink'
    | 'line'
    | 'tint',
    string
  >
}

/** Buttons are seen from here on (WCAG 2.2, 1.4.11). */
const LEAST_BUTTON = 3
const KEPT = 100

const colours = remembered<MailColours>(KEPT)
/** Of a shop that is asked about again, as mails that leave together do. */
const brands = new WeakMap<MailShop, MailBrand>()
const colour = /^#[0-9a-f]{6}$/i
const proposed = brandColours.parse({})
const stored = {
  primary: 'accent',
  onPrimary: 'on_accent',
  text: 'text',
  muted: 'muted',
  background: 'background',
  surface: 'surface',
} as const satisfies Record<keyof BrandColours, keyof ShopBrand>

/** What mails say of the shop as `brand`; a colour or font that no mail could show is replaced by the proposal. A shop is not to be changed afterwards. */
export function mailBrand(shop: MailShop): MailBrand {
  const before = brands.get(shop)
  if (before) return before
  const brand = makeBrand(shop)
  brands.set(shop, brand)
  return brand
}

function makeBrand(shop: MailShop): MailBrand {
  const { brand = {} } = shop
  const font = brandFonts[fontNames.find((name) => name === brand.font) ?? 'classic']
  return {
    ...coloursOf(brand),
    font: font.text,
    title_font: font.title,
    logo_url: shop.logo_url,
    company_name: shop.name,
    postal_address: shop.address,
    support_phone: shop.phone,
    support_hours: shop.hours,
    support_email: shop.reply_address,
    chat_url: shop.chat_url,
    help_url: shop.help_url,
    website: shop.url,
  }
}

/** Kept between mails: a workspace's hardly ever change. */
function coloursOf(brand: Partial<ShopBrand>): MailColours {
  const key = Object.values(stored)
    .map((name) => brand[name])
    .join()
  return colours(key, () => derive(brand))
}

function derive(brand: Partial<ShopBrand>): MailColours {
  const own = (name: keyof BrandColours) => {
    const said = brand[stored[name]]
    return said && colour.test(said) ? said : proposed[name]
  }
  const [primary, text, surface] = [own('primary'), own('text'), own('surface')]
  const darkSurface = mixColours('#1e1d1c', primary, 0.08)
  const isSeenInDark = (contrast(primary, darkSurface) ?? 0) >= LEAST_BUTTON
  return {
    primary,
    on_primary: own('onPrimary'),
    text,
    muted: own('muted'),
    background: own('background'),
    surface,
    ink: mixColours(text, '#000000', 0.5),
    frame: mixColours(primary, surface, 0.4),
    line: mixColours(surface, text, 0.14),
    tint: mixColours(mixColours(surface, own('background'), 0.8), primary, 0.02),
    dark: {
      // A large pale field would glare, so what is too dark to be seen is lifted a little, and no more.
      hero: isSeenInDark ? primary : mixColours(primary, '#ffffff', 0.14),
      on_hero: isSeenInDark ? own('onPrimary') : '#ffffff',
      primary: isSeenInDark ? primary : mixColours(primary, '#ffffff', 0.82),
      on_primary: isSeenInDark ? own('onPrimary') : '#1a1a1a',
      text: '#d6d2cc',
      muted: '#b3aea7',
      background: mixColours('#131211', primary, 0.06),
      surface: darkSurface,
      ink: '#f6f4f0',
      line: mixColours(darkSurface, '#ffffff', 0.16),
      tint: mixColours(darkSurface, '#ffffff', 0.06),
    },
  }
}
