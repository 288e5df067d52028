import type { Page } from '../shell/page.js'

/** A page that says why there is nothing else to show, and the way on. Rendered by `problem.njk`. */
export interface ProblemPage extends Page {
  readonly says: readonly string[]
  readonly links: readonly { readonly text: string; readonly href: string }[]
  /** What to quote when asking for help. */
  readonly reference?: string
}

export interface ProblemShowing {
  /** Why, where it is safe to say: the reason a record is restricted, the role that is needed. */
  readonly detail?: string
  readonly reference?: string
  /** What else leads on, for whoever asks. */
  readonly ways?: ProblemPage['links']
  readonly shell?: Omit<Page, 'title'>
  /** Whether something was sent to be recorded, and not only a page asked for. */
  readonly sent?: boolean
  /** Where signing in again leads back to. */
  readonly returnTo?: string
}

interface Words {
  readonly title: string
  readonly says: readonly string[]
}

const words: Readonly<Record<number, Words>> = {
  400: { title: 'That could not be read', says: ['Check the address, or go back and try again.'] },
  401: {
    title: 'Your session has ended',
    says: ['You were signed out to keep the records safe. Sign in again to go on.'],
  },
  403: { title: 'You cannot see or do this', says: ['Ask your team manager if you need to.'] },
  404: {
    title: 'Page not found',
    says: ['If you typed the address, check it is right.', 'If you followed a link, what it led to may have moved.'],
  },
  410: {
    title: 'The words of this record were erased',
    says: [
      'The dates and decisions stay in the trail. Names and other words about the child can no longer be read by anyone.',
    ],
  },
  412: {
    title: 'The record has changed',
    says: ['Somebody else recorded something while you were deciding. Read it again, then decide.'],
  },
  500: { title: 'Sorry, something went wrong', says: ['Go back, and try again.'] },
  503: {
    title: 'Sorry, the service is not available',
    says: ['Try again in a minute.'],
  },
}

export function problemPage(
  status: number,
  { detail, reference, sent = false, ways = [], shell, returnTo }: ProblemShowing = {},
): ProblemPage {
  const said = words[status] ?? words[status < 500 ? 400 : 500]
  const lost = sent && status >= 500 ? ['What you sent was not recorded.'] : []
  const signIn = `/sign-in${returnTo ? `?returnTo=${encodeURIComponent(returnTo)}` : ''}`
  return {
    ...shell,
    title: said?.title ?? 'Sorry, something went wrong',
    says: [...(detail ? [detail] : []), ...lost, ...(said?.says ?? [])],
    links: [...ways, status === 401 ? { text: 'Sign in', href: signIn } : { text: 'Go to the start page', href: '/' }],
    ...(reference ? { reference } : {}),
  }
}
