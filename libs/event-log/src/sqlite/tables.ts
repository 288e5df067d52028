import type { Kind } from './store.js'

/**
 * The log's tables. Streams are numbered, so that an event and the index of its stream stay small, and nothing else
 * is kept of them: how far one has come is what that index says. `open` is the text of the open part: one value to
 * write, one to read and one to parse. It stands before the words: a fold need not walk over them. `commands` says
 * which positions a command filled, for the events of one command stand together, and `earlier_ids` is how it is found,
 * up to the number in `indexed`.
 */
export const logFile: Kind = {
  file: 'log.db',
  what: 'the log',
  mark: 0x46444c47,
  reads: ['SELECT * FROM events ORDER BY position DESC LIMIT 1', 'SELECT * FROM commands ORDER BY number DESC LIMIT 1'],
  steps: [
    `
    CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE events (
      position INTEGER PRIMARY KEY,
      stream INTEGER NOT NULL,
      version INTEGER NOT NULL,
      type TEXT NOT NULL,
      open TEXT NOT NULL,
      words BLOB,
      hash BLOB NOT NULL,
      UNIQUE (stream, version)
    );
    CREATE TABLE commands (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      first INTEGER NOT NULL,
      events INTEGER NOT NULL
    );
    CREATE TABLE recent_ids (id_hash INTEGER, number INTEGER, PRIMARY KEY (id_hash, number)) WITHOUT ROWID;
    CREATE TABLE earlier_ids (id_hash INTEGER, number INTEGER, PRIMARY KEY (id_hash, number)) WITHOUT ROWID;
    `,
    `
    INSERT INTO earlier_ids SELECT * FROM recent_ids;
    DROP TABLE recent_ids;
    CREATE TABLE recent_commands (
      id_hash INTEGER NOT NULL,
      id TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      first INTEGER NOT NULL,
      events INTEGER NOT NULL,
      PRIMARY KEY (id_hash, id)
    ) WITHOUT ROWID;
    `,
    `
    CREATE TABLE indexed (number INTEGER NOT NULL);
    INSERT INTO indexed SELECT coalesce(max(number), 0) FROM commands;
    INSERT INTO commands (id, fingerprint, first, events)
    SELECT id, fingerprint, first, events FROM recent_commands ORDER BY first, id;
    DROP TABLE recent_commands;
    `,
  ],
}
