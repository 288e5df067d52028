/** The rows of the tables on a page, cell by cell, as they are read. */
export function rowsOn(html: string): readonly (readonly string[])[] {
  return [...html.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell = '']) => textOf(cell)),
  )
}

/** What a piece of a page says. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Where a page leads: the address of each link, and what it says. */
export const linksOn = (html: string): readonly { readonly href: string; readonly text: string }[] =>
  [...html.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>([^]*?)<\/a>/g)].map(([, href = '', text = '']) => ({
    href: textOf(href),
    text: textOf(text),
  }))

/** What the error summary of a page says; empty where there is none. */
export function errorsOn(html: string): readonly { readonly href: string; readonly text: string }[] {
  const [, summary = ''] = /<ul class="govuk-list govuk-error-summary__list">([^]*?)<\/ul>/.exec(html) ?? []
  return linksOn(summary)
}

/** What stands in a field of the form, as it was typed. */
export const valueOf = (html: string, name: string): string | undefined => {
  const input = [...html.matchAll(/<input [^>]*>/g)].find(([tag]) => tag.includes(`name="${name}"`))
  return input && /value="([^"]*)"/.exec(input[0])?.[1]
}
