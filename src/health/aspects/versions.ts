import {addDays} from '../../registers/days.ts';
import {patchDays} from '../../registers/intervals.ts';
import type {EntryOf} from '../../registers/model.ts';
import {versionState} from '../../registers/version-state.ts';
import {find, lack} from '../finding.ts';
import type {Finding, Judge, Known} from '../model.ts';
import {partsIn, titleOf} from '../scope.ts';

/** How long what runs is still supported, and when it was last patched. */
export const versions: Judge = {
  improves: 'guidelines/version-currency#how-we-know',
  look: (known, look) =>
    partsIn(known, look).flatMap((part) => {
      const own = versionsOf(known, part);
      if (own.length === 0 && isRented(known, part)) return [];
      return own.length === 0 ? [lack('versions', titleOf(known, part))] : own.map((version) => ofVersion(known, version, look.today));
    }),
  // The register holds what runs now. It ran on an earlier day too, if nothing was patched since.
  remembers: (known, look) => partsIn(known, look).every((part) => versionsOf(known, part).every(({patched}) => patched <= look.today)),
};

function ofVersion(known: Known, entry: EntryOf<'versions'>, today: string): Finding {
  const version = `${entry.product} ${entry.version}`;
  const found = {subject: titleOf(known, entry.component), from: `versions/${entry.id}`};
  const state = versionState(entry, {eol: known.registers.eol, today});
  if (state.kind === 'unknown') return find({state: 'unknown', ...found}, (say) => say.versions.unknown(version));
  if (state.kind === 'ended') return find({state: 'down', ...found}, (say) => say.versions.ended(version, state.eol));
  if (state.kind === 'ending')
    return find({state: 'degraded', ...found, due: state.eol}, (say) => say.versions.ending(version, state.eol, state.daysLeft));
  if (addDays(entry.patched, patchDays) < today)
    return find({state: 'degraded', ...found}, (say) => say.versions.unpatched(version, entry.patched));
  return find({state: 'ok', ...found}, (say) => ('eol' in state ? say.versions.supported(version, state.eol) : say.versions.open(version)));
}

/** An object store is bought as a service: nobody tells its customers a version, and there is none that they could change. */
function isRented({registers}: Known, part: string): boolean {
  return registers.stores.some(({value: {store, kind}}) => store === part && kind === 'object-storage');
}

function versionsOf({registers}: Known, part: string): EntryOf<'versions'>[] {
  return registers.versions.flatMap(({value}) => (value.component === part ? [value] : []));
}
