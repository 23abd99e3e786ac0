import DataLoader from 'dataloader';

/** What a resolver gets from `@Context()`. */
export interface RequestContext {
  readonly req: object;
}

/**
 * Loads what the objects of a list each ask for with one query: the keys asked for in one go are gathered,
 * and nothing is kept longer than the request. `load` answers in the order of its keys.
 */
export class RequestLoader<K, V> {
  private readonly loaders = new WeakMap<object, DataLoader<K, V>>();

  /** `keeps: false` asks anew each time: for what may change while a subscription, which is one long request, goes on. */
  constructor(
    private readonly load: (keys: readonly K[]) => Promise<readonly V[]>,
    private readonly options: { readonly keeps: boolean } = { keeps: true },
  ) {}

  of({ req }: RequestContext, key: K): Promise<V> {
    let loader = this.loaders.get(req);
    if (!loader) {
      loader = new DataLoader(this.load, { cache: this.options.keeps });
      this.loaders.set(req, loader);
    }
    return loader.load(key);
  }
}
