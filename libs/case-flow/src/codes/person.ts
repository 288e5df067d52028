import { codeList } from './code-list.js'

/** U must be used for an unborn child. */
export const sex = codeList('sex', 'Sex', 'CIN census 2025-26, CBDS N00783', [
  { code: 'M', label: 'Male' },
  { code: 'F', label: 'Female' },
  { code: 'U', label: 'Unknown (must be used for unborn)' },
] as const)

/** NOBT until it is known. */
export const ethnicity = codeList('ethnicity', 'Ethnicity', 'CIN census 2025-26, CBDS (ethnicity)', [
  { code: 'WBRI', label: 'White British', group: 'White' },
  { code: 'WIRI', label: 'White Irish', group: 'White' },
  { code: 'WIRT', label: 'Traveller of Irish heritage', group: 'White' },
  { code: 'WOTH', label: 'Any other White background', group: 'White' },
  { code: 'WROM', label: 'Gypsy/Roma', group: 'White' },
  { code: 'MWBC', label: 'White and Black Caribbean', group: 'Mixed' },
  { code: 'MWBA', label: 'White and Black African', group: 'Mixed' },
  { code: 'MWAS', label: 'White and Asian', group: 'Mixed' },
  { code: 'MOTH', label: 'Any other mixed background', group: 'Mixed' },
  { code: 'AIND', label: 'Indian', group: 'Asian' },
  { code: 'APKN', label: 'Pakistani', group: 'Asian' },
  { code: 'ABAN', label: 'Bangladeshi', group: 'Asian' },
  { code: 'AOTH', label: 'Any other Asian background', group: 'Asian' },
  { code: 'BCRB', label: 'Caribbean', group: 'Black' },
  { code: 'BAFR', label: 'African', group: 'Black' },
  { code: 'BOTH', label: 'Any other Black background', group: 'Black' },
  { code: 'CHNE', label: 'Chinese', group: 'Chinese' },
  { code: 'OOTH', label: 'Any other ethnic group', group: 'Other' },
  { code: 'REFU', label: 'Refused', group: 'Refused' },
  { code: 'NOBT', label: 'Information not yet obtained', group: 'Not obtained' },
] as const)

/** NONE stands alone. */
export const disability = codeList('disability', 'Disability', 'CIN census 2025-26, CBDS (disability)', [
  { code: 'NONE', label: 'No disability' },
  { code: 'MOB', label: 'Mobility' },
  { code: 'HAND', label: 'Hand function' },
  { code: 'PC', label: 'Personal care' },
  { code: 'INC', label: 'Incontinence' },
  { code: 'COMM', label: 'Communication' },
  { code: 'LD', label: 'Learning' },
  { code: 'HEAR', label: 'Hearing' },
  { code: 'VIS', label: 'Vision' },
  { code: 'BEH', label: 'Behaviour' },
  { code: 'CON', label: 'Consciousness' },
  { code: 'AUT', label: 'Autism' },
  { code: 'DDA', label: 'Other disability under DDA' },
] as const)

/** Why a child has no unique pupil number. */
export const upnUnknown = codeList('upnUnknown', 'Reason there is no UPN', 'CIN census 2025-26, CBDS N00135', [
  { code: 'UN1', label: 'Under 6 (not school age) and no UPN yet' },
  { code: 'UN2', label: 'Never attended a maintained/state school in England, so none assigned' },
  { code: 'UN3', label: 'Educated outside England, none assigned' },
  { code: 'UN4', label: 'Newly in need in the last week of the collection period; UPN not known yet' },
  { code: 'UN5', label: 'Conflicting sources (name/DOB mismatch or duplicate UPN)' },
  { code: 'UN6', label: 'Not looked after and the authority cannot obtain the UPN' },
  { code: 'UN7', label: 'Referral with no further action' },
] as const)
