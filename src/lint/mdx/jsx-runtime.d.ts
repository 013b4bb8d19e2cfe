import type {ReactElement, ReactNode} from 'react';

/**
 * JSX as pages write it: words are held against their schemas, HTML is not. A page has hundreds of paragraphs and cells, and holding each
 * against every attribute of React's took four fifths of the time.
 */
export declare namespace JSX {
  type Element = ReactElement;
  type ElementType = string | ((props: never) => ReactNode);
  interface ElementChildrenAttribute {
    readonly children: unknown;
  }
  type IntrinsicElements = Readonly<Record<string, object>>;
}
