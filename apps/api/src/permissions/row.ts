import type { Expected } from './expected';
import type { Request } from './outcome';
import type { Scene } from './stage';

/** What is asked about, made anew for each request, and what comes of it for each part. */
export type Case = readonly [given: (scene: Scene) => Request | Promise<Request>, expected: Expected];

/** One operation: its cases by what they are about (own, somebody else's, not published, deleted, absent…). */
export type Row = Readonly<Record<string, Case>>;
export type Rows = Readonly<Record<string, Row>>;
