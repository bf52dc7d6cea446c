import { type BrandKit, brandKit, type FontName } from './brand-kit'

/** How mails sign and look, as a workspace keeps it and mails name it: all of it optional. */
export interface ShopSettings {
  name?: string
  url?: string
  phone?: string
  hours?: string
  reply_address?: string
  chat_url?: string
  help_url?: string
  address?: string
  logo_url?: string
  brand?: ShopBrand
}

/** Colours as `#rrggbb`. `on_accent` is read on `accent`. */
export interface ShopBrand {
  accent?: string
  on_accent?: string
  text?: string
  muted?: string
  background?: string
  surface?: string
  font?: FontName
  logo_image_id?: string
}

/** The brand kit of a workspace, proposals where it has said nothing. */
export function kitOfShop(shop: ShopSettings): BrandKit {
  const { brand = {} } = shop
  return brandKit.parse({
    colours: {
      primary: brand.accent,
      onPrimary: brand.on_accent,
      text: brand.text,
      muted: brand.muted,
      background: brand.background,
      surface: brand.surface,
    },
    font: brand.font,
    logoImageId: brand.logo_image_id,
    logoUrl: shop.logo_url,
    companyName: shop.name,
    postalAddress: shop.address,
    supportPhone: shop.phone,
    supportHours: shop.hours,
    supportEmail: shop.reply_address,
    chatUrl: shop.chat_url,
    helpUrl: shop.help_url,
    website: shop.url,
  })
}

/** A brand kit as a workspace keeps it. */
export function shopOfKit({ colours, ...kit }: BrandKit): ShopSettings {
  return {
    name: kit.companyName ?? undefined,
    url: kit.website ?? undefined,
    phone: kit.supportPhone ?? undefined,
    hours: kit.supportHours ?? undefined,
    reply_address: kit.supportEmail ?? undefined,
    chat_url: kit.chatUrl ?? undefined,
    help_url: kit.helpUrl ?? undefined,
    address: kit.postalAddress ?? undefined,
    logo_url: kit.logoUrl ?? undefined,
    brand: {
      accent: colours.primary,
      on_accent: colours.onPrimary,
      text: colours.text,
      muted: colours.muted,
      background: colours.background,
      surface: colours.surface,
      font: kit.font,
      logo_image_id: kit.logoImageId ?? undefined,
    },
  }
}
