import { attribute } from './browser.js'

/** What is wrong with some HTML that people with a screen reader or a keyboard would meet. Empty when nothing is. */
export function flawsIn(html: string): readonly string[] {
  const elements = [...html.matchAll(/<[a-z][^>]*>/g)].map(([element]) => element)
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? [])
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two elements have the id ${id}`),
    ...pointers(elements)
      .filter(({ to }) => !ids.includes(to))
      .map(({ by, to }) => `${by} points to ${to}, which is not there`),
    ...unlabelled(elements, html),
    ...(html.match(/\[object Object\]|undefined|>null</) ?? []).map((text) => `it says ${text}`),
    ...unbalanced(html),
  ]
}

function pointers(elements: readonly string[]) {
  return elements.flatMap((element) =>
    ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'].flatMap((by) =>
      (attribute(element, by) ?? '')
        .split(' ')
        .filter(Boolean)
        .map((to) => ({ by, to })),
    ),
  )
}

function unlabelled(elements: readonly string[], html: string): readonly string[] {
  return elements
    .filter((element) => /^<(input|select|textarea)/.test(element) && !/type="hidden"/.test(element))
    .filter((element) => !html.includes(`for="${attribute(element, 'id')}"`) && !attribute(element, 'aria-label'))
    .map((element) => `nothing says what ${attribute(element, 'name')} is`)
}

const paired = [
  'div',
  'fieldset',
  'legend',
  'label',
  'ul',
  'ol',
  'li',
  'p',
  'table',
  'tr',
  'td',
  'th',
  'a',
  'form',
  'details',
  'section',
  'dl',
  'dt',
  'dd',
  'span',
  'nav',
]

function unbalanced(html: string): readonly string[] {
  return paired.flatMap((name) => {
    const opened = html.match(new RegExp(`<${name}[\\s>]`, 'g'))?.length ?? 0
    const closed = html.match(new RegExp(`</${name}>`, 'g'))?.length ?? 0
    return opened === closed ? [] : [`${name} is opened ${opened} times and closed ${closed} times`]
  })
}
