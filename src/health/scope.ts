import type {Service} from '../catalog/model.ts';
import {parseRef} from '../catalog/names.ts';
import type {Text} from '../catalog/shapes.ts';
import type {Known, Look} from './model.ts';

/** Services that a look is about. */
export function servicesIn({catalog}: Known, {service}: Look): readonly Service[] {
  return service === undefined ? [...catalog.services.values()] : [service];
}

/** Resources that a look is about: those that the service depends on, or all. */
export function resourcesIn({catalog}: Known, {service}: Look): readonly string[] {
  if (service === undefined) return [...catalog.resources.keys()];
  return service.dependsOn.map((ref) => parseRef(ref, 'component')).flatMap(({kind, name}) => (kind === 'resource' ? [name] : []));
}

/** Names of the components and resources that a look is about. */
export function partsIn(known: Known, look: Look): readonly string[] {
  return [...servicesIn(known, look).map(({name}) => name), ...resourcesIn(known, look)];
}

/** The title of a component, resource or team; its name when the catalog has none. */
export function titleOf({catalog}: Known, name: string): Text {
  const thing = catalog.services.get(name) ?? catalog.resources.get(name) ?? catalog.teams.get(name);
  return thing?.title ?? {en: name, ja: name};
}
