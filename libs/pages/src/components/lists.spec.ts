import { codes, fields as make } from '@front-door/case-flow'
import { describe, expect, it } from '@jest/globals'
import { wordsOf } from '../../testing/browser.js'
import { flawsIn } from '../../testing/markup.js'
import { renderedMacro } from '../../testing/rendered.js'
import { questionsFor } from '../form/questions.js'
import { addressWith, chosenFilters, columnsFor, pagesFor } from './lists.js'

const lists = (macro: string, ...given: unknown[]) => renderedMacro('components/lists.njk', macro, ...given)
const href = (by: string, descending: boolean) => `?sort=${descending ? '-' : ''}${by}`

describe('the head of a table', () => {
  const columns = [{ text: 'Child', by: 'name' }, { text: 'Due', by: 'due' }, { text: 'Missing' }]

  it('sorts by links, the other way round where it is sorted already, and says so', () => {
    const html = lists('tableHead', columnsFor(columns, { by: 'due', href }))
    expect(html).toMatch(/aria-sort="ascending"><a [^>]*href="\?sort=-due"/)
    expect(html).toMatch(/aria-sort="none"><a [^>]*href="\?sort=name"/)
    expect(html).toMatch(/<th scope="col" class="govuk-table__header">Missing<\/th>/)
  })

  it('turns back once it is sorted down', () => {
    expect(lists('tableHead', columnsFor(columns, { by: 'due', descending: true, href }))).toMatch(
      /aria-sort="descending"><a [^>]*href="\?sort=due"/,
    )
  })
})

describe('the pages of a list', () => {
  it('lead on, and back to the start', () => {
    const html = lists(
      'pages',
      pagesFor('b', 'c', (after) => (after ? `/list?after=${after}` : '/list')),
    )
    expect(wordsOf(html)).toBe('First page Next page')
    expect(html).toContain('href="/list?after=c" rel="next"')
  })

  it('are not offered where there is one', () => {
    expect(
      lists(
        'pages',
        pagesFor(undefined, undefined, () => '/list'),
      ).trim(),
    ).toBe('')
  })
})

describe('a filter', () => {
  const fields = { outcome: make.code(codes.contactOutcome), domesticAbuse: make.yesNo('Domestic abuse') }
  const values = { outcome: 'NFA' }
  const filter = {
    action: '/contacts',
    questions: questionsFor(fields, { on: '2026-11-21', asFilter: true, values }),
    chosen: chosenFilters(fields, values, (without) =>
      addressWith('/contacts', { outcome: 'NFA', sort: 'due' }, { [without]: undefined }),
    ),
  }
  const html = lists('filterForm', filter)

  it('shows what is set, with a link that takes it off and keeps the rest', () => {
    expect(wordsOf(html)).toContain('Remove the filter Outcome: No further action')
    expect(html).toContain('href="/contacts?sort=due"')
    expect(flawsIn(html)).toEqual([])
  })

  it('works by itself: a form with a button', () => {
    expect(html).toMatch(/<form [^>]*method="get" action="\/contacts"/)
    expect(wordsOf(html)).toMatch(/Apply filters$/)
  })
})

describe('an address', () => {
  it('keeps its query but what is changed', () => {
    expect(addressWith('/list', { a: '1', b: ['x', 'y & z'], c: 4 }, { a: '2', after: undefined })).toBe(
      '/list?a=2&b=x&b=y%20%26%20z',
    )
    expect(addressWith('/list', { a: '1' }, { a: undefined })).toBe('/list')
  })
})

describe('an empty list', () => {
  it('says so, and what to do', () => {
    expect(wordsOf(lists('emptyState', 'No contacts wait.', { href: '/record', text: 'Record a contact' }))).toBe(
      'No contacts wait. Record a contact',
    )
  })
})

describe('a task list', () => {
  it('says in words what is done, what remains and what has to wait', () => {
    const tasks = [
      { title: 'Who was asked', href: '/a', done: true },
      { title: "The child's voice", href: '/b', hint: 'What the child said' },
      { title: 'Decision', cannot: 'Cannot start yet' },
    ]
    const html = renderedMacro('components/tasks.njk', 'taskList', tasks)
    expect(wordsOf(html)).toBe(
      "Who was asked Completed The child's voice What the child said To do Decision Cannot start yet",
    )
    expect(flawsIn(html)).toEqual([])
  })
})
