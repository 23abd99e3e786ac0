import { Injectable } from '@nestjs/common';

/** The names, by id, of the objects of one kind that are still there. */
export type NamesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * What the objects of audit entries (`kind:<id>`) are called: each domain says so for its own, since the log is read below them.
 */
@Injectable()
export class AuditObjects {
  private readonly kinds = new Map<string, NamesOf>();

  register(kind: string, namesOf: NamesOf): void {
    this.kinds.set(kind, namesOf);
  }

  /** Names by object; those nobody can name are left out. */
  async names(objects: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const named = new Map<string, string>();
    for (const [kind, namesOf] of this.kinds) {
      const ids = objects
        .filter((object) => object.startsWith(`${kind}:`))
        .map((object) => object.slice(kind.length + 1));
      if (ids.length === 0) continue;
      for (const [id, name] of await namesOf([...new Set(ids)])) named.set(`${kind}:${id}`, name);
    }
    return named;
  }
}
