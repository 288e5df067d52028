import type { Place } from '@front-door/door'

/** Where casework may be done. */
export const caseworkPlaces: readonly Place[] = [
  { text: 'Board', href: '/', permission: 'see-worklists' },
  { text: 'Record a contact', href: '/contacts/new', permission: 'receive-contact' },
  { text: 'Record advice given', href: '/consultations/new', permission: 'give-consultation' },
  { text: 'Information asked of us', href: '/requests', permission: 'see-requests' },
  { text: 'Find a child', href: '/find', permission: 'find-children' },
  { text: 'Who has read', href: '/reads', permission: 'see-reads' },
  { text: 'Records set aside', href: '/set-aside', permission: 'see-reads' },
]
