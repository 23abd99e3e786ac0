import { Injectable } from '@nestjs/common';

/** What a notification is about, as shown: its name and its page. */
export interface NotificationObject {
  readonly label: string;
  /** From the site's root. */
  readonly path: string;
}

type Loader = (ids: readonly string[]) => Promise<ReadonlyMap<string, NotificationObject>>;

/** Where what is about the account itself leads. */
const OWN_PAGE = '/mon-espace';

/** Domains say here how the things they tell about are called and where they are: `consultation:<id>`, `topic:<id>`… */
@Injectable()
export class NotificationObjects {
  private readonly loaders = new Map<string, Loader>();

  register(prefix: string, loader: Loader): void {
    this.loaders.set(prefix, loader);
  }

  /** One question per sort of thing, however many there are. What is gone is left out. */
  async describe(objects: Iterable<string>): Promise<Map<string, NotificationObject>> {
    const byPrefix = new Map<string, string[]>();
    for (const object of new Set(objects)) {
      const [prefix = ''] = object.split(':', 1);
      byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), object.slice(prefix.length + 1)]);
    }
    const described = new Map<string, NotificationObject>();
    for (const [prefix, ids] of byPrefix) {
      const found = await this.loaders.get(prefix)?.(ids);
      for (const [id, object] of found ?? []) described.set(`${prefix}:${id}`, object);
    }
    return described;
  }

  /** The page to go to: the thing's own, or one's space when there is none. */
  static pathOf(object: NotificationObject | undefined): string {
    return object?.path ?? OWN_PAGE;
  }
}
