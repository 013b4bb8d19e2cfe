import * as z from 'zod';
import {count, type Counts} from './count.ts';

const Vitest = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish()})),
    }),
  ),
});

/** Vitest's JSON. A file that could not be loaded has no tests and is one failure. */
export function readVitest(text: string): Counts {
  const files = Vitest.parse(JSON.parse(text)).testResults;
  const tests = files.flatMap((file) =>
    file.assertionResults.map((test) => ({...test, name: `${relative(file.name)} > ${test.fullName}`})),
  );
  const broken = files.filter(
    ({status, assertionResults}) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return count({
    passed: tests.filter(({status}) => status === 'passed').length,
    failures: [
      ...broken.map(({name, message = ''}) => ({name: relative(name), message})),
      ...tests
        .filter(({status}) => status === 'failed')
        .map(({name, failureMessages}) => ({name, message: (failureMessages ?? []).join('\n')})),
    ],
    skipped: tests.filter(({status}) => status !== 'passed' && status !== 'failed').map(({name}) => name),
  });
}

const Spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z.array(z.object({error: z.object({message: z.string().optional()}).optional()})),
    }),
  ),
});
interface Suite {
  readonly title: string;
  readonly specs?: z.infer<typeof Spec>[] | undefined;
  readonly suites?: Suite[] | undefined;
}
const Suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({title: z.string(), specs: z.array(Spec).optional(), suites: z.array(Suite).optional()}),
);
const Playwright = z.object({suites: z.array(Suite), errors: z.array(z.object({message: z.string().optional()}))});

/** Playwright's JSON. A test that passed only the second time has failed. */
export function readPlaywright(text: string): Counts {
  const {suites, errors} = Playwright.parse(JSON.parse(text));
  const tests = suites.flatMap((suite) => testsOf(suite, []));
  return count({
    passed: tests.filter(({status}) => status === 'expected').length,
    failures: [
      ...errors.map(({message = ''}) => ({name: 'outside of the tests', message})),
      ...tests.filter(({status}) => status === 'unexpected' || status === 'flaky').map(({name, message}) => ({name, message})),
    ],
    skipped: tests.filter(({status}) => status === 'skipped').map(({name}) => name),
  });
}

function testsOf({title, specs = [], suites = []}: Suite, above: readonly string[]): {name: string; status: string; message: string}[] {
  const path = [...above, title];
  return [
    ...specs.flatMap((spec) =>
      spec.tests.map(({status, results}) => ({
        name: [...path, spec.title].join(' > '),
        status,
        message: results.map(({error}) => error?.message ?? '').find((message) => message !== '') ?? '',
      })),
    ),
    ...suites.flatMap((suite) => testsOf(suite, path)),
  ];
}

function relative(file: string): string {
  return file.replace(`${process.cwd()}/`, '');
}
