import { Inject, Injectable } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { type Child, type History, asRecorded, fields, flow, remember, subjectField } from '@front-door/case-flow'
import { type Looker, SeeOther, logLook, today } from '@front-door/door'
import { CommandReused, type Performed } from '@front-door/event-log'
import type { SignedIn } from '@front-door/identity'
import { type Entries, type FieldProblem, enteredIn, questionsFor } from '@front-door/pages'
import type { FastifyReply } from 'fastify'
import type { Asked } from '../acts/act-body.js'
import { check } from '../acts/check.js'
import { commandId } from '../acts/command-id.js'
import { nobodyAmong } from '../acts/nobody.js'
import { Perform } from '../acts/perform.js'
import { tryOut } from '../acts/try-out.js'
import { childNames } from '../children/child-names.js'
import { ReadChild } from '../children/read-child.js'
import { PARTS, type Parts } from '../parts.js'
import { onlyChanges, standing } from './act-fields.js'
import { type ActForm, type Showing, actPage, checkPage, isReadOnceMore } from './act-form.js'
import { askFor } from './ask-for.js'
import { type Asking, once } from './asking.js'
import { correctionCompared } from './correcting.js'
import { mergeCompared } from './merging.js'
import { theOnly } from './choices.js'
import { type Posted, postedIn } from './posted.js'
import { type Together, togetherWith } from './siblings.js'

/** How a form goes, wherever it stands: it is shown, checked, read once more where it decides something, and recorded. */
@Injectable()
export class FormFlow {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(PARTS) private readonly parts: Parts,
  ) {}

  /** The form as it begins, or as it was left. */
  async open(asked: ActForm, asking: Asking, worker: SignedIn) {
    const { drafts } = this.parts
    const named = once(asking['form'])
    const draft = named ? drafts.find(named, worker.id) : undefined
    const form = draft && named ? named : drafts.begin(worker.id)
    const { typed, seen } = postedIn({ ...draft?.typed })
    return this.show(asked, {
      form,
      seen: seen ?? asked.known.version,
      refused: asking['refused'] === '1' && draft !== undefined,
      ...(draft ? { typed } : { values: this.beginning(asked) }),
    })
  }

  /** What the browser posted: goes on to the next page of the form, or throws `SeeOther` once it is recorded. */
  async take(asked: ActForm, body: unknown, worker: SignedIn, reply: FastifyReply) {
    const child = asked.known.history.child
    const posted = postedIn(body)
    const { drafts } = this.parts
    const form = posted.form && drafts.owns(posted.form, worker.id) ? posted.form : drafts.begin(worker.id)
    drafts.keep(form, { path: asked.address, typed: { ...posted.typed, seen: String(posted.seen ?? '') } })
    const showing: Showing = { form, typed: posted.typed, seen: posted.seen ?? asked.known.version }
    const entered = this.entered(asked, posted)
    const { values, wrong } = check(asked.act, entered)
    if (wrong.length > 0) return this.turnedDown(asked, { ...showing, problems: wrong }, reply)
    if (posted.step === 'change') return this.show(asked, showing)
    const also = (await this.together(asked)).filter(({ child: other }) => posted.alsoFor.includes(other))
    const todo = askFor(asked, values, also, showing.seen)
    const nobody = await nobodyAmong(form, asked.act, todo, this.parts.histories)
    if (nobody.length > 0)
      return this.turnedDown(asked, { ...showing, problems: await this.forPage(nobody, child) }, reply)
    if (isReadOnceMore(asked.act) && posted.step !== 'record') {
      const dry = await tryOut('trying-out', asked.act, todo, worker, this.parts)
      if ('refusals' in dry)
        return this.turnedDown(asked, { ...showing, problems: await this.forPage(dry.refusals, child) }, reply)
      const written = dry.changes.flatMap(({ events }) => events.map(asRecorded))
      const own = dry.changes.find(({ after: history }) => history.child === child)
      const after = own?.after ?? written.reduce(remember, asked.known.history)
      const compared = await this.compared(asked, entered, after, { worker, request: reply.request.id })
      const page = checkPage(asked, showing, entered, after, compared, this.parts)
      return { ...page, also: await childNames(this.queries, also) }
    }
    return this.record(asked, showing, todo, worker, reply)
  }

  /**
   * What is recorded stands beside what it becomes. Whose record another is merged into is read, and logged as that.
   */
  private async compared(asked: ActForm, entered: Entries, after: History, looker: Omit<Looker, 'parts'>) {
    const { act, about, known } = asked
    if (act === 'correct-decision' && about) return correctionCompared(asked, about, entered, after, this.parts)
    if (act !== 'merge-person') return undefined
    const kept = await this.read(String(entered['into']))
    await logLook({ parts: this.parts, ...looker }, { what: act, child: kept.history.child })
    return mergeCompared(known, kept, today(this.parts))
  }

  private async record(asked: ActForm, showing: Showing, todo: Asked, worker: SignedIn, reply: FastifyReply) {
    const { drafts } = this.parts
    const back = asked.back.href
    const id = commandId(worker.id, showing.form)
    const performed: Performed = await this.commands
      .execute(new Perform(id, asked.act, todo, worker))
      .catch((error) => {
        // Somebody went back, changed the form and sent it again: what was recorded stays as it was.
        if (error instanceof CommandReused) throw new SeeOther(`${back}?done=already`)
        throw error
      })
    if (performed.outcome === 'recorded') {
      drafts.end(showing.form)
      throw new SeeOther(`${back}?done=${asked.act}`)
    }
    if (performed.outcome === 'refused')
      return this.turnedDown(
        asked,
        { ...showing, problems: await this.forPage(performed.refusals, asked.known.history.child) },
        reply,
      )
    reply.status(409)
    return this.show({ ...asked, known: await this.read(asked.known.history.child) }, showing)
  }

  private async turnedDown(asked: ActForm, showing: Showing, reply: FastifyReply) {
    reply.status(400)
    return this.show(asked, showing)
  }

  private async show(asked: ActForm, showing: Showing) {
    const page = actPage(asked, showing, this.parts)
    const together = await this.together(asked)
    if (together.length === 0) return page
    const also = questionsFor(
      { alsoFor: fields.optional(fields.children('Record the same for')) },
      {
        on: today(this.parts),
        choices: {
          alsoFor: (await childNames(this.queries, together)).map(({ child, name }) => ({ value: child, text: name })),
        },
        ...(showing.typed ? { typed: showing.typed } : { values: { alsoFor: [] } }),
      },
    )
    return { ...page, also }
  }

  /** A correction begins with what stands; everything else begins empty but for what cannot be another. */
  private beginning({ act, about, known, fields: all }: ActForm): Entries {
    if (act !== 'correct-decision' || !about) return theOnly(all, known.history.state)
    return { changed: standing(about, known) }
  }

  private entered({ act, about, fixed, fields: all, known }: ActForm, { typed }: Posted): Entries {
    const entered = { ...enteredIn(all, typed), ...fixed }
    if (act !== 'correct-decision' || !about) return entered
    // A program, or a form whose questions were taken away, says nothing of what stands.
    return isAsked(typed) ? onlyChanges(about, entered, standing(about, known)) : entered
  }

  private together({ act, known, fixed }: ActForm): Promise<readonly Together[]> {
    const about = fixed[subjectField(flow[act]) ?? '']
    const state = async (id: string): Promise<Child> => (await this.parts.histories.known(id)).history.state
    return togetherWith(known.history.state, about === undefined ? undefined : String(about), state)
  }

  private read(child: string) {
    return this.queries.execute(new ReadChild(child))
  }

  /** What stands against it; of another child, with that child's name. */
  private async forPage(refusals: readonly (FieldProblem & { readonly child: string })[], own: string) {
    const named = await childNames(this.queries, refusals)
    return named.map(({ child, name, ...refusal }) =>
      child === own ? refusal : { ...refusal, message: `${name}: ${refusal.message}` },
    )
  }
}

const isAsked = ({ changed }: Entries) => typeof changed === 'object' && changed !== null
