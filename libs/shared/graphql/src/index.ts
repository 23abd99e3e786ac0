export { graphql, readFragment, type FragmentType } from './generated';
export { execute, GraphQLFailure } from './execute';
export { onSessionEnd, resumeSubscriptions, subscribe } from './subscribe';
export { isPresent } from './presence';
