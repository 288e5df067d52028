import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyReply } from 'fastify'
import { type Observable, concatMap } from 'rxjs'
import { plural } from '@front-door/pages'
import { DOOR, type DoorParts } from '../parts.js'

const FROM_ROWS = 'made from the rows as they stand now'

/** A page made from the rows as they stand now. */
export const FromRows = () => SetMetadata(FROM_ROWS, true)

/** Has a page of lists or figures say how many records are not in it, where some are set aside. */
@Injectable()
export class FromRowsInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(DOOR) private readonly parts: DoorParts,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.reflector.get<boolean | undefined>(FROM_ROWS, context.getHandler())) return next.handle()
    const reply = context.switchToHttp().getResponse<FastifyReply>()
    return next.handle().pipe(
      concatMap(async (page: unknown) => {
        const notCounted = notCountedInWords((await this.parts.following.lag()).setAside)
        reply.locals = { ...reply.locals, notCounted }
        return page
      }),
    )
  }
}

/** Nothing where every record is counted. */
export function notCountedInWords(records: number): string | undefined {
  if (records === 0) return undefined
  return `${plural(records, 'record')} could not be read, and ${records === 1 ? 'is' : 'are'} neither listed nor counted here: tell whoever looks after the system.`
}
