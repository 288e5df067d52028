import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { transformFileSync } from '@swc/core'

const root = join(import.meta.dirname, '../..')

/**
 * The rooms that the log stands on, compiled into a folder of their own, so that a real process can run them: with
 * nothing but Node, as in production. Gives the folder.
 */
export function compiled(): string {
  const folder = mkdtempSync(join(tmpdir(), 'front-door-compiled-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  for (const lib of ['calendar', 'policy', 'case-flow', 'event-log']) {
    compile(folder, join('libs', lib))
    const door = join(folder, 'node_modules/@front-door', lib)
    mkdirSync(door, { recursive: true })
    writeFileSync(join(door, 'package.json'), JSON.stringify({ type: 'module', exports: './index.js' }))
    writeFileSync(join(door, 'index.js'), `export * from '../../../libs/${lib}/src/index.js'\n`)
  }
  symlinkSync(join(root, 'node_modules/better-sqlite3'), join(folder, 'node_modules/better-sqlite3'))
  return folder
}

function compile(folder: string, part: string): void {
  for (const file of readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue
    const { code } = transformFileSync(join(root, part, file), { module: { type: 'es6' } })
    const to = join(folder, part, file.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, code)
  }
}
