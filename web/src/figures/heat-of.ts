/** How much a link is clicked beside the most clicked one: 0, nobody, to 4, nearly as much or more. */
export const heatOf = (clicks: number, most: number): number =>
  clicks === 0 || most === 0 ? 0 : Math.max(1, Math.ceil((clicks / most) * 4))
