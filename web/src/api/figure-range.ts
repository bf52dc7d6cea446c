/** Whose runs figures count: those on one version, those entered in the last days, both, or (empty) all. */
export interface FigureRange {
  version?: number
  days?: number
}

/** Every run since the first version. */
export const everybody: FigureRange = {}
