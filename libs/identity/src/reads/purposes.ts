/** What a child's record may be opened for: the code the log of reads keeps, and its label. */
export const purposes = {
  'safeguarding-now': 'Safeguarding a child now',
  'my-case': 'I work with this child or family',
  supervision: 'Supervising the worker',
  audit: 'Audit or review of practice',
  'data-quality': 'Correcting the record',
  'subject-access': 'Answering a request to see the record',
} as const
export type Purpose = keyof typeof purposes

export function isPurpose(said: unknown): said is Purpose {
  return typeof said === 'string' && Object.hasOwn(purposes, said)
}
