import { codeList } from './code-list.js'

/** Who made a contact or a referral. One list for both, as in the census and the SSD. */
export const contactSource = codeList(
  'contactSource',
  'Source',
  'CIN census 2025-26, CBDS N00152 (ReferralSource); SSD contact source',
  [
    { code: '1A', label: 'Individual: family member, relative or carer', group: 'Individual' },
    { code: '1B', label: 'Individual: acquaintance (neighbour, childminder etc.)', group: 'Individual' },
    { code: '1C', label: 'Individual: self', group: 'Individual' },
    { code: '1D', label: 'Individual: other (strangers, MPs etc.)', group: 'Individual' },
    { code: '2A', label: 'Schools', group: 'Schools' },
    { code: '2B', label: 'Education services', group: 'Education services' },
    { code: '3A', label: 'Health: GP', group: 'Health services' },
    { code: '3B', label: 'Health: health visitor', group: 'Health services' },
    { code: '3C', label: 'Health: school nurse', group: 'Health services' },
    { code: '3D', label: 'Health: other primary health', group: 'Health services' },
    { code: '3E', label: 'Health: A&E', group: 'Health services' },
    { code: '3F', label: 'Health: other (e.g. hospice)', group: 'Health services' },
    { code: '4', label: 'Housing: LA housing or housing association', group: 'Housing' },
    { code: '5A', label: 'LA services: social care (e.g. adults)', group: 'LA services' },
    {
      code: '5B',
      label: 'LA services: other internal (not housing; from 2022-23 also not early help)',
      group: 'LA services',
    },
    { code: '5C', label: 'LA services: external (another authority)', group: 'LA services' },
    { code: '5D', label: 'LA services: early help', from: 2023, group: 'LA services' },
    { code: '6', label: 'Police', group: 'Police' },
    {
      code: '7',
      label: 'Other legal agency: courts, probation, immigration, CAFCASS, prison',
      group: 'Other legal agency',
    },
    { code: '8', label: "Other: children's centres, independent providers, voluntary sector", group: 'Other' },
    { code: '9', label: 'Anonymous', group: 'Anonymous' },
    { code: '10', label: 'Unknown', group: 'Unknown' },
  ] as const,
)
