import * as fc from 'fast-check';

/** Random values are the same for every pull request, which is to blame for its own faults alone; the nightly run takes others. */
fc.configureGlobal({seed: Number(process.env['FUZZ_SEED'] ?? 1)});
