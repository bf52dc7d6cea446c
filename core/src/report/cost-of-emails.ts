/** What so many emails cost, in whole cents, where a thousand cost `thousandCents`; null where that is not told. */
export const costOfEmails = (emails: number, thousandCents: number | null): number | null =>
  thousandCents === null ? null : Math.round((emails * thousandCents) / 1_000)
