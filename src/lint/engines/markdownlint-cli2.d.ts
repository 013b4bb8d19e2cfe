// The package has no types of its own.
declare module 'markdownlint-cli2/parsers/jsonc' {
  import type {ConfigurationParser} from 'markdownlint';
  const parse: ConfigurationParser;
  export default parse;
}
