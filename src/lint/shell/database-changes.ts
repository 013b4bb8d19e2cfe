import {redisPairs, redisVerbs} from './changing.ts';
import {operandsOf, valuesOf, type Judge, type Words} from './command-line.ts';
import {sqlChange} from './sql-change.ts';

const mongoWrite =
  /\.(?:drop\w*|delete\w*|remove\w*|insert\w*|update\w*|replaceOne|findOneAnd\w+|createIndex\w*|stepDown|killOp|shutdownServer)(?=\s*\()/;
const kafkaWrite = /^--(?:delete|alter|create|execute|add|remove|offset-json-file|election-type)$/;
const kafkaTools = ['topics', 'configs', 'consumer-groups', 'reassign-partitions', 'acls', 'leader-election', 'delete-records'];

/** Databases and queues, by what is asked of them. */
export const databases: Readonly<Record<string, Judge>> = {
  psql: (rest, {input}) => sqlBy('psql', [...valuesOf(rest, ['-c', '--command']), input]),
  mysql: (rest, {input}) => sqlBy('mysql', [...valuesOf(rest, ['-e', '--execute']), input]),
  mariadb: (rest, {input}) => sqlBy('mariadb', [...valuesOf(rest, ['-e', '--execute']), input]),
  'clickhouse-client': (rest, {input}) => sqlBy('clickhouse-client', [...valuesOf(rest, ['-q', '--query']), input]),
  cqlsh: (rest, {input}) => sqlBy('cqlsh', [...valuesOf(rest, ['-e', '--execute']), input]),
  sqlite3: (rest, {input}) => sqlBy('sqlite3', [...operandsOf(rest, '-cmd -separator -init').slice(1), input]),
  dropdb: () => 'dropdb',
  reindexdb: () => 'reindexdb',
  vacuumdb: (rest) => (rest.some((word) => word === '--full' || word === '-f') ? 'vacuumdb --full' : undefined),
  'redis-cli': redis,
  'valkey-cli': redis,
  ...Object.fromEntries(
    ['mongosh', 'mongo'].map((name): [string, Judge] => [name, (rest, {input}) => mongo(name, [...valuesOf(rest, ['--eval']), input])]),
  ),
  ...Object.fromEntries(
    kafkaTools.flatMap((tool) => [`kafka-${tool}`, `kafka-${tool}.sh`].map((name): [string, Judge] => [name, (rest) => kafka(name, rest)])),
  ),
};

function sqlBy(name: string, scripts: Words): string | undefined {
  return scripts.flatMap((script) => sqlChange(script ?? '') ?? []).map((verb) => `${name} ${verb}`)[0];
}

function redis(rest: Words): string | undefined {
  const [verb, second = ''] = operandsOf(rest, '-h -p -n -a -u -s --user --pass');
  if (verb === undefined) return undefined;
  if (redisVerbs.test(verb)) return `redis-cli ${verb}`;
  return redisPairs.test(`${verb} ${second}`) ? `redis-cli ${verb} ${second}` : undefined;
}

function mongo(name: string, scripts: Words): string | undefined {
  return scripts.flatMap((script) => mongoWrite.exec(script ?? '')?.[0].slice(1) ?? []).map((verb) => `${name} ${verb}`)[0];
}

function kafka(name: string, rest: Words): string | undefined {
  const verb = rest.find((word) => word !== undefined && kafkaWrite.test(word));
  return verb === undefined ? undefined : `${name} ${verb}`;
}
