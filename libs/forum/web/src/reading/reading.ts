/** A message that came before somebody's eyes. */
export interface SeenPost {
  readonly id: string;
  readonly createdAt: string;
}

/** Messages that pass in this time are told at once. */
const TOLD_AFTER_MS = 1_500;

/**
 * Notes how far somebody reads in a topic: up to the latest message whose heading was on the screen, while the page itself
 * is. Nothing of it is told while the page is in the background.
 */
export class Reading {
  private readonly shown = new Map<Element, SeenPost>();
  private readonly watched = new Map<Element, SeenPost>();
  private readonly observer: IntersectionObserver;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private latest: SeenPost | null = null;

  constructor(
    /** What was written until then is read already. */
    private until: string,
    private readonly tell: (postId: string) => Promise<unknown>,
  ) {
    this.observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const post = this.watched.get(target);
        if (post && isIntersecting) this.shown.set(target, post);
        else this.shown.delete(target);
      }
      this.note();
    });
    document.addEventListener('visibilitychange', this.note);
  }

  watch(element: Element, post: SeenPost): () => void {
    if (post.createdAt <= this.until) return () => undefined;
    this.watched.set(element, post);
    this.observer.observe(element);
    return () => {
      this.watched.delete(element);
      this.shown.delete(element);
      this.observer.unobserve(element);
    };
  }

  /** What has just been read is told before one leaves. */
  end(): void {
    document.removeEventListener('visibilitychange', this.note);
    this.observer.disconnect();
    this.send();
  }

  private readonly note = () => {
    if (document.visibilityState !== 'visible') return;
    for (const post of this.shown.values())
      if (post.createdAt > (this.latest?.createdAt ?? this.until)) this.latest = post;
    if (this.latest && this.timer === undefined) this.timer = setTimeout(this.send, TOLD_AFTER_MS);
  };

  private readonly send = () => {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { latest } = this;
    if (!latest || document.visibilityState !== 'visible') return;
    const before = this.until;
    this.latest = null;
    this.until = latest.createdAt;
    this.tell(latest.id).catch(() => {
      // It is told with what is read next.
      if (this.until === latest.createdAt) this.until = before;
      this.latest ??= latest;
    });
  };
}
