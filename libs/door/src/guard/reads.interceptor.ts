import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { type Observable, concatMap } from 'rxjs'
import { isPurpose } from '@front-door/identity'
import { DOOR, type DoorParts } from '../parts.js'
import { OPENING, type Opening, type SignedInRequest } from './may.js'

/** What was found in a search, as the log of reads keeps it: how many, never which words. */
export interface Found {
  readonly results: number
  readonly searched: readonly string[]
}

/** Keeps every reading in the log of reads before what was read is sent. A reading that cannot be logged is not shown. */
@Injectable()
export class ReadsInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(DOOR) private readonly parts: DoorParts,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const opening = this.reflector.get<Opening | undefined>(OPENING, context.getHandler())
    if (opening?.to !== 'reader') return next.handle()
    const request = context.switchToHttp().getRequest<SignedInRequest>()
    return next.handle().pipe(
      concatMap(async (result: unknown) => {
        await this.keep(request, opening.what ?? '', result)
        return result
      }),
    )
  }

  private async keep({ signedIn, params, id, purpose }: SignedInRequest, what: string, result: unknown): Promise<void> {
    if (!signedIn) throw new Error('A reading without a reader.')
    const { child } = params as { child?: string }
    const { results, searched } = (result ?? {}) as Partial<Found>
    await this.parts.reads.append({
      at: this.parts.clock(),
      worker: signedIn.id,
      role: signedIn.role,
      team: signedIn.team,
      what,
      requestId: id,
      ...(child ? { child } : {}),
      ...(isPurpose(purpose) ? { purpose } : {}),
      ...(results !== undefined && searched ? { search: { results, fields: searched } } : {}),
    })
  }
}
