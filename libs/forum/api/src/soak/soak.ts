import { randomUUID } from 'node:crypto';
import { transaction } from '@preau/shared-api';
import type { TestApi } from '@preau/testing';
import { ModeratedPosts } from '../moderated/moderated-posts';
import { recountForum } from '../recount/recount-forum';
import { PostNews } from '../telling/post-news';
import { CREATE, REPLY, words, type Person, type Posted } from '../test-data';
import type { Kind, Planned } from './plan';

interface Known {
  readonly id: string;
  readonly topicId: string;
  readonly by: Person;
}

const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) {
  ... on PostChanged { post { id } } ... on PostChangeRefused { code } } }`;
const READ = `query ($id: ID!) { topic(id: $id) { postCount posts(first: 20) { edges { node {
  supports branchCount branch(first: 5) { edges { node { id replyCount } } } } } } } }`;
const ON_POST = (verb: string, result: string) =>
  `mutation ($id: ID!) { ${verb}: ${verb}(${verb === 'deletePost' ? 'id' : 'postId'}: $id) {
    __typename ... on ${result} { code } } }`;
const ON_TOPIC = (verb: string) =>
  `mutation ($id: ID!) { ${verb}(topicId: $id) { __typename ... on FollowRefused { code } } }`;
const MARK_READ = `mutation ($topicId: ID!, $postId: ID!) { markTopicRead(topicId: $topicId, postId: $postId) {
  __typename ... on ReadRefused { code } } }`;

/** Many people at debates at once: what is done, and what is known of it from outside. */
export class Soak {
  readonly posts: Known[] = [];
  readonly topics: string[] = [];
  /** What waits to be read by moderation, the earliest first. */
  private readonly held: string[] = [];
  /** What was hidden or deleted at any time. */
  readonly touched = new Set<string>();
  /** `<account> <topic>` of those who at any time chose not to follow. */
  readonly unfollowed = new Set<string>();
  /** What recounts found meanwhile. */
  readonly differences: unknown[] = [];
  /** How often each was done, and how often refused by which code. */
  readonly outcomes = new Map<string, number>();

  constructor(
    private readonly api: TestApi,
    private readonly themeId: string,
    private readonly people: readonly Person[],
  ) {}

  /** Does it all, so many at a time; a recount every two hundred. */
  async run(plan: readonly Planned[], atOnce: number): Promise<void> {
    const left = [...plan];
    const work = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        await this.does(next);
        if (left.length % 200 === 0)
          this.differences.push(...(await recountForum(this.api.database, { check: true })).differences);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  private async does({ kind, who, at }: Planned): Promise<void> {
    const by = this.people[who] as Person;
    // Somebody has to begin.
    const done = this.posts.length === 0 ? 'begin' : kind;
    const code = await this.actions[done](by, at);
    const outcome = code ? `${done} ${code}` : done;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }

  private readonly actions: Record<Kind, (by: Person, at: number) => Promise<string | undefined>> = {
    begin: async (by) => {
      const input = {
        id: randomUUID(),
        themeId: this.themeId,
        title: 'Le réseau de nos écoles',
        body: words(),
      };
      const { topic, code } = await this.ask<Posted>(by, CREATE, { input });
      if (topic) {
        this.topics.push(topic.id);
        this.posts.push({ id: topic.id, topicId: topic.id, by });
      }
      return code;
    },
    reply: async (by, at) => {
      const { id, topicId } = this.any(at);
      const input = { id: randomUUID(), topicId, body: words(), ...(id === topicId ? {} : { parentId: id }) };
      const { post, code } = await this.ask<Posted>(by, REPLY, { input });
      if (post) this.posts.push({ id: post.id, topicId, by });
      if (post?.status === 'HELD') this.held.push(post.id);
      return code;
    },
    support: (by, at) => this.onPost(by, 'giveSupport', 'SupportRefused', this.any(at)),
    withdraw: (by, at) => this.onPost(by, 'withdrawSupport', 'SupportRefused', this.any(at)),
    edit: async (_, at) => {
      const { id, topicId, by } = this.any(at);
      const title = id === topicId ? { title: 'Le réseau de nos lycées' } : {};
      const found = await this.ask<{ revisionCount: number } | null>(
        by,
        'query ($id: ID!) { post(id: $id) { revisionCount } }',
        { id },
      );
      const input = { id, body: words(), revision: found?.revisionCount ?? 0, ...title };
      return (await this.ask<{ code?: string }>(by, EDIT, { input })).code;
    },
    delete: async (_, at) => {
      const post = this.any(at);
      // A topic goes with all that hangs under it: seldom.
      if (post.id === post.topicId && at > 0.3) return 'SPARED';
      this.touched.add(post.id);
      return this.onPost(post.by, 'deletePost', 'PostChangeRefused', post);
    },
    hide: (_, at) => {
      const { id } = this.any(at);
      this.touched.add(id);
      return this.moderate(id, 'hide');
    },
    restore: (_, at) => {
      const hidden = [...this.touched];
      const id = hidden[Math.floor(at * hidden.length)];
      return id ? this.moderate(id, 'restore') : Promise.resolve('NOTHING');
    },
    release: () => {
      const id = this.held.shift();
      return id ? this.moderate(id, 'release') : Promise.resolve('NOTHING');
    },
    follow: (by, at) => this.onTopic(by, 'followTopic', this.any(at)),
    unfollow: (by, at) => {
      const post = this.any(at);
      this.unfollowed.add(`${by.id} ${post.topicId}`);
      return this.onTopic(by, 'unfollowTopic', post);
    },
    markRead: async (by, at) => {
      const { id: postId, topicId } = this.any(at);
      return (await this.ask<{ code?: string }>(by, MARK_READ, { topicId, postId })).code;
    },
    read: async (by, at) => {
      await this.ask(by, READ, { id: this.any(at).topicId });
      return undefined;
    },
    tell: async () => {
      await this.api.get(PostNews).spreadWaiting();
      return undefined;
    },
  };

  private any = (at: number): Known => this.posts[Math.floor(at * this.posts.length)] as Known;

  private async moderate(id: string, event: 'hide' | 'restore' | 'release'): Promise<string | undefined> {
    const { api } = this;
    const done = await transaction(api.database, (tx) => api.get(ModeratedPosts).apply(tx, id, event));
    return done ? undefined : 'NOT_SO';
  }

  private async onPost(
    by: Person,
    verb: string,
    refused: string,
    { id }: Known,
  ): Promise<string | undefined> {
    return (await this.ask<{ code?: string }>(by, ON_POST(verb, refused), { id })).code;
  }

  private async onTopic(by: Person, verb: string, { topicId }: Known): Promise<string | undefined> {
    return (await this.ask<{ code?: string }>(by, ON_TOPIC(verb), { id: topicId })).code;
  }

  /** Anything but an answer is a fault of ours. */
  private async ask<Answer>({ headers }: Person, document: string, variables: object): Promise<Answer> {
    const { data, errors } = await this.api.graphql<Record<string, Answer>>(
      document,
      { ...variables },
      { headers },
    );
    if (errors || !data) throw new Error(JSON.stringify({ document, errors }));
    return Object.values(data)[0] as Answer;
  }
}
