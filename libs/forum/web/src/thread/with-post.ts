/** The same data with a message in its new state, wherever it stands in it. What does not hold it stays the very same. */
export function withPost(data: unknown, post: { readonly id: string }): unknown {
  if (Array.isArray(data))
    return sameOr(
      data,
      data.map((one) => withPost(one, post)),
    );
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data);
  const changed = entries.map(([name, value]) => [name, withPost(value, post)] as const);
  const isThere = 'id' in data && data.id === post.id && 'viewerCan' in data;
  if (!isThere && changed.every(([, value], at) => value === entries[at]?.[1])) return data;
  const after = Object.fromEntries(changed);
  return isThere ? known(after, post) : after;
}

/** A topic has some of the fields of its opening message, and fields of its own: those it has take their new value. */
const known = (data: object, post: object): object =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const given: unknown = (post as Record<string, unknown>)[name];
      if (given === undefined) return [name, value as unknown];
      return [name, name === 'viewerCan' ? { ...(value as object), ...(given as object) } : given];
    }),
  );

const sameOr = <T>(before: readonly T[], after: readonly T[]) =>
  after.every((value, at) => value === before[at]) ? before : after;
