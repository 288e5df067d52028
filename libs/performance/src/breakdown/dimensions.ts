/** What every figure can be broken down by, with its heading. */
export const dimensions = {
  team: 'Team',
  locality: 'Locality',
  source: 'Source',
  'source-group': 'Group of sources',
  agency: 'Agency or school',
  'age-band': 'Age',
  sex: 'Sex',
  ethnicity: 'Ethnicity',
  disability: 'Disability',
  need: 'Primary need',
  'domestic-abuse': 'Domestic abuse',
  edt: 'Out of hours',
} as const
export type Dimension = keyof typeof dimensions
export const dimensionIds = Object.keys(dimensions) as readonly Dimension[]

export const isDimension = (id: string): id is Dimension => Object.hasOwn(dimensions, id)
