/** The sign of the product. */
export const BrandMark = () => (
  <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
    <rect width="24" height="24" rx="7" fill="var(--accent)" />
    <path
      d="M7.2 16.6V11a4.2 4.2 0 0 1 4.2-4.2h1.2A3.7 3.7 0 0 1 12.6 14H9.4"
      fill="none"
      stroke="var(--text-on-accent)"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <path
      d="m12 11.2-2.9 2.8 2.9 2.8"
      fill="none"
      stroke="var(--text-on-accent)"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
