import type { RenderOptions } from '../render-mail'

/** Paris, French, and links that show they were wrapped. */
export const renderOptions: RenderOptions = {
  language: 'fr',
  timeZone: 'Europe/Paris',
  trackLink: (url) => `https://r.example/c?to=${encodeURIComponent(url)}`,
  unsubscribeUrl: 'https://r.example/u/abc?x=1&y=2',
  openPixelUrl: 'https://r.example/o/abc?x=1&y=2',
}
