import type { SummaryLine } from '../form/problems.js'

/** A place in the service navigation, offered by role. */
export interface NavigationItem {
  readonly text: string
  readonly href: string
  readonly current?: boolean
  readonly count?: number
}

/** Who is signed in. */
export interface SignedInPerson {
  readonly name: string
  readonly role: string
  readonly team: string
}

/** What the layout of every page takes, besides what the page itself shows. */
export interface Page {
  /** The page's own title and its heading: "Record a contact". */
  readonly title: string
  readonly person?: SignedInPerson
  readonly navigation?: readonly NavigationItem[]
  /** Uses more of a wide screen: for lists and trails. */
  readonly wide?: boolean
  readonly backLink?: { readonly href: string; readonly text?: string }
  readonly notice?: { readonly kind: 'success' | 'important'; readonly heading?: string; readonly text: string }
  readonly errors?: readonly SummaryLine[]
  readonly cspNonce?: string
  readonly csrfToken?: string | (() => string)
}
