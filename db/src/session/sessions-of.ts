import type { PageView } from './read-page'
import { addSections, SESSION_GAP_MS } from './record-page'

export interface SeenPage extends PageView {
  at: Date
}

/** A visit as its pages make it. */
export interface Visit {
  startedAt: Date
  lastAt: Date
  pages: number
  sections: Record<string, number>
  landingPath: string | null
  referrer: string | null
}

/** The visits that pages make, whatever the order they are given in: a new one after 30 minutes without a page. */
export function sessionsOf(pages: SeenPage[]): Visit[] {
  const visits: Visit[] = []
  for (const page of [...pages].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const seen = page.section ? { [page.section]: 1 } : {}
    const last = visits.at(-1)
    if (last && page.at.getTime() - last.lastAt.getTime() < SESSION_GAP_MS) {
      last.lastAt = page.at
      last.pages += 1
      last.sections = addSections(last.sections, seen)
      continue
    }
    visits.push({
      startedAt: page.at,
      lastAt: page.at,
      pages: 1,
      sections: seen,
      landingPath: page.path,
      referrer: page.referrer,
    })
  }
  return visits
}
