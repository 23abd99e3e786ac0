import { graphql } from '@preau/graphql';
export const q = graphql(`query Site { site { embedded stateInstance } }`);
