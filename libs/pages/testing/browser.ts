/** What a browser would post of a form as it stands, `application/x-www-form-urlencoded`. */
export function postedBy(html: string): string {
  const posted = new URLSearchParams()
  for (const [control] of html.matchAll(/<input[^>]*>|<textarea[\s\S]*?<\/textarea>|<select[\s\S]*?<\/select>/g)) {
    const name = attribute(control, 'name')
    if (name === undefined) continue
    if (control.startsWith('<input')) addInput(posted, name, control)
    else if (control.startsWith('<textarea')) posted.append(name, lineEnds(textIn(control).replace(/^\n/, '')))
    else posted.append(name, selectedIn(control))
  }
  return posted.toString()
}

function addInput(posted: URLSearchParams, name: string, input: string): void {
  const ticked = / checked(?=[\s>])/.test(input)
  if (/type="(radio|checkbox)"/.test(input) && !ticked) return
  posted.append(name, attribute(input, 'value') ?? '')
}

function selectedIn(select: string): string {
  const options = [...select.matchAll(/<option[^>]*>/g)].map(([option]) => option)
  return attribute(options.find((option) => / selected(?=[\s>])/.test(option)) ?? options[0] ?? '', 'value') ?? ''
}

function textIn(textarea: string): string {
  return decoded(textarea.replace(/^<textarea[^>]*>/, '').replace(/<\/textarea>$/, ''))
}

const lineEnds = (text: string) => text.replace(/\r\n|\r|\n/g, '\r\n')

/** An attribute of the first element in this HTML. */
export function attribute(html: string, name: string): string | undefined {
  const value = new RegExp(`^<[^>]*?\\s${name}="([^"]*)"`).exec(html)?.[1]
  return value === undefined ? undefined : decoded(value)
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#96': '`',
  '#92': '\\',
}

export function decoded(html: string): string {
  return html.replace(/&([a-z]+|#\d+);/g, (whole, name: string) => entities[name] ?? whole)
}

/** The words of some HTML, without its elements, spaces drawn together. */
export function wordsOf(html: string): string {
  return decoded(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}
