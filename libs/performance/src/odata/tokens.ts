import { ODataError } from './errors.js'

/** A part of a filter. */
export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: '(' | ')' | ',' }
  | {
      readonly kind: 'literal'
      readonly type: LiteralType
      readonly value: string | number | null
      readonly text: string
    }

export type LiteralType = 'String' | 'Date' | 'DateTimeOffset' | 'Number' | 'Boolean' | 'Null'

const patterns: readonly (readonly [RegExp, (text: string) => Token])[] = [
  [/^[(),]/, (text) => ({ kind: 'sign', text: text as '(' | ')' | ',' })],
  [/^'(?:[^']|'')*'/, (text) => literal('String', text.slice(1, -1).replaceAll("''", "'"), text)],
  [
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})/,
    (text) => literal('DateTimeOffset', instantOf(text), text),
  ],
  [/^\d{4}-\d{2}-\d{2}/, (text) => literal('Date', text, text)],
  [/^-?\d+(?:\.\d+)?/, (text) => literal('Number', Number(text), text)],
  [/^(?:true|false)\b/, (text) => literal('Boolean', text === 'true' ? 1 : 0, text)],
  [/^null\b/, (text) => literal('Null', null, text)],
  [/^[A-Za-z_][A-Za-z0-9_]*/, (text) => ({ kind: 'word', text })],
]

/** The tokens of a filter, in order. */
export function tokensOf(filter: string): readonly Token[] {
  const tokens: Token[] = []
  let rest = filter.trimStart()
  while (rest !== '') {
    const [text, token] = next(rest)
    tokens.push(token)
    rest = rest.slice(text.length).trimStart()
  }
  return tokens
}

function next(rest: string): readonly [string, Token] {
  for (const [pattern, token] of patterns) {
    const text = pattern.exec(rest)?.[0]
    if (text !== undefined) return [text, token(text)]
  }
  throw new ODataError(400, `The filter cannot be read from “${rest.slice(0, 20)}” on.`, '$filter')
}

function literal(type: LiteralType, value: string | number | null, text: string): Token {
  return { kind: 'literal', type, value, text }
}

/** As instants are kept: UTC with milliseconds. */
function instantOf(text: string): string {
  const millis = Date.parse(text)
  if (Number.isNaN(millis)) throw new ODataError(400, `${text} is not a time.`, '$filter')
  return new Date(millis).toISOString()
}
