import { momentInWords, momentOf } from '@front-door/calendar'
import { codes } from '@front-door/case-flow'
import { logLook, today } from '@front-door/door'
import { seenInList } from '@front-door/identity'
import { type Page, childShown, codeLabel, pagesFor } from '@front-door/pages'
import { type BoardRow, aboutRow, requestCount, requestsTo } from '@front-door/read-models'
import { dueShown } from '../board/row.js'
import { behindInWords } from '../board/behind.js'
import type { Looking } from '../contact/at.js'
import { answers, answersTo } from './answers.js'
import { requestKnown } from './request-known.js'

/** What was asked is read of each child on the page: they are few. */
const SIZE = 20

export async function requestsPage(
  agency: string | undefined,
  { page, done }: { readonly page: number; readonly done: unknown },
  looking: Looking,
) {
  const { parts, worker, policy } = looking
  const title = 'Information asked of us'
  if (agency === undefined) return { title, noAgency: worker.team }
  const count = await requestCount(parts.rows, agency)
  const last = Math.max(1, Math.ceil(count / SIZE))
  const shown = Math.min(Math.max(1, Math.trunc(page)), last)
  const rows = await requestsTo(parts.rows, agency, { page: shown, size: SIZE })
  const requests = await Promise.all(
    seenInList(worker, rows, aboutRow).map((row) => ('restricted' in row ? row : requestShown(row, looking))),
  )
  return {
    ...{ title, count, agency: codeLabel(codes.agency, agency, policy.words) },
    requests: requests.filter((each) => each !== undefined),
    pages: pagesFor(
      shown > 1 ? String(shown) : undefined,
      shown < last ? String(shown + 1) : undefined,
      (at) => `/requests${at ? `?page=${at}` : ''}`,
    ),
    notice: noticeOf(done),
    behind: behindInWords(await parts.following.lag()),
  }
}

/** One request. The words of a restricted record are for the form alone, which asks first what it is opened for. */
async function requestShown(row: BoardRow, looking: Looking) {
  const { parts, queries } = looking
  const found = await requestKnown(row.child, row.item, queries, parts)
  // The lists follow the log a moment later: it may have been answered since.
  if (!found || found.request.stage !== 'asked') return undefined
  const { known, request, asked } = found
  await logLook(looking, { what: 'request', child: row.child })
  const { name, age, born } = childShown(known.history.state, known.identity, { on: today(parts) })
  const due = dueShown(row, momentOf(parts.clock()), parts.agreed)
  return {
    ...{ name, age, born, due, askedAt: momentInWords(request.openedAt) },
    asked:
      row.restricted_to === null ? (asked ?? '(erased)') : 'This record is restricted. Open the request to read it.',
    answers: answersTo(request).map((act) => ({
      text: answers[act]?.title ?? act,
      href: `/requests/${row.child}/${encodeURIComponent(request.id)}/${act}`,
    })),
  }
}

function noticeOf(done: unknown): Page['notice'] {
  if (done === 'already') return { kind: 'important', text: 'That form was recorded before, and nothing was added.' }
  if (done === 'receive-information')
    return { kind: 'success', heading: 'Recorded', text: 'Your answer is in the child’s record.' }
  if (done === 'information-not-received')
    return { kind: 'success', heading: 'Recorded', text: 'It is recorded that there will be no answer.' }
  return undefined
}
