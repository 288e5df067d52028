import { postedBy } from '../../../libs/pages/testing/browser.js'
import type { Desk } from './desk.js'

type Answers = Readonly<Record<string, string>>

/** What every contact of these specs says. */
export const told = { source: '6', concern: 'They were alone at home.' }

/** The answers about one child of the form, under the names that a browser posts. */
export const child = (index: number, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [
      name === 'is' ? `children[${index}][is]` : `children[${index}][person][${name}]`,
      value,
    ]),
  )

export const born = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'birthDate-day': date, 'birthDate-month': month, 'birthDate-year': year }
}

export const fill = (html: string, answers: Answers) => {
  const posted = new URLSearchParams(postedBy(html))
  for (const [name, value] of Object.entries(answers)) posted.set(name, value)
  return posted
}

/** Opens and sends the forms of a desk as a browser does. */
export const intakeAt = (here: () => Desk) => ({
  form: async (as?: string, at = '/contacts/new') => (await here().page(at, as)).body as string,

  /** Sends a form, and follows it to the next page of the form. */
  send: async (html: string, answers: Answers, as?: string) => {
    const at = /<form method="post" action="(\/[a-z]+\/new)"/.exec(html)?.[1] ?? ''
    const sent = await here().submit(at, fill(html, answers), as)
    const next = String(sent.headers['location'])
    return next.startsWith(`${at}?form=`) ? here().page(next, as) : sent
  },

  /** A child who is registered, and in the lists. */
  registered: async (person: object) => {
    const { body } = await here().post('/api/acts/receive-contact', { ...told, children: [{ person }] })
    await here().caughtUp()
    return body.children[0].child as string
  },
})
