import type {ReactNode} from 'react';
import type * as z from 'zod';
import type {Words} from '../../page/words.ts';

/** What a schema allows; one without props allows nothing but what stands inside. */
type Props<Schema extends z.ZodObject> = keyof Schema['shape'] extends never ? object : z.input<Schema>;
/** The words of authors with the props of their schemas, as the MDX language service asks for them. */
type Provided = {readonly [Name in keyof Words]: (props: Props<Words[Name]> & {readonly children?: ReactNode}) => ReactNode};

declare global {
  interface MDXProvidedComponents extends Provided {}
}
