/** Tells when the window comes to fit a media query, or no longer does; answers how to stop. */
export function watchWindow(query: string, onChange: (fits: boolean) => void): () => void {
  const window = globalThis.matchMedia(query)
  const change = () => onChange(window.matches)
  window.addEventListener('change', change)
  return () => window.removeEventListener('change', change)
}
