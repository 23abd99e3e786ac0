import type { Adapter, AdapterPayload } from 'oidc-provider';

/** A demonstration's visitors are few, and what is forgotten is only asked for again. */
const MOST = 1_000;

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** What the demonstration's provider remembers, until it stops. One for each kind of thing it keeps. */
export class MemoryAdapter implements Adapter {
  private readonly kept = new Map<string, Kept>();

  async upsert(id: string, payload: AdapterPayload, expiresIn = 86_400): Promise<void> {
    this.kept.delete(id);
    this.kept.set(id, { payload, until: Date.now() + expiresIn * 1_000 });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
    return Promise.resolve();
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = this.kept.get(id);
    return Promise.resolve(found && found.until > Date.now() ? found.payload : undefined);
  }

  findByUid = (uid: string) => this.findWhere((payload) => payload.uid === uid);
  findByUserCode = (userCode: string) => this.findWhere((payload) => payload.userCode === userCode);

  async consume(id: string): Promise<void> {
    const found = await this.find(id);
    if (found) found.consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    this.kept.delete(id);
    return Promise.resolve();
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.kept) if (payload.grantId === grantId) this.kept.delete(id);
    return Promise.resolve();
  }

  private async findWhere(is: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> {
    for (const [id, { payload }] of this.kept) if (is(payload)) return this.find(id);
    return Promise.resolve(undefined);
  }
}
