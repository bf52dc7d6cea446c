import { z } from 'zod'

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour such as #1f5c4a' })

/** The colours of a workspace's mails, as `#rrggbb`. `text` and `muted` are read on `surface`, `onPrimary` on `primary`. */
export const brandColours = z.object({
  primary: colour.default('#2f3e46'),
  onPrimary: colour.default('#ffffff'),
  text: colour.default('#57504a'),
  muted: colour.default('#6b645d'),
  background: colour.default('#f4f1ec'),
  surface: colour.default('#fffdf9'),
})
export type BrandColours = z.infer<typeof brandColours>

export const fontNames = ['classic', 'plain', 'serif', 'humanist', 'wide'] as const
export type FontName = (typeof fontNames)[number]

const words = z
  .string()
  .trim()
  .max(500)
  .nullish()
  .transform((text) => text || null)
const link = z
  .union([z.url({ protocol: /^https?$/ }), z.literal('')])
  .nullish()
  .transform((url) => url || null)

/** How a workspace's mails look and sign. What is null says nothing in the mails. */
export const brandKit = z.object({
  colours: brandColours.prefault({}),
  /** Of titles and texts; families that mail programs have. */
  font: z.enum(fontNames).default('classic'),
  /** A picture of the workspace; null: `logoUrl` says where the logo is, if there is one. */
  logoImageId: z.uuid().nullish().default(null),
  logoUrl: link,
  companyName: words,
  /** On one line. */
  postalAddress: words,
  /** Toll-free where there is one; shown as written. */
  supportPhone: words,
  /** When somebody answers. */
  supportHours: words,
  supportEmail: z
    .union([z.email(), z.literal('')])
    .nullish()
    .transform((address) => address || null),
  chatUrl: link,
  helpUrl: link,
  website: link,
})
export type BrandKit = z.output<typeof brandKit>
