import type { Question } from '@front-door/pages'

/** Short questions stand two beside each other, so that most of a form is seen at once. */
export function rowsOf(questions: readonly Question[]): readonly (readonly Question[])[] {
  return questions.reduce<readonly (readonly Question[])[]>((rows, question) => {
    const last = rows.at(-1) ?? []
    const fits = last.length === 1 && [...last, question].every(({ as }) => as !== 'textarea')
    return fits ? [...rows.slice(0, -1), [...last, question]] : [...rows, [question]]
  }, [])
}
