import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Render, Res } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { ApiExcludeController } from '@nestjs/swagger'
import { type ActName, type Child, eventsOf, fields, flow, isActName, subjectField } from '@front-door/case-flow'
import { Problem, Reading, SeeOther, Worker, today } from '@front-door/door'
import { CommandReused, type Performed } from '@front-door/event-log'
import type { SignedIn } from '@front-door/identity'
import { type Entries, type FieldProblem, enteredIn, errorSummary, questionsFor } from '@front-door/pages'
import { policyOn } from '@front-door/policy'
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
import { type ActForm, type Showing, actPage, checkPage, isDecision } from './act-form.js'
import { fieldsFor, onlyChanges, standing } from './act-fields.js'
import { askFor } from './ask-for.js'
import { type Asking, fixedBy, once } from './asking.js'
import { choicesFor, theOnly } from './choices.js'
import { checkMayDo, mayBePicked } from './for-whom.js'
import { type Posted, postedIn } from './posted.js'
import { type Together, togetherWith } from './siblings.js'
import { timescalesOf } from './timescales.js'

/** The page of every act about a child who is registered: one form, read from the act's own definition. */
@ApiExcludeController()
@Controller('children/:child/acts/:act')
export class ActFormController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(PARTS) private readonly parts: Parts,
  ) {}

  @Get()
  @Reading('read-trail', 'act-form')
  @Render('forms/act.njk')
  async ask(
    @Param('child') child: string,
    @Param('act') act: string,
    @Query() asking: Asking,
    @Worker() worker: SignedIn,
  ) {
    const asked = await this.formOf(child, act, asking, worker)
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

  @Post()
  @HttpCode(200)
  @Reading('read-trail', 'act-form')
  @Render('forms/act.njk')
  async send(
    @Param('child') child: string,
    @Param('act') act: string,
    @Query() asking: Asking,
    @Body() body: unknown,
    @Worker() worker: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const asked = await this.formOf(child, act, asking, worker)
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
    if (isDecision(asked.act) && posted.step !== 'record') {
      const dry = await tryOut('trying-out', asked.act, todo, worker, this.parts)
      if ('refusals' in dry)
        return this.turnedDown(asked, { ...showing, problems: await this.forPage(dry.refusals, child) }, reply)
      const after = dry.changes.find(({ after: history }) => history.child === child)?.after ?? asked.known.history
      return { ...checkPage(asked, showing, entered, after, this.parts), also: await childNames(this.queries, also) }
    }
    return this.record(asked, showing, todo, worker, reply)
  }

  private async record(asked: ActForm, showing: Showing, todo: Asked, worker: SignedIn, reply: FastifyReply) {
    const { drafts } = this.parts
    const back = `/children/${asked.known.history.child}`
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
    return { ...page, also, ...(page.errors ? { errors: errorSummary(showing.problems ?? [], page.questions) } : {}) }
  }

  private async formOf(child: string, name: string, asking: Asking, worker: SignedIn): Promise<ActForm> {
    const act = actNamed(name)
    const known = await this.read(child)
    const policy = policyOn(this.parts.agreed.policies, today(this.parts))
    checkMayDo(act, worker.role, policy)
    const staff = this.parts.staff.filter(({ role }) => mayBePicked(act, role, policy))
    const event = act === 'correct-decision' || act === 'give-reason' ? once(asking['event']) : undefined
    const about = eventsOf(known.history).find(({ id }) => id === event)
    const all = fieldsFor(act, act === 'correct-decision' ? about : undefined)
    const names = await childNames(
      this.queries,
      known.history.state.person.relations.map(({ other }) => ({ child: other })),
    )
    const nameOf = (id: string) => names.find((each) => each.child === id)?.name ?? id
    const fixed = fixedBy(all, asking)
    const query = new URLSearchParams(fixed).toString()
    return {
      ...{ act, known, fixed, about, fields: all, role: worker.role },
      choices: {
        ...choicesFor(all, known.history.state, staff, nameOf),
        ...(act === 'record-missed-timescale' ? { clock: timescalesOf(known.history.state, this.parts) } : {}),
      },
      address: `/children/${child}/acts/${act}${query ? `?${query}` : ''}`,
    }
  }

  /** A correction begins with what stands; everything else begins empty but for what cannot be another. */
  private beginning({ act, about, known, fields: all }: ActForm): Entries {
    if (act !== 'correct-decision' || !about) return theOnly(all, known.history.state)
    return { changed: standing(about, { ...known.open(about) }) }
  }

  private entered({ act, about, fixed, fields: all, known }: ActForm, { typed }: Posted): Entries {
    const entered = { ...enteredIn(all, typed), ...fixed }
    if (act !== 'correct-decision' || !about) return entered
    return onlyChanges(entered, standing(about, { ...known.open(about) }))
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

function actNamed(name: string): ActName {
  if (isActName(name)) return name
  throw new Problem('not-found', `There is no act called ${name.slice(0, 60)}.`)
}
