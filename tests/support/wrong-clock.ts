/**
 * Loaded into a server with `--import`, this makes its clock wrong: by WRONG_CLOCK_MS from the start, and by WRONG_CLOCK_JUMP_MS more with
 * each SIGUSR2. The uptime stays right, as it does on a machine whose clock was set.
 */
let wrongBy = Number(process.env['WRONG_CLOCK_MS'] ?? 0);
const jump = Number(process.env['WRONG_CLOCK_JUMP_MS'] ?? 0);
process.on('SIGUSR2', () => (wrongBy += jump));

const RightDate = Date;
globalThis.Date = new Proxy(RightDate, {
  construct: (target, given: unknown[], made) => {
    const args = given.length === 0 ? [target.now() + wrongBy] : given;
    return Reflect.construct(target, args, made) as Date;
  },
  apply: (target) => new target(target.now() + wrongBy).toString(),
  get: (target, name, receiver) => (name === 'now' ? () => target.now() + wrongBy : (Reflect.get(target, name, receiver) as unknown)),
});
