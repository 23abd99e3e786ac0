import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DELETED_NAME, type DeclaredRole } from '@preau/identity-domain';
import { runPrepared } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import type { Author } from './post.types';

/** A page of messages shows few authors, again and again; a name that changes is shown anew within this time. */
const KEPT_MS = 5_000;
const KEPT_MAX = 20_000;

interface AuthorRow {
  readonly id: string;
  readonly name: string;
  readonly role: DeclaredRole | null;
  readonly isVerifiedTeacher: boolean;
}

const AUTHORS = {
  name: 'forum-authors',
  text: `
    SELECT a.id, a.display_name AS name, a.declared_role AS role,
      EXISTS (SELECT FROM role_grant g WHERE g.account_id = a.id AND g.role = 'teacher'
        AND (g.ends_at IS NULL OR g.ends_at > now())) AS "isVerifiedTeacher"
    FROM account a WHERE a.id = ANY($1::uuid[])`,
};

/** Who wrote what: a name and as what they take part, remembered for some seconds in each process. */
@Injectable()
export class People {
  private readonly kept = new Map<string, { readonly author: Author; readonly until: number }>();

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The authors of these ids; an account that is gone is left out. */
  async of(ids: readonly string[]): Promise<ReadonlyMap<string, Author>> {
    const now = Date.now();
    const found = new Map<string, Author>();
    const missing = new Set<string>();
    for (const id of ids) {
      const kept = this.kept.get(id);
      if (kept && kept.until > now) found.set(id, kept.author);
      else missing.add(id);
    }
    if (missing.size === 0) return found;
    if (this.kept.size > KEPT_MAX) this.kept.clear();
    for (const row of await runPrepared<AuthorRow>(this.database, AUTHORS, [[...missing]])) {
      const author = authorOf(row);
      found.set(row.id, author);
      this.kept.set(row.id, { author, until: now + KEPT_MS });
    }
    return found;
  }
}

const authorOf = ({ id, name, role, isVerifiedTeacher }: AuthorRow): Author => ({
  id,
  name: name || DELETED_NAME,
  kind: role ? (role.toUpperCase() as Uppercase<DeclaredRole>) : null,
  isVerifiedTeacher,
});
